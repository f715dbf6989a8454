"""A small reader of pages that does as Zotero's translators do when a page is saved.

Written from their documented order, without their code: a COinS goes before everything; then the
tags of Highwire (citation_*), Zotero's own (z:, bib.), Dublin Core and Open Graph, in that order;
then the address of the page. No Zotero runs here: what it really does with a page is only as well
known as this reader is right.
"""

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qsl

Item = dict[str, Any]
_META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"')
_COINS = re.compile(r'<span class="Z3988" title="([^"]*)"')
_TYPES = {
    "artwork": "graphic",
    "blogPost": "post-weblog",
    "book": "book",
    "bookSection": "chapter",
    "journalArticle": "article-journal",
    "magazineArticle": "article-magazine",
    "radioBroadcast": "broadcast",
    "report": "report",
    "statute": "legislation",
    "thesis": "thesis",
    "tvBroadcast": "broadcast",
    "webpage": "webpage",
}
_TYPE_OF_TAG = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
_FIELDS = {
    "title": ("citation_title", "DC.title", "og:title"),
    "container-title": (
        "citation_journal_title", "citation_inbook_title", "DC.source", "og:site_name",
    ),
    "volume": ("citation_volume",),
    "issue": ("citation_issue",),
    "publisher": (
        "citation_publisher", "citation_technical_report_institution",
        "citation_dissertation_institution", "DC.publisher",
    ),
    "genre": ("DC.type",),
    "DOI": ("citation_doi",),
    "language": ("citation_language", "DC.language"),
    "URL": ("citation_public_url", "og:url"),
}  # fmt: skip


def save_page(text: str, address: str, today: tuple[int, int, int]) -> Item:
    """Give the item that comes of a page, as CSL."""
    coins = _COINS.search(text)
    item = _read_coins(unescape(unescape(coins[1]))) if coins else _read_tags(text, address)
    if item.get("URL"):
        item["accessed"] = {"date-parts": [list(today)]}
    return item


def _read_tags(text: str, address: str) -> Item:
    tags: dict[str, list[str]] = {}
    for name, content in _META.findall(text):
        tags.setdefault(name, []).append(unescape(content))
    found = [kind for tag, kind in _TYPE_OF_TAG.items() if tag in tags]
    guess = "journalArticle" if "citation_title" in tags else "webpage"
    kind = (*found, *tags.get("z:itemType", ()), guess)[0]
    item: Item = {"id": "x", "type": _TYPES[kind]}
    for field, names in _FIELDS.items():
        values = [tags[name][0] for name in names if name in tags]
        if values:
            item[field] = values[0]
    for role, names in (
        ("author", ("citation_author", "bib.authors", "DC.creator")),
        ("editor", ("citation_editor",)),
    ):
        people = next((tags[name] for name in names if name in tags), [])
        if people:
            item[role] = [_clean_author(each) for each in _split_people(people)]
    dates = [tags[name][0] for name in ("citation_publication_date", "DC.date") if name in tags]
    if dates:
        item["issued"] = {"date-parts": [[int(part) for part in dates[0].split("-")]]}
    pages = [tags[name][0] for name in ("citation_firstpage", "citation_lastpage") if name in tags]
    if pages:
        item["page"] = "-".join(pages)
    item.setdefault("URL", address)
    return item


def _split_people(people: list[str]) -> list[str]:
    """Split at semicolons; a lone name with spaces on both sides of its comma splits there."""
    parts = [part.strip() for each in people for part in each.split(";")]
    if len(parts) == 1:
        sides = re.split(r"\s*,\s*", parts[0])
        if len(sides) > 1 and " " in sides[0] and " " in sides[1]:
            parts = sides
    return [part for part in parts if part]


def _clean_author(text: str) -> dict[str, str]:
    """Split a name at its comma, or else at its last space; a comma at the end counts too."""
    has_comma = "," in text
    text = text.strip(" ,.") + ("." if text.endswith(".") else "")
    family, _, given = text.partition(", ") if has_comma else (text, "", "")
    if not has_comma and " " in text:
        given, _, family = text.rpartition(" ")
    return {"family": family, "given": given} if given else {"literal": family}


def _read_coins(context: str) -> Item:
    item: Item = {"id": "x"}
    names = {
        "rft.title": "title",
        "rft.source": "container-title",
        "rft.volume": "volume",
        "rft.issue": "issue",
        "rft.pages": "page",
        "rft.publisher": "publisher",
        "rft.language": "language",
        "rft.identifier": "URL",
    }
    for key, value in parse_qsl(context):
        if key in names:
            item[names[key]] = value
        elif key == "rft.au":
            item.setdefault("author", []).append(_clean_author(value))
        elif key == "rft.date":
            item["issued"] = {"date-parts": [[int(part) for part in value.split("-")]]}
        elif key == "rft.type":
            item["type"] = _TYPES[value]
    return item
