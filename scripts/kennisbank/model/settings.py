"""The facts about the knowledge base itself."""

import re
from typing import Annotated

from pydantic import AfterValidator

from kennisbank.model.base import Part, Stored, authored
from kennisbank.model.fields import AS_TUPLE, Line, Prose, WebAddress, Words
from kennisbank.model.guesses import tell_meant
from kennisbank.model.limits import fault

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_PART = r"[^\s<>\"'`{}|\\^]"
"""A sign that may stand in a web address."""


def _check_mail(value: str) -> str:
    if not _MAIL.fullmatch(value):
        meant = _MAIL.search(value)
        hint = tell_meant(meant[0]) if meant else "; schrijf naam@voorbeeld.nl"
        raise fault("geen-mailadres", f'"{value}" is geen mailadres{hint}')
    return value


def _filled_in(pattern: str, said: str) -> AfterValidator:
    """Give a check on a web address with places that are filled in; else `said` is said of it."""

    def check(value: str) -> str:
        if not re.fullmatch(f"https://{pattern}", value):
            raise fault("geen-webadres", f'"{value}" is geen webadres {said}')
        return value

    return AfterValidator(check)


MailAddress = Annotated[Line, AfterValidator(_check_mail)]
FormAddress = Annotated[
    Line,
    _filled_in(
        rf"{_PART}+\{{titel\}}({_PART}+\{{tekst\}})?",
        "van een formulier; begin met https:// en zet {titel} en {tekst} waar die ingevuld worden",
    ),
]
EditorAddress = Annotated[
    Line,
    _filled_in(
        rf"{_PART}+\{{bestand\}}{_PART}*",
        "om een bestand te bewerken; begin met https:// en zet {bestand} waar het pad van het "
        "record komt",
    ),
]


class Elsewhere(Part):
    """Terms that readers look for and that the articles do not treat, and where to look."""

    called = "niet behandeld"

    terms: Words = authored("termen", "waarop lezers zoeken, ook afkortingen", min_length=1)
    place: Line = authored("waar", "wie er wel over schrijft")
    url: WebAddress = authored("url", "het webadres daarvan")


class Settings(Stored):
    """The facts about the knowledge base itself (kennisbank.yml)."""

    name: Line = authored("titel", "de naam van de kennisbank")
    description: Prose = authored("omschrijving", "wat de kennisbank is, in één zin")
    publisher: Line = authored(
        "uitgever", "wie de kennisbank uitgeeft; staat als auteur in verwijzingen"
    )
    licence: Line = authored("licentie", "de licentie van de teksten")
    licence_url: WebAddress = authored("licentie_url", "het webadres van de licentie")
    contact: MailAddress | None = authored(
        "contact", "mailadres voor vragen en meldingen", default=None
    )
    feedback_form: FormAddress | None = authored(
        "meldpunt",
        "webadres van een formulier voor meldingen; {titel} en {tekst} worden ingevuld",
        default=None,
    )
    editor: EditorAddress | None = authored(
        "bewerken",
        "webadres waar de git-host een bestand laat bewerken; {bestand} wordt ingevuld",
        default=None,
    )
    edition: Line | None = authored("editie", "de laatste vastgelegde editie", default=None)
    ambiguous: Words = authored(
        "dubbelzinnige_termen", "termen die nooit vanzelf een link worden", default=()
    )
    no_names: Words = authored(
        "geen_namen",
        "woorden die ook een ingetrokken achternaam zijn, maar hier iets anders betekenen",
        default=(),
    )
    elsewhere: Annotated[tuple[Elsewhere, ...], AS_TUPLE] = authored(
        "niet_behandeld",
        "waar lezers naar zoeken en de artikelen niet over gaan, en waar het wel staat",
        default=(),
    )
