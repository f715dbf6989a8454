"""The knowledge base needs its own facts.

Uitleg: In concepts/kennisbank.yml staan titel, uitgever en licentie. Zonder dat bestand kan er
niets gebouwd worden.
Fout:
    (het bestand concepts/kennisbank.yml is er niet)
Goed:
    titel: Kennisbank Relationeel Werken
    omschrijving: |
      Begrippen over relationeel werken.
    uitgever: Kennisbank Relationeel Werken
    licentie: CC BY 4.0
    licentie_url: https://creativecommons.org/licenses/by/4.0/deed.nl
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.problems import Fault

RULES = ("geen-kennisbank",)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault when kennisbank.yml is missing; a broken one has its own problems."""
    if records.settings is None and ("kennisbank", "kennisbank") not in records.broken:
        message = (
            "kennisbank.yml ontbreekt; haal het terug uit git, of maak het met titel, "
            "omschrijving, uitgever en licentie"
        )
        yield Fault(
            path="concepts/kennisbank.yml", where=(), rule="geen-kennisbank", message=message
        )
