"""A page that searching can find, as a value."""

from dataclasses import dataclass
from typing import NamedTuple


class Passage(NamedTuple):
    """A piece of a page: its anchor, who says it (nobody: we do), and its words."""

    anchor: str
    voice: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page that can be found. `hidden` names find it unseen, as does the text `more`."""

    kind: str
    address: str
    title: str
    explanation: str = ""
    names: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    theme: str = ""
    passages: tuple[Passage, ...] = ()
    more: str = ""
