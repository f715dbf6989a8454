"""A source as an item of CSL-JSON (citeproc), from which the other formats are written too.

A name goes out with its prefix in `family`, as it is printed before initials: "De Riet". CSL has
a key of its own for a prefix, but a style prints that as it stands (de Riet, A.), and Zotero drops
it when it reads a file (Riet, A.). Where a style puts given names first, as APA does with editors
of a chapter and translators, the prefix is small.
"""

from collections.abc import Iterable
from datetime import date
from typing import NotRequired, TypedDict

from kennisbank.citing.work import Work, make_work
from kennisbank.model.person_name import Name
from kennisbank.model.site import LinkedSource


class ItemName(TypedDict):
    """A name in CSL: in parts, or `literal`."""

    family: NotRequired[str]
    given: NotRequired[str]
    suffix: NotRequired[str]
    literal: NotRequired[str]


When = TypedDict("When", {"date-parts": list[list[int]], "circa": NotRequired[bool]})
Item = TypedDict(
    "Item",
    {
        "id": str,
        "type": str,
        "language": str,
        "title": str,
        "author": NotRequired[list[ItemName]],
        "editor": NotRequired[list[ItemName]],
        "translator": NotRequired[list[ItemName]],
        "container-title": NotRequired[str],
        "volume": NotRequired[str],
        "issue": NotRequired[str],
        "page": NotRequired[str],
        "number-of-volumes": NotRequired[str],
        "publisher": NotRequired[str],
        "archive": NotRequired[str],
        "genre": NotRequired[str],
        "issued": NotRequired[When],
        "original-date": NotRequired[When],
        "accessed": NotRequired[When],
        "URL": NotRequired[str],
        "DOI": NotRequired[str],
        "ISBN": NotRequired[str],
    },
)


def make_item(linked: LinkedSource) -> Item:
    """Give a source as an item; what is not known is not there. No private person is named."""
    work = make_work(linked)
    item: Item = {
        "id": work.source.id,
        "type": work.form.csl,
        "language": work.source.language,
        "title": work.title,
    }
    if work.authors:
        item["author"] = _make_names(work.authors)
    if work.editors:
        item["editor"] = _make_names(work.editors, inside=bool(work.container))
    if work.translators:
        item["translator"] = _make_names(work.translators, inside=True)
    _add_place(item, work)
    _add_facts(item, work)
    return item


def make_name(name: Name, *, inside: bool = False) -> ItemName:
    """Give a name in parts; an organisation, or a name that has no parts, whole."""
    if not name.given:
        return {"literal": name.family}
    made: ItemName = {"family": name.family_inside if inside else name.family, "given": name.given}
    if name.suffix:
        made["suffix"] = name.suffix
    return made


def _make_names(names: Iterable[Name], *, inside: bool = False) -> list[ItemName]:
    return [make_name(name, inside=inside) for name in names]


def _add_place(item: Item, work: Work) -> None:
    if work.container:
        item["container-title"] = work.container
    if work.volume:
        item["volume"] = work.volume
    if work.issue:
        item["issue"] = work.issue
    if work.source.pages:
        item["page"] = work.source.pages
    if work.source.volumes:
        item["number-of-volumes"] = str(work.source.volumes)
    _add_publisher(item, work)


def _add_publisher(item: Item, work: Work) -> None:
    """Give the publisher; of a thesis that is the university, and who printed it is beside it."""
    if work.form.csl != "thesis":
        if work.publisher:
            item["publisher"] = work.publisher
        return
    if work.source.institution:
        item["publisher"] = work.source.institution
    if work.publisher:
        item["archive"] = work.publisher


def _add_facts(item: Item, work: Work) -> None:
    source = work.source
    if work.form.label and not source.is_named_by_us:
        item["genre"] = work.form.label
    if source.date != "z.d.":
        item["issued"] = make_when(source.date)
    if source.original:
        item["original-date"] = {"date-parts": [[source.original]]}
    if source.url:
        item["URL"] = source.url
    if source.url and source.accessed:
        item["accessed"] = _on(source.accessed)
    if source.doi:
        item["DOI"] = source.doi
    if source.isbn:
        item["ISBN"] = source.isbn


def make_when(edtf: str) -> When:
    """Give a date as exact as it is known."""
    when: When = {"date-parts": [[int(part) for part in edtf.rstrip("?~%").split("-")]]}
    if edtf[-1] in "?~%":
        when["circa"] = True
    return when


def _on(day: date) -> When:
    return {"date-parts": [[day.year, day.month, day.day]]}
