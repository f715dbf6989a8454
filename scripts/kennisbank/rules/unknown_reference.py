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

from collections.abc import Iterator

from kennisbank.model.base import Record
from kennisbank.model.concept import Claim, Concept, Origin
from kennisbank.model.records import Records
from kennisbank.model.references import iterate_references
from kennisbank.model.teaching import Example
from kennisbank.model.voices import Source
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


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each id that names nothing, with the nearest that exists."""
    for record in records.all():
        for reference in iterate_references(record):
            kind, name = reference.kind_name, reference.id
            if not records.has(kind, name):
                yield Fault(
                    path=record.path,
                    where=reference.where,
                    at_key=reference.at_key,
                    rule=_RULE_BY_KIND[kind],
                    message=f'{kind} "{name}" bestaat niet',
                    about=(kind, name),
                )
        yield from _check_places(records, record)


def _check_places(records: Records, record: Record) -> Iterator[Fault]:
    parts: list[tuple[Where, Claim | Example | Origin]] = []
    if isinstance(record, Concept):
        parts = [(("uitspraken", index), claim) for index, claim in enumerate(record.claims)]
        if record.definition_origin:
            parts.append((("definitie_van",), record.definition_origin))
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
