"""A page as a value: what the site must know of it now, and what is only needed to write it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from kennisbank.dutch import write_day
from kennisbank.model.artifact import Artifact
from kennisbank.model.base import Record
from kennisbank.model.site import Site
from kennisbank.pages.subject import Subject
from kennisbank.render import shorten
from kennisbank.vocabulary import PUBLISHED


class Details(NamedTuple):
    """What writing a page takes; made when somebody asks for the page."""

    description: str
    values: Mapping[str, Any]
    """What the template shows."""
    shown: tuple[object, ...] = ()
    """The linked values among them: records that these name get a preview card."""
    front: Mapping[str, Any] = {}
    """Front matter that only pages of this type have."""
    subject: Subject | None = None
    """What it is about, for a page that can be cited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageType:
    """A type of page, and everything that follows from it; its pages are made by `make`.

    `name` is its `kind` in front matter and `data-soort` on the page. `folder` is the first part of
    its addresses; empty for the home page.
    """

    name: str
    folder: str
    make: Callable[[Site], Iterator["Page | Artifact"]]
    title: str = ""
    """The list that its breadcrumb leads to, with the address of `folder`."""
    has_outline: bool = True
    """Whether its sections are listed beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A Markdown page. `address` is from the root and ends with a slash; "" is the home page."""

    type: PageType
    address: str
    title: str
    template: str
    details: Callable[[], Details]
    anchors: frozenset[str] = frozenset()
    """Its fixed anchors: once published, they never go."""
    record: Record | None = None
    is_list: bool = False

    @property
    def path(self) -> str:
        """Give its file below docs/: the list of a folder is the index of that folder."""
        is_index = self.is_list or self.address.count("/") < 2
        return f"{self.address}index.md" if is_index else f"{self.address[:-1]}.md"


def make_front(page: Page, details: Details) -> dict[str, Any]:
    """Give the front matter of a page, which the templates of the theme read."""
    kind = page.type
    front: dict[str, Any] = {
        "title": page.title,
        "description": shorten(details.description),
        "kind": "lijst" if page.is_list else kind.name,
        "address": page.address,
    }
    if page.is_list or not kind.has_outline:
        front["outline"] = False
    if size := _size_title(page.title):
        front["title_size"] = size
    if kind.title and not page.is_list:
        front["breadcrumb"] = [[kind.title, f"{kind.folder}/"]]
    if page.record:
        front |= _describe_record(page.record)
    return {**front, **details.front}


def _size_title(title: str) -> str:
    """Tell when a title has a word that a phone has no room for in letters of the usual size."""
    longest = max(map(len, title.replace("-", " ").split()), default=0)
    return "langst" if longest > 19 else "lang" if longest > 14 else ""


def _describe_record(record: Record) -> dict[str, Any]:
    front = {**make_day(record), "record": record.path}
    return front if record.status == PUBLISHED else front | {"status": record.status}


def make_day(*records: Record) -> dict[str, str]:
    """Give the last day on which one of the records changed, for machines and for readers."""
    day = max(record.changes[0].day for record in records)
    return {"day": day.isoformat(), "day_text": write_day(day)}
