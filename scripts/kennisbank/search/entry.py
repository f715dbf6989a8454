"""A page that searching can find, as a value."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from kennisbank.model.base import Record
from kennisbank.model.text import Text
from kennisbank.render import render_plain

OVERVIEW = "overzicht"
"""The kind of the pages that are no record: lists and tools."""


class Passage(NamedTuple):
    """A piece of a page: its anchor, who says it (nobody: we do), and its words."""

    anchor: str
    voice: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page that can be found. `hidden` names find it unseen, as do the text `more` and the names
    of the concepts that can be seen in it, which are what it is `about`."""

    kind: str
    address: str
    title: str
    explanation: str = ""
    names: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    theme: str = ""
    passages: tuple[Passage, ...] = ()
    more: str = ""
    said: tuple[str, ...] = ()
    """What people say who do not know its term, a line each."""


Show = Callable[[], Entry]
"""Makes an entry when the index is asked for."""


def show_each(show: Callable[[Any], Entry], things: Iterable[Any]) -> Iterator[Show]:
    """Give for each thing what makes its entry."""
    return (partial(show, thing) for thing in things)


def name_entry(record: Record, **others: object) -> Entry:
    """Give the entry of a record, its fields by name."""
    address = record.kind.address(record.id)
    return Entry(kind=record.kind.name, address=address, title=record.title, **others)  # type: ignore[arg-type]  # fields by name


def join(*texts: Text) -> str:
    """Give the words of texts, one after another."""
    return " ".join(map(render_plain, texts))


def paragraphs(anchor: str, text: Text) -> Iterator[Passage]:
    """Give each paragraph of a text as a passage."""
    return (Passage(anchor, "", render_plain((block,))) for block in text)
