"""The changes as a feed, from the records' own lists of changes: Atom (RFC 4287), JSON Feed 1.1."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple
from xml.etree import ElementTree as Xml

from kennisbank.exports.address import find_last_day, make_uri
from kennisbank.exports.export import Export, Format
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.base import Record
from kennisbank.model.site import Site

PATH, JSON_PATH = "data/wijzigingen.xml", "data/wijzigingen.json"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_LONGEST = 200
"""Entries in the feed: readers ask for it often, and older changes are on the pages."""


class Entry(NamedTuple):
    """What changed in one record on one day."""

    day: date
    record: Record
    text: str


def make(site: Site) -> Iterator[Artifact]:
    """Make the feed in both forms."""
    yield later(PATH, _make_feed, site)
    yield later(JSON_PATH, _make_json, site)


def _make_feed(site: Site) -> bytes:
    """Give the feed, newest change first."""
    feed = Xml.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "nl"})
    _add(feed, "title", f"{site.settings.name}: wat er veranderde")
    _add(feed, "id", site.absolute(PATH))
    _add(feed, "updated", _write_time(find_last_day(site)))
    _add(feed, "link", rel="self", type="application/atom+xml", href=site.absolute(PATH))
    _add(feed, "link", rel="alternate", type="text/html", href=site.site_url)
    _add(_add(feed, "author"), "name", site.settings.publisher)
    _add(feed, "rights", site.settings.licence)
    for entry in list_entries(site)[:_LONGEST]:
        _add_entry(site, feed, entry)
    Xml.indent(feed, " ")
    return bytes(Xml.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def list_entries(site: Site) -> list[Entry]:
    """Give every change, newest first; changes of one record on one day are one entry."""
    records: list[Record] = [
        *(linked.concept for linked in site.concepts.values()),
        *(linked.theme for linked in site.themes),
        *(linked.source for linked in site.sources),
        *(linked.example for linked in site.examples),
        *(linked.case for linked in site.cases),
        *(linked.route for linked in site.routes),
    ]
    entries = [
        Entry(day, record, "; ".join(change.text for change in changes))
        for record in records
        for day, changes in groupby(record.changes, key=lambda change: change.day)
    ]
    return sorted(entries, key=lambda e: (-e.day.toordinal(), e.record.kind.name, e.record.id))


def _make_json(site: Site) -> bytes:
    items = [
        {
            "id": f"{make_uri(site, entry.record.kind, entry.record.id)}#{entry.day.isoformat()}",
            "url": site.absolute(entry.record.kind.address(entry.record.id)),
            "title": entry.record.title,
            "content_text": f"{entry.record.kind.name.capitalize()}: {entry.text}",
            "date_modified": _write_time(entry.day),
        }
        for entry in list_entries(site)[:_LONGEST]
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{site.settings.name}: wat er veranderde",
        "home_page_url": site.site_url,
        "feed_url": site.absolute(JSON_PATH),
        "language": "nl",
        "authors": [{"name": site.settings.publisher, "url": site.site_url}],
        "items": items,
    }
    return f"{json.dumps(feed, ensure_ascii=False, indent=1)}\n".encode()


def _add_entry(site: Site, feed: Xml.Element, entry: Entry) -> None:
    record = entry.record
    element = _add(feed, "entry")
    _add(element, "title", f"{record.title}: {entry.text}")
    _add(element, "id", f"{make_uri(site, record.kind, record.id)}#{entry.day.isoformat()}")
    _add(element, "updated", _write_time(entry.day))
    href = site.absolute(record.kind.address(record.id))
    _add(element, "link", rel="alternate", type="text/html", href=href)
    _add(element, "summary", f"{record.kind.name.capitalize()}: {entry.text}")


def _add(parent: Xml.Element, tag: str, text: str = "", **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def _write_time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


FEED = Format(
    id="feed",
    name="Feed van wijzigingen (Atom en JSON)",
    use="Bericht als er iets verandert, in een feedlezer of in je elektronische leeromgeving.",
    pattern=f"{PATH} {JSON_PATH}",
    steps=(
        "Kopieer het adres van de feed.",
        "Plak het in je feedlezer.",
        "Elke wijziging heeft een link naar de pagina.",
    ),
)
EXPORT = Export(
    make=make,
    formats=(FEED,),
)
