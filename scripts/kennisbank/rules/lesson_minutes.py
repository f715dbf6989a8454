"""The parts of a lesson together last as long as the route says, and its steps fit in a part.

Uitleg: "minuten" zegt hoe lang de les van een leerroute duurt. De minuten van alle onderdelen onder
"les" zijn samen precies zoveel: een docent plant er een lesuur mee. Staan er in de tekst van een
onderdeel minuten tussen haakjes, dan passen die samen in dat onderdeel.
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

import re
from collections.abc import Iterator

from kennisbank.model.lesson import Route
from kennisbank.model.records import Records
from kennisbank.problems import Fault

RULES = ("minuten-kloppen-niet",)
_STEP = re.compile(r"\((\d{1,3})\s+minu(?:ut|ten)\)")

SAID = {
    "minuten-kloppen-niet": "de onderdelen van de les duren samen {total} minuten; schrijf dat "
    "hier, of maak een onderdeel langer of korter"
}


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each route whose lesson takes more or less time than it says."""
    for route in records.routes.values():
        total = sum(part.minutes for part in route.lesson)
        if route.lesson and total != route.minutes:
            yield route.fault(
                "minuten-kloppen-niet",
                ("minuten",),
                SAID["minuten-kloppen-niet"].format(total=total),
            )
        yield from _check_steps(route)


def _check_steps(route: Route) -> Iterator[Fault]:
    """Give a fault for each part whose steps take more minutes than it has."""
    for index, part in enumerate(route.lesson):
        total = sum(map(int, _STEP.findall(part.text)))
        if total > part.minutes:
            yield route.fault(
                "minuten-kloppen-niet",
                ("les", index, "minuten"),
                f"de stappen in de tekst duren samen {total} minuten, en het onderdeel "
                f"{part.minutes}; maak het onderdeel langer of een stap korter",
            )
