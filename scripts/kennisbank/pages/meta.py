"""The front matter that the theme's templates read: who and where a page is."""

from datetime import date
from typing import Any

from kennisbank.dutch import write_day
from kennisbank.model.base import Record
from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.render import render_plain

_LONGEST = 160


def make_meta(kind: str, title: str, address: str, description: str) -> dict[str, Any]:
    """Give the keys that every page has; `address` is from the root of the site."""
    return {
        "title": title,
        "description": shorten(description),
        "kind": kind,
        "address": address,
    }


def make_record_meta(record: Record, description: str) -> dict[str, Any]:
    """Give the keys of a page about one record."""
    meta = make_meta(record.kind.name, record.title, record.kind.address(record.id), description)
    meta.update(make_day(record.changes[0].day))
    meta["record"] = record.path
    if record.status != "vastgesteld":
        meta["status"] = record.status
    return meta


def make_day(day: date) -> dict[str, str]:
    """Give the day on which a page last changed, for machines and for readers."""
    return {"day": day.isoformat(), "day_text": write_day(day)}


def describe(concept: LinkedConcept) -> str:
    """Give the plain text that stands for a concept in lists and cards: its short version."""
    return render_plain(concept.short)


def shorten(text: str) -> str:
    """Cut a description at a word, for search engines and previews."""
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:–") + " …"
