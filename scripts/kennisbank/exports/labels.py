"""The names of pages, for "bedoel je …?": a list that is small, whatever the number of concepts.

By folder, each page is a list: its identifier, its name, its other labels. The identifier is left
empty when the name spells it. Names are taken first, then synonyms, then search terms in turn, one
of each concept, until the list is full.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, zip_longest

from kennisbank.exports.export import Export
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.site import Site

MAX_BYTES = 15_000
_FOLDERS = 100
"""Room for the names of the folders and their brackets."""
_SIZES = ("kern", "gewoon", "kort")


def make(site: Site) -> Iterator[Artifact]:
    """Make the list."""
    yield later("data/labels.json", lambda: _serialise(_collect(site)))


def _collect(site: Site) -> dict[str, list[str]]:
    """Give the labels by address, as many as fit."""
    pages: dict[str, list[str]] = {}
    room = MAX_BYTES
    for address, label in _order(site):
        known = pages.get(address, [])
        if label.casefold() in (each.casefold() for each in known):
            continue
        room -= len(_dump(label).encode()) + 1
        if not known:
            room -= len(_dump(_row(address, [label])[0])) + 3
        if room < _FOLDERS:
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
    yield from _take_turns(concepts, lambda concept: concept.alternative_labels)
    yield from _take_turns(concepts, lambda concept: concept.hidden_labels)


def _find_others(site: Site) -> Iterator[Record]:
    yield from (linked.person for linked in site.people)
    yield from (linked.theme for linked in site.themes)
    yield from chain(
        (linked.route for linked in site.routes),
        (linked.example for linked in site.examples),
        (linked.case for linked in site.cases),
    )
    yield from (linked.source for linked in site.sources)


def _name(record: Record) -> tuple[str, str]:
    return record.kind.address(record.id), record.title


def _take_turns(
    concepts: Iterable[Concept], labels: Callable[[Concept], Iterable[str]]
) -> Iterator[tuple[str, str]]:
    """Give the first label of each concept, then the second of each, to the last."""
    rows = [
        [(concept.kind.address(concept.id), label) for label in labels(concept)]
        for concept in concepts
    ]
    return (pair for turn in zip_longest(*rows) for pair in turn if pair)


def _row(address: str, labels: list[str]) -> list[str]:
    identifier = address.split("/")[1]
    return ["" if identifier == _spell(labels[0]) else identifier, *labels]


def _spell(name: str) -> str:
    """Give the identifier that a name spells; docs/assets/zoeken/labels.js does the same."""
    decomposed = unicodedata.normalize("NFKD", name).lower()
    plain = "".join(letter for letter in decomposed if unicodedata.category(letter)[0] != "M")
    return re.sub(r"[^a-z0-9]+", "-", re.sub("['’‘`]", "", plain)).strip("-")


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _serialise(pages: dict[str, list[str]]) -> bytes:
    folders: dict[str, list[list[str]]] = {}
    for address, labels in sorted(pages.items()):
        folders.setdefault(address.split("/")[0], []).append(_row(address, labels))
    return f"{_dump(folders)}\n".encode()


EXPORT = Export(
    make=make,
)
