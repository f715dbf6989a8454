"""A file to be written, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file below docs/ (`path` with `/`) and its bytes."""

    path: str
    content: bytes
    is_redirect: bool = False
    """Leads elsewhere, or is for the host: it is no address that must live on."""
