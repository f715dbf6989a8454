"""A source as an item of CSL-JSON (citeproc), from which RIS and BibTeX are written too."""

import re
from datetime import date
from typing import NotRequired, TypedDict

from kennisbank.citing import split_name
from kennisbank.model.site import LinkedSource
from kennisbank.model.voices import Person, Source

_TYPES = {
    "interview": "webpage",
    "verslag": "report",
    "blog": "post-weblog",
    "artikel": "article-journal",
    "boek": "book",
    "essay": "report",
    "proefschrift": "thesis",
    "notitie": "report",
    "uitzending": "broadcast",
    "website": "webpage",
}
_PLAIN_SORTS = frozenset({"artikel", "boek", "website"})
_ISSUE = re.compile(r"(?P<volume>\d+)\((?P<issue>\d+)\)")
_INITIALS = re.compile(r"(?P<family>[^,]+), (?P<given>(?:\w\.[ -]?)+?)(?: (?P<particle>[a-z ]+))?")

Name = TypedDict(
    "Name",
    {
        "family": NotRequired[str],
        "given": NotRequired[str],
        "non-dropping-particle": NotRequired[str],
        "literal": NotRequired[str],
    },
)
When = TypedDict("When", {"date-parts": list[list[int]], "circa": NotRequired[bool]})
Item = TypedDict(
    "Item",
    {
        "id": str,
        "type": str,
        "language": str,
        "title": str,
        "author": NotRequired[list[Name]],
        "container-title": NotRequired[str],
        "volume": NotRequired[str],
        "issue": NotRequired[str],
        "page": NotRequired[str],
        "publisher": NotRequired[str],
        "genre": NotRequired[str],
        "issued": NotRequired[When],
        "accessed": NotRequired[When],
        "URL": NotRequired[str],
        "DOI": NotRequired[str],
        "ISBN": NotRequired[str],
    },
)


def make_item(linked: LinkedSource) -> Item:
    """Give a source as an item; what is not known is not there."""
    source = linked.source
    item: Item = {
        "id": source.id,
        "type": _TYPES[source.sort],
        "language": "nl",
        "title": f"{source.name}: {source.subtitle}" if source.subtitle else source.name,
    }
    if linked.authors:
        item["author"] = [make_name(author) for author in linked.authors]
    _add_container(item, source)
    _add_facts(item, source)
    return item


def make_name(author: Person | str) -> Name:
    """Give a name in parts; an organisation, or a name that has no parts, whole."""
    if isinstance(author, str):
        match = _INITIALS.fullmatch(author)
        if not match:
            return {"literal": author}
        return _join(match["given"], match["particle"] or "", match["family"])
    if author.sort != "persoon":
        return {"literal": author.name}
    given, particle, family = split_name(author.name)
    if not given:
        return {"literal": author.name}
    return _join(given, particle, family)


def _join(given: str, particle: str, family: str) -> Name:
    name: Name = {"family": family, "given": given}
    if particle:
        name["non-dropping-particle"] = particle
    return name


def _add_container(item: Item, source: Source) -> None:
    if not source.container:
        return
    title, _, rest = source.container.partition(", ")
    match = _ISSUE.fullmatch(rest)
    item["container-title"] = title
    if match:
        item["volume"], item["issue"] = match["volume"], match["issue"]
    elif rest:
        item["issue"] = rest


def _add_facts(item: Item, source: Source) -> None:
    if source.sort not in _PLAIN_SORTS:
        item["genre"] = source.sort
    if source.publisher:
        item["publisher"] = source.publisher
    if source.pages:
        item["page"] = source.pages
    if source.date != "z.d.":
        item["issued"] = make_when(source.date)
    if source.url:
        item["URL"] = source.url
    if source.accessed:
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
