"""What readers see does not rest on a record that they cannot see yet.

Uitleg: Wie iets zegt en in welke bron, dat staat er voor de lezer altijd bij. Is die persoon of
bron nog een ontwerp, dan zou de uitspraak zonder bericht wegvallen. Zo ook het thema van een begrip
en de bronnen van een tekening. Maak dat andere record af, en haal daar de regel met status weg.
Fout:
    status: ontwerp
    naam: Kristel Driessens
    soort: persoon
Goed:
    naam: Kristel Driessens
    soort: persoon
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.model.references import iterate_references
from kennisbank.problems import Fault

RULES = ("rust-op-ontwerp",)
_DISPENSABLE = frozenset({"ook_thema", "relaties", "diagrammen", "verder_lezen", "begrippen"})
"""What a page does without as long as it is a draft."""


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each draft that a theme, a claim, an example or a diagram cannot miss."""
    for record in (
        *records.concepts.values(),
        *records.examples.values(),
        *records.diagrams.values(),
    ):
        for reference in () if record.is_draft else iterate_references(record):
            needed = records.by_kind(reference.kind_name).get(reference.id)
            if needed and needed.is_draft and not _DISPENSABLE.intersection(reference.where[:1]):
                message = (
                    f'{needed.kind.name} "{needed.id}" is nog een ontwerp; maak dat eerst af en '
                    'haal daar de regel met "status" weg'
                )
                yield Fault(
                    path=record.path,
                    where=reference.where,
                    rule="rust-op-ontwerp",
                    message=message,
                )
