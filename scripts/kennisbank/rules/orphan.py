"""Every concept is related to at least one other.

Uitleg: Een begrip zonder relatie vindt niemand terug. Geef het minstens één relatie, hier of in
een ander record.
Fout:
    (een begrip zonder "relaties", dat ook nergens anders genoemd wordt)
Goed:
    relaties:
      verwant:
        werkrelatie: |
          Zonder vertrouwen komt er geen werkrelatie.
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.problems import Fault
from kennisbank.rules.base import iterate_edges

RULES = ("los-begrip",)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each concept that is in no relation; none while a concept is unreadable."""
    if any(kind == "begrip" for kind, _ in records.broken):
        return
    related: set[str] = set()
    for edge in iterate_edges(records):
        related.update((edge.concept.id, edge.target))
    for concept in records.concepts.values():
        if concept.id not in related and not concept.relations and not concept.is_draft:
            message = (
                f'"{concept.id}" heeft met geen enkel begrip een relatie; geef het er minstens één'
            )
            yield concept.fault("los-begrip", (), message)
