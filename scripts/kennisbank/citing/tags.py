"""A source for programs that save it from its page: tags for the head, or a COinS.

The tags are those of Highwire and Dublin Core as Zotero's translator Embedded Metadata reads them;
they carry the most, but that translator takes the address of the page for a work that has none. A
COinS (an OpenURL 1.0 context object in a span) has no such habit, and goes before the tags: a
source without an address of its own gets one. It has no place for editors beside authors.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote, urlencode

from kennisbank.citing.forms import Form
from kennisbank.citing.item import Item, ItemName, When

Tag = tuple[str, str]
_HOUSE = {
    "report": "citation_technical_report_institution",
    "thesis": "citation_dissertation_institution",
}
_RANGE = re.compile(r"(\w+)-(\w+)")
_WHOLE = {"article-journal": "citation_journal_title", "chapter": "citation_inbook_title"}


def list_tags(item: Item, form: Form) -> list[Tag]:
    """Give the names and contents of the meta elements that say what a source is."""
    kind = item["type"]
    first, last = _split_pages(item.get("page", ""))
    tags = [
        ("z:itemType", form.zotero),
        ("DC.type", item.get("genre", "")),
        ("citation_title", item["title"]),
        *(("citation_author", each) for each in _protect(item.get("author", ()))),
        *(("citation_editor", each) for each in _protect(item.get("editor", ()))),
        ("citation_publication_date", _write_day(item.get("issued"))),
        (_WHOLE.get(kind, "DC.source"), item.get("container-title", "")),
        ("citation_volume", item.get("volume", "")),
        ("citation_issue", item.get("issue", "")),
        ("citation_firstpage", first),
        ("citation_lastpage", last),
        (_HOUSE.get(kind, "citation_publisher"), item.get("publisher", "")),
        ("citation_isbn", item.get("ISBN", "")),
        ("citation_doi", item.get("DOI", "")),
        ("citation_language", item["language"]),
        ("citation_public_url", item.get("URL", "")),
    ]
    return [tag for tag in tags if tag[1]]


def _split_pages(pages: str) -> tuple[str, str]:
    """Give first and last of one range of pages; anything else is whole in the first."""
    is_range = _RANGE.fullmatch(pages)
    return (is_range[1], is_range[2]) if is_range else (pages, "")


def write_coins(item: Item, form: Form) -> str:
    """Give a source as a context object; the type comes last, for it changes what a title is."""
    people = item.get("author") or ([] if "container-title" in item else item.get("editor", []))
    keys = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.title", item["title"]),
        ("rft.source", item.get("container-title", "")),
        *(("rft.au", each) for each in map(protect_name, people)),
        ("rft.date", _write_day(item.get("issued"))),
        ("rft.volume", item.get("volume", "")),
        ("rft.issue", item.get("issue", "")),
        ("rft.pages", item.get("page", "")),
        ("rft.publisher", item.get("publisher", "")),
        ("rft.isbn", item.get("ISBN", "")),
        ("rft.language", item["language"]),
        ("rft_id", f"info:doi/{item['DOI']}" if "DOI" in item else ""),
        ("rft.identifier", item.get("URL", "")),
        ("rft.type", form.zotero),
    ]
    return urlencode([key for key in keys if key[1]], quote_via=quote)


def protect_name(name: ItemName) -> str:
    """Give a name, family name first. A comma behind an institution keeps it from being split."""
    if "literal" in name:
        return f"{name['literal']}," if " " in name["literal"] else name["literal"]
    return f"{name['family']}, {name['given']}"


def _protect(names: Sequence[ItemName]) -> Iterator[str]:
    """Give names for tags; Zotero splits a lone name at its comma when each side has a space."""
    written = [protect_name(name) for name in names]
    if len(written) == 1 and all(" " in part for part in written[0].split(", ")):
        written[0] += ";"
    yield from written


def _write_day(when: When | None) -> str:
    return "-".join(f"{part:02}" for part in when["date-parts"][0]) if when else ""
