"""What an export declares: the files that it makes, and how readers take them along."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to take content along, as the page of downloads explains it.

    `pattern` names its files, with `{}` where each selection has one of its own.
    """

    id: str
    name: str
    use: str
    pattern: str
    steps: tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A kind of data file. What is for machines alone has no `formats`."""

    make: Callable[[Site], Iterator[Artifact]]
    formats: tuple[Format, ...] = ()
    folder: str = "data"
    """The folder below docs/ that holds its files."""
    files: tuple[str, ...] = ()
    """The files that it makes directly below docs/."""
    media_types: Mapping[str, str] = field(default_factory=dict)
    """The media type of each extension that web servers do not know by themselves."""
