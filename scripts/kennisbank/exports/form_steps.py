"""In which order somebody who begins a record fills its form: a few fields at a time.

Each field of a kind stands in one step; what no step names comes in a step before the last.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from kennisbank.vocabulary import CONCEPT, PERSON, SOURCE


class Step(NamedTuple):
    """A step of a form: what it is called, what to do, and the keys of its fields.

    One that `covers` shows the places of a source, with what is said there so far.
    """

    title: str
    help: str
    keys: tuple[str, ...]
    covers: bool = False


BEGIN = {PERSON.name: "Een nieuwe stem (persoon)", SOURCE.name: "Een nieuw artikel (bron)"}
"""What the button says that begins a record, where that is not the name of its kind."""
_REST = "Wat er verder te zeggen is. Alles hier mag leeg blijven."
_LAST = Step(
    "Klaar",
    "Zolang de status ontwerp is, zien lezers dit niet. Kies vastgesteld als alles af is.",
    ("status", "wijzigingen"),
)
_LAST_OF = {
    SOURCE.name: " Staan er uitspraken uit dit artikel bij begrippen die lezers al zien? Die "
    "begrippen kunnen niet zonder dit artikel: kies dan vastgesteld voor je alles bewaart."
}
STEPS: dict[str, tuple[Step, ...]] = {
    CONCEPT.name: (
        Step(
            "In het kort",
            "Wat is het? Eén zin als definitie, en dan in gewone taal wat die betekent.",
            ("voorkeursterm", "omvang", "definitie", "definitie_van", "uitleg"),
        ),
        Step("Wie zegt wat", "Wie zegt hier iets over, en waar staat dat?", ("uitspraken",)),
        Step(
            "Samenhang",
            "Bij welke andere begrippen hoort het, en waarom? De reden lezen mensen aan beide "
            "kanten.",
            ("relaties", "ook_thema"),
        ),
        Step("Vragen", "Waarover kan een student nadenken?", ("toelichting", "vragen")),
    ),
    PERSON.name: (
        Step("Wie het is", "De naam zoals lezers die zien.", ("naam", "soort")),
        Step(
            "Openbaar of niet",
            "Vertelde deze persoon over het eigen leven? Kies dan beperkt: dan staat de naam "
            "alleen bij dat verhaal.",
            ("zichtbaarheid",),
        ),
        Step("Rol", "Wie is deze persoon, volgens de bron zelf?", ("rollen",)),
    ),
    SOURCE.name: (
        Step(
            "Het artikel",
            "Wat is het, van wie, en waar lees je het?",
            ("titel", "soort", "basis", "auteurs", "in", "uitgever", "datum", "url"),
        ),
        Step(
            "De koppen",
            "Neem de koppen over, in hun volgorde. Zo weet een lezer straks waar iets staat.",
            ("plaatsen",),
        ),
        Step("Wie spreekt", "Wie is er in dit artikel zelf aan het woord?", ("sprekers",)),
        Step(
            "Uitspraken",
            "Wat staat er onder elke kop? Kies bij welk begrip het hoort. Is er niets te halen, "
            "schrijf dan waarom.",
            ("zonder_uitspraak",),
            covers=True,
        ),
    ),
}


def list_steps(kind_name: str, keys: Iterable[str]) -> list[dict[str, Any]]:
    """Give the steps in which a record of a kind is filled; none when it is short as it is."""
    steps = STEPS.get(kind_name, ())
    named = {key for step in (*steps, _LAST) for key in step.keys}
    rest = Step("Verder", _REST, tuple(key for key in keys if key not in named))
    last = _LAST._replace(help=_LAST.help + _LAST_OF.get(kind_name, ""))
    return [step._asdict() for step in (*steps, rest, last)] if steps else []
