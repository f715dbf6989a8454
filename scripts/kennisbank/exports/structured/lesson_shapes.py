"""The published shape of cases and routes."""

from typing_extensions import TypedDict  # pydantic asks for this one before Python 3.12


class Antwoord(TypedDict):
    """A concept that can be seen in a case, and why."""

    begrip: str
    uitleg: str


class Casus(TypedDict):
    """A situation that the editors made up."""

    id: str
    adres: str
    titel: str
    tekst: str
    antwoorden: list[Antwoord]
    vragen: list[str]


class Stap(TypedDict):
    """A step of a route: a concept and what to look for."""

    begrip: str
    let_op: str


class Leerroute(TypedDict):
    """An ordered way through concepts."""

    id: str
    adres: str
    titel: str
    doel: str
    voor_wie: str
    minuten: int
    stappen: list[Stap]
    vragen: list[str]
