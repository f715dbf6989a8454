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
from kennisbank.model.records import Records, find_named_kinds
from kennisbank.model.references import iterate_places, iterate_references
from kennisbank.model.voices import Source
from kennisbank.problems import Fault, suggest
from kennisbank.vocabulary import KINDS

RULE_BY_KIND = {
    kind.name: f"onbekend{'e' if kind.article == 'de' else ''}-{kind.name}" for kind in KINDS
}
SAID = {
    "onbekende-plaats": 'bron "{source}" heeft geen plaats "{name}"{hint}',
    "plaats-kies": "; kies uit: {places}",
    "plaats-geen": '; voeg "plaatsen" toe aan die bron',
}
RULES = (*(RULE_BY_KIND[name] for name in sorted(find_named_kinds())), "onbekende-plaats")


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each id that names nothing, with the nearest that exists."""
    for record in records.all():
        for reference in iterate_references(record):
            kind, name = reference.kind_name, reference.id
            if not (reference.is_successor or records.has(kind, name)):
                yield record.fault(
                    RULE_BY_KIND[kind],
                    reference.where,
                    f'{kind} "{name}" bestaat niet',
                    at_key=reference.at_key,
                    about=(kind, name),
                )
        yield from _check_places(records, record)


def _check_places(records: Records, record: Record) -> Iterator[Fault]:
    for reference in iterate_places(record):
        source = records.sources.get(reference.source)
        if source and reference.name not in source.places:
            yield record.fault(
                "onbekende-plaats",
                reference.where,
                _explain_place(source, reference.name, is_own=source is record),
                at_key=reference.at_key,
            )


def _explain_place(source: Source, name: str, *, is_own: bool) -> str:
    hint = suggest(name, source.places)
    if is_own:
        return f'plaats "{name}" staat niet bij "plaatsen"{hint}'
    return SAID["onbekende-plaats"].format(
        source=source.id, name=name, hint=hint or _choices(source)
    )


def _choices(source: Source) -> str:
    places = ", ".join(source.places)
    return SAID["plaats-kies" if places else "plaats-geen"].format(places=places)
