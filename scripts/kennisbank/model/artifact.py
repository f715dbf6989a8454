"""A file to be written, as a value."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


class Artifact:
    """A file below docs/ (`path` with `/`) and its bytes, which may be made when first asked for.

    With `is_redirect` it leads elsewhere, or is for the host: no address that must live on. A page
    has `anchors` that must live on.
    """

    __slots__ = ("_content", "_size", "anchors", "is_redirect", "path")

    def __init__(
        self,
        path: str,
        content: bytes | Callable[[], bytes],
        *,
        is_redirect: bool = False,
        anchors: frozenset[str] = frozenset(),
    ) -> None:
        self.path = path
        self.is_redirect = is_redirect
        self.anchors = anchors
        self._content: bytes | Callable[[], bytes] | None = content
        self._size = 0

    @property
    def content(self) -> bytes:
        """Give the bytes; they are made once. Raises ValueError when they were released."""
        if self._content is None:
            raise ValueError(f"released: {self.path}")
        if not isinstance(self._content, bytes):
            self._content = self._content()
        return self._content

    @property
    def size(self) -> int:
        """Give the number of bytes, also when they were released."""
        return self._size if self._content is None else len(self.content)

    def release(self) -> None:
        """Let go of the bytes: a large site does not fit in memory beside its records."""
        self._size, self._content = self.size, None


def later(
    path: str, make: Callable[..., bytes], *arguments: Any, is_redirect: bool = False
) -> Artifact:
    """Give a file whose bytes are made by `make(*arguments)` when somebody asks for them."""
    return Artifact(path, lambda: make(*arguments), is_redirect=is_redirect)


@dataclass(frozen=True, slots=True)
class Owned:
    """The folders and files below docs/ that a build makes; nothing else there is ever touched."""

    folders: frozenset[str]
    files: frozenset[str]

    def holds(self, path: str) -> bool:
        """Tell whether a path below docs/, with `/`, is one that a build makes."""
        first, slash, _ = path.partition("/")
        return first in self.folders if slash else path in self.files

    def is_entry(self, name: str) -> bool:
        """Tell whether a file or folder directly below docs/ is one that a build makes."""
        return name in self.folders or name in self.files
