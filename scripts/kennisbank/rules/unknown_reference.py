"""Every id must name something that exists.

Uitleg: Een id is de bestandsnaam van een ander record, zonder .yml. Kijk of je het goed gespeld
hebt, of maak het record eerst.
Fout:
    relaties:
      spanning:
        zelfredzaamhied: |
          Het ene vertrekt vanuit ik, het andere vanuit wij.
Goed:
    relaties:
      spanning:
        zelfredzaamheid: |
          Het ene vertrekt vanuit ik, het andere vanuit wij.
"""

from collections.abc import Iterable, Iterator

from kennisbank.model.base import Record
from kennisbank.model.concept import Claim, Concept
from kennisbank.model.records import Records
from kennisbank.model.teaching import Diagram, Example, Route, Theme
from kennisbank.model.voices import Person, Source
from kennisbank.problems import Fault, Where, suggest

RULES = (
    "onbekend-begrip",
    "onbekende-persoon",
    "onbekende-bron",
    "onbekende-plaats",
    "onbekend-thema",
    "onbekend-diagram",
)
_RULE_BY_KIND = {
    "begrip": "onbekend-begrip",
    "persoon": "onbekende-persoon",
    "bron": "onbekende-bron",
    "thema": "onbekend-thema",
    "diagram": "onbekend-diagram",
}

Reference = tuple[Where, str, str, bool]
"""Where it stands, the kind of record it names, the id, and whether it is a key."""


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each id that names nothing, with the nearest that exists."""
    for record in records.all():
        for where, kind, name, at_key in _references(record):
            if not records.has(kind, name):
                known = [*records.by_kind(kind), *(i for k, i in records.broken if k == kind)]
                message = f'{kind} "{name}" bestaat niet{suggest(name, known)}'
                rule = _RULE_BY_KIND[kind]
                yield Fault(
                    path=record.path, where=where, at_key=at_key, rule=rule, message=message
                )
        yield from _check_places(records, record)


def _references(record: Record) -> Iterator[Reference]:
    if isinstance(record, Concept):
        yield from _concept_references(record)
    elif isinstance(record, Source):
        yield from _list(("sprekers",), "persoon", record.speakers)
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


def _concept_references(concept: Concept) -> Iterator[Reference]:
    yield (), "thema", concept.theme, False
    yield from _list(("ook_thema",), "thema", concept.other_themes)
    for index, claim in enumerate(concept.claims):
        yield from _voice_references(claim, ("uitspraken", index))
    for kind, targets in concept.relations.items():
        yield from _keys(("relaties", kind), "begrip", targets)
    yield from _list(("diagrammen",), "diagram", concept.diagrams)
    yield from _list(("verder_lezen",), "bron", concept.further_reading)


def _voice_references(part: Claim | Example, where: Where) -> Iterator[Reference]:
    yield from _list((*where, "wie"), "persoon", part.who)
    if part.via:
        yield (*where, "via"), "persoon", part.via, False
    yield (*where, "bron"), "bron", part.source, False


def _list(where: Where, kind: str, names: Iterable[str]) -> Iterator[Reference]:
    for index, name in enumerate(names):
        yield (*where, index), kind, name, False


def _keys(where: Where, kind: str, names: Iterable[str]) -> Iterator[Reference]:
    for name in names:
        yield (*where, name), kind, name, True


def _check_places(records: Records, record: Record) -> Iterator[Fault]:
    parts: list[tuple[Where, Claim | Example]] = []
    if isinstance(record, Concept):
        parts = [(("uitspraken", index), claim) for index, claim in enumerate(record.claims)]
    elif isinstance(record, Example):
        parts = [((), record)]
    for where, part in parts:
        source = records.sources.get(part.source)
        if source and part.place not in source.places:
            message = f'bron "{source.id}" heeft geen plaats "{part.place}"'
            message += suggest(part.place, source.places) or _choices(source)
            where = (*where, "plaats")
            yield Fault(path=record.path, where=where, rule="onbekende-plaats", message=message)
    if isinstance(record, Source):
        for place in record.silent_places:
            if place not in record.places:
                message = (
                    f'plaats "{place}" staat niet bij "plaatsen"{suggest(place, record.places)}'
                )
                where = ("zonder_uitspraak", place)
                yield Fault(
                    path=record.path,
                    where=where,
                    at_key=True,
                    rule="onbekende-plaats",
                    message=message,
                )


def _choices(source: Source) -> str:
    places = ", ".join(source.places)
    return f"; kies uit: {places}" if places else '; voeg "plaatsen" toe aan die bron'
