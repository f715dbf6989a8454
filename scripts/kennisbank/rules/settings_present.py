"""The knowledge base needs its own facts.

Uitleg: In concepts/kennisbank.yml staan titel, uitgever en licentie. Zonder dat bestand kan er
niets gebouwd worden.
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.problems import Fault

RULES = ("geen-kennisbank",)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault when kennisbank.yml is missing; a broken one has its own problems."""
    if records.settings is None and ("kennisbank", "kennisbank") not in records.broken:
        message = "kennisbank.yml ontbreekt; maak het met titel, omschrijving, uitgever en licentie"
        yield Fault(
            path="concepts/kennisbank.yml", where=(), rule="geen-kennisbank", message=message
        )
