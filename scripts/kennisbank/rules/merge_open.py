"""A merge is finished by people: what the other record said is taken over, or left out.

Uitleg: "kennisbank merge" zet de hele tekst van het oude begrip in "samenvoegen". Neem over wat je
wilt houden (uitspraken, relaties, termen) en haal het veld daarna weg.
Fout:
    samenvoegen: |
      voorkeursterm: Stroompje
Goed:
    alternatieve_termen:
    - stroompje
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.problems import Fault

RULES = ("samenvoegen-open",)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each concept that still holds the text of another one."""
    for concept in records.concepts.values():
        if concept.merged:
            message = (
                'het samenvoegen is nog niet af; neem over wat je wilt houden uit "samenvoegen" '
                "en haal dat veld dan weg"
            )
            yield Fault(
                path=concept.path,
                where=("samenvoegen",),
                at_key=True,
                rule="samenvoegen-open",
                message=message,
            )
