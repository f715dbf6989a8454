"""A route visits concepts that readers can open, each once.

Uitleg: Elke stap van een leerroute is een ander begrip, en dat begrip is vastgesteld.
Fout:
    stappen:
      een-ontwerp: |
        Dit begrip is nog niet vastgesteld.
Goed:
    stappen:
      verbinden: |
        Let op hoe het contact begint.
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.problems import Fault
from kennisbank.vocabulary import PUBLISHED

RULES = ("stap-niet-open",)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each step to a draft or ended concept; a double step is a double key."""
    for route in records.routes.values():
        for step in route.steps:
            concept = records.concepts.get(step)
            if concept and concept.status != PUBLISHED and not route.is_draft:
                status = "nog een ontwerp" if concept.is_draft else concept.status
                message = f'begrip "{step}" is {status}; kies een begrip dat vastgesteld is'
                yield route.fault("stap-niet-open", ("stappen", step), message, at_key=True)
