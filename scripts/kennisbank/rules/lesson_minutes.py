"""The parts of a lesson together last as long as the route says.

Uitleg: "minuten" zegt hoe lang de les van een leerroute duurt. De minuten van alle onderdelen onder
"les" zijn samen precies zoveel: een docent plant er een lesuur mee.
Fout:
    minuten: 50
    les:
    - soort: opening
      titel: Wie bepaalt hier?
      minuten: 8
      tekst: |
        Schrijf op wie vandaag iets over jou bepaalde.
Goed:
    minuten: 8
    les:
    - soort: opening
      titel: Wie bepaalt hier?
      minuten: 8
      tekst: |
        Schrijf op wie vandaag iets over jou bepaalde.
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.problems import Fault

RULES = ("minuten-kloppen-niet",)

SAID = {
    "minuten-kloppen-niet": "de onderdelen van de les duren samen {total} minuten; schrijf dat "
    "hier, of maak een onderdeel langer of korter"
}


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each route whose lesson takes more or less time than it says."""
    for route in records.routes.values():
        total = sum(part.minutes for part in route.lesson)
        if route.lesson and total != route.minutes:
            yield Fault(
                path=route.path,
                where=("minuten",),
                rule="minuten-kloppen-niet",
                message=SAID["minuten-kloppen-niet"].format(total=total),
            )
