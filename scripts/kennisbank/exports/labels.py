"""The names of pages, for "bedoel je …?": a list that is small, whatever the number of concepts.

Each page is a list: its address, its name, its other labels. Names come first, then synonyms,
then search terms, until the list is full.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from kennisbank.model.artifact import Artifact
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.site import Site

MAX_BYTES = 15_000
_SIZES = ("kern", "gewoon", "kort")


def make(site: Site) -> Iterator[Artifact]:
    """Make the list."""
    pages = _collect(site)
    yield Artifact("data/labels.json", _serialise(pages))


def _collect(site: Site) -> dict[str, list[str]]:
    """Give the labels by address, as many as fit."""
    pages: dict[str, list[str]] = {}
    room = MAX_BYTES - len("[]\n")
    for address, label in _order(site):
        known = pages.get(address, [])
        if label.casefold() in (each.casefold() for each in known):
            continue
        parts = [label] if known else [address, label]
        room -= sum(len(_dump(part).encode()) + 1 for part in parts) + (0 if known else 2)
        if room < 0:
            break
        pages.setdefault(address, []).append(label)
    return pages


def _order(site: Site) -> Iterator[tuple[str, str]]:
    """Give addresses with labels, what matters most first; the themes are what searching offers."""
    concepts = sorted(
        (linked.concept for linked in site.concepts.values()),
        key=lambda concept: (_SIZES.index(concept.size), concept.id),
    )
    yield from (_name(linked.theme) for linked in site.themes)
    yield from (_name(concept) for concept in concepts)
    yield from (_name(record) for record in _find_others(site))
    for concept in concepts:
        yield from _pair(concept, concept.alternative_labels)
    for concept in concepts:
        yield from _pair(concept, concept.hidden_labels)


def _find_others(site: Site) -> Iterator[Record]:
    yield from (linked.person for linked in site.people if not linked.person.is_private)
    yield from (linked.theme for linked in site.themes)
    yield from chain(
        (linked.route for linked in site.routes), (linked.example for linked in site.examples)
    )
    yield from (linked.source for linked in site.sources)


def _name(record: Record) -> tuple[str, str]:
    return record.kind.address(record.id), record.title


def _pair(concept: Concept, labels: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((concept.kind.address(concept.id), label) for label in labels)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _serialise(pages: dict[str, list[str]]) -> bytes:
    rows = [[address, *labels] for address, labels in sorted(pages.items())]
    return f"{_dump(rows)}\n".encode()
