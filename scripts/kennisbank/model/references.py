"""Every place where one record names another."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kennisbank.memory import remembered
from kennisbank.model.base import Record
from kennisbank.model.concept import Claim, Concept, Origin
from kennisbank.model.teaching import Diagram, Example, Route, Theme
from kennisbank.model.text import find_targets, iterate_prose
from kennisbank.model.voices import Person, Source
from kennisbank.problems import Where
from kennisbank.record_id import ID_PATTERN
from kennisbank.vocabulary import KIND_BY_PREFIX


@dataclass(frozen=True, slots=True)
class Reference:
    """An id in a record: where it stands, and the kind and id of the record that it names.

    `offset` counts characters into a block of prose, for a [[link]].
    """

    where: Where
    kind_name: str
    id: str
    at_key: bool = False
    offset: int | None = None


@remembered
def iterate_references(record: Record) -> Iterator[Reference]:
    """Give every id in the fields of a record; links in texts are not among them."""
    if isinstance(record, Concept):
        yield from _concept_references(record)
    elif isinstance(record, Source):
        yield from _list(("sprekers",), "persoon", record.speakers)
        yield from _author_references(record)
    elif isinstance(record, Person):
        yield from _keys(("rollen",), "bron", record.roles)
    elif isinstance(record, Theme):
        yield from _list(("diagrammen",), "diagram", record.diagrams)
    elif isinstance(record, Example):
        yield from _voice_references(record, ())
        yield from _list(("begrippen",), "begrip", record.concepts)
    elif isinstance(record, Route):
        yield from _keys(("stappen",), "begrip", record.steps)
    elif isinstance(record, Diagram):
        yield from _list(("bronnen",), "bron", record.sources)


def _author_references(source: Source) -> Iterator[Reference]:
    """An author is a name, or the id of a person: what looks like an id must be one."""
    for index, author in enumerate(source.authors):
        if re.fullmatch(ID_PATTERN, author):
            yield Reference(("auteurs", index), "persoon", author)


def _concept_references(concept: Concept) -> Iterator[Reference]:
    yield Reference((), "thema", concept.theme)
    yield from _list(("ook_thema",), "thema", concept.other_themes)
    if concept.definition_origin:
        yield from _voice_references(concept.definition_origin, ("definitie_van",))
    for index, claim in enumerate(concept.claims):
        yield from _voice_references(claim, ("uitspraken", index))
    for kind, targets in concept.relations.items():
        yield from _keys(("relaties", kind), "begrip", targets)
    yield from _list(("diagrammen",), "diagram", concept.diagrams)
    yield from _list(("verder_lezen",), "bron", concept.further_reading)


def _voice_references(part: Claim | Example | Origin, where: Where) -> Iterator[Reference]:
    yield from _list((*where, "wie"), "persoon", part.who)
    if part.via:
        yield Reference((*where, "via"), "persoon", part.via)
    yield Reference((*where, "bron"), "bron", part.source)


def _list(where: Where, kind: str, names: Iterable[str]) -> Iterator[Reference]:
    for index, name in enumerate(names):
        yield Reference((*where, index), kind, name)


def _keys(where: Where, kind: str, names: Iterable[str]) -> Iterator[Reference]:
    for name in names:
        yield Reference((*where, name), kind, name, at_key=True)


@remembered
def iterate_all_references(record: Record) -> Iterator[Reference]:
    """Give every id in the fields and in the texts of a record, and its successor."""
    yield from iterate_references(record)
    if record.replaced_by:
        yield Reference(("vervangen_door",), record.kind.name, record.replaced_by)
    for where, text in iterate_prose(record):
        for target, offset in find_targets(text):
            kind = KIND_BY_PREFIX.get(target.prefix)
            if kind:
                yield Reference(where, kind.name, target.id, offset=offset)
