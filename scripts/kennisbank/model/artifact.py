"""A file to be written, as a value."""

from collections.abc import Callable
from typing import Any


class Artifact:
    """A file below docs/ (`path` with `/`) and its bytes, which may be made when first asked for.

    With `is_redirect` it leads elsewhere, or is for the host: no address that must live on.
    """

    __slots__ = ("_content", "is_redirect", "path")

    def __init__(
        self, path: str, content: bytes | Callable[[], bytes], is_redirect: bool = False
    ) -> None:
        self.path = path
        self.is_redirect = is_redirect
        self._content = content

    @property
    def content(self) -> bytes:
        """Give the bytes; they are made once."""
        if not isinstance(self._content, bytes):
            self._content = self._content()
        return self._content


def later(path: str, make: Callable[..., bytes], *arguments: Any) -> Artifact:
    """Give a file whose bytes are made by `make(*arguments)` when somebody asks for them."""
    return Artifact(path, lambda: make(*arguments))
