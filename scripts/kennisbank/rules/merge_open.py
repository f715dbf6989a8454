"""A merge is finished by people: what the other record said is taken over, or left out.

Uitleg: De opdracht merge zet de hele tekst van het oude begrip in een bestand naast het begrip dat
blijft. Neem over wat je wilt houden (uitspraken, relaties, termen) en haal dat bestand daarna weg.
Vroeger stond die tekst in het veld "samenvoegen"; haal dat veld na het overnemen ook weg.
Fout:
    (naast rivier.yml staat nog) rivier.samenvoegen-stroompje.txt
Goed:
    (in rivier.yml)
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
            yield concept.fault("samenvoegen-open", ("samenvoegen",), message, at_key=True)
