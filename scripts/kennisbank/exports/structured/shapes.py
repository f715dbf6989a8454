"""The shapes of the published JSON; their schema is made from these and carries a version.

A key may be added within a version; taking one away or changing its meaning makes a new version.
"""

from typing_extensions import TypedDict  # pydantic asks for this one before Python 3.12

from kennisbank.exports.structured.lesson_shapes import Casus, Leerroute

VERSION = "1"


class Name(TypedDict):
    """An id and what readers call it."""

    id: str
    naam: str


class Uitspraak(TypedDict):
    """A claim: who says what, through whom and where, in our words."""

    wie: list[Name]
    via: Name | None
    bron: str
    bronnaam: str
    plaats: str
    plaatsnaam: str
    vorm: str
    cijfer: str | None
    voorbehoud: str
    tekst: str


class Herkomst(TypedDict):
    """Whose definition it is, through whom and where."""

    wie: list[Name]
    via: Name | None
    bron: str
    bronnaam: str
    plaats: str
    plaatsnaam: str


class Relatie(TypedDict):
    """A relation as seen from the concept, with its reason, which may be the editors' own."""

    soort: str
    begrip: Name
    reden: str
    van_redactie: bool


class Wijziging(TypedDict):
    """A day (YYYY-MM-DD) and what changed for the reader."""

    datum: str
    tekst: str


class Begrip(TypedDict):
    """A concept with all that is said about it."""

    id: str
    uri: str
    adres: str
    thema: str
    ook_thema: list[str]
    status: str
    vervangen_door: str | None
    voorkeursterm: str
    alternatieve_termen: list[str]
    zoektermen: list[str]
    verbuigingen: list[str]
    engels: str | None
    omvang: str
    definitie: str
    definitie_van: Herkomst | None
    """None for a definition of the editors."""
    uitleg: str
    toelichting: str
    uitspraken: list[Uitspraak]
    relaties: list[Relatie]
    vragen: list[str]
    verder_lezen: list[str]
    overeenkomst: list[str]
    redactienoot: str
    aanvulling: str
    wijzigingen: list[Wijziging]


class Thema(TypedDict):
    """A theme with its concepts, core ones first."""

    id: str
    adres: str
    titel: str
    kernvraag: str
    inleiding: str
    begrippen: list[str]


class Persoon(TypedDict):
    """A person, or a group that speaks."""

    id: str
    adres: str
    naam: str
    soort: str


class Bron(TypedDict):
    """A source; what is not known is null."""

    id: str
    adres: str
    soort: str
    titel: str
    ondertitel: str | None
    auteurs: list[str]
    verschenen_in: str | None
    uitgever: str | None
    datum: str
    url: str | None
    doi: str | None
    verwijzing: str


class Voorbeeld(TypedDict):
    """A practice example."""

    id: str
    adres: str
    titel: str
    tekst: str
    bron: str
    plaats: str
    begrippen: list[str]


class EenBegrip(TypedDict):
    """The file of one concept."""

    schema: str
    licentie: str
    begrip: Begrip


class Kennisbank(TypedDict):
    """The file of the whole knowledge base."""

    schema: str
    titel: str
    uitgever: str
    licentie: str
    adres: str
    bijgewerkt: str
    themas: list[Thema]
    begrippen: list[Begrip]
    personen: list[Persoon]
    bronnen: list[Bron]
    voorbeelden: list[Voorbeeld]
    casussen: list[Casus]
    leerroutes: list[Leerroute]
