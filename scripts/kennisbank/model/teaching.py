"""Themes, examples, routes and diagrams: what leads a reader to the concepts."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from kennisbank.model.base import Part, Record, authored
from kennisbank.model.fields import (
    AS_TUPLE,
    Line,
    Number,
    Prose,
    Question,
    Questions,
)
from kennisbank.model.ids import (
    ConceptId,
    ConceptIds,
    DiagramIds,
    OneOrMorePersonIds,
    PersonId,
    PlaceId,
    SourceId,
    SourceIds,
)
from kennisbank.model.marks import Flag, Sort, StandIn
from kennisbank.vocabulary import DIAGRAM, EXAMPLE, ROUTE, THEME


class Theme(Record):
    """One of the themes."""

    kind = THEME
    name: Line = authored("titel", "de naam van het thema")
    order: Number = authored("volgorde", "de plaats in de rij thema's")
    question: Question = authored("kernvraag", "de vraag waar het thema om draait")
    introduction: Annotated[Prose, StandIn()] = authored("inleiding", "waar het thema over gaat")
    diagrams: DiagramIds = authored("diagrammen", "tekeningen bij het thema", default=())

    @property
    def title(self) -> str:
        """Give the name of the theme."""
        return self.name


class Example(Record):
    """A practice example from an article."""

    kind = EXAMPLE
    may_stay_away = True
    name: Line = authored("titel", "de titel")
    text: Prose = authored("tekst", "wat er gebeurde")
    who: OneOrMorePersonIds = authored("wie", "wie het vertelt")
    via: Annotated[PersonId | None, Flag.FIRM] = authored(
        "via", "via wie we het weten", default=None
    )
    source: SourceId = authored("bron", "in welke bron het staat")
    place: PlaceId = authored("plaats", "onder welke kop het staat")
    concepts: ConceptIds = authored("begrippen", "welke begrippen je hier ziet", min_length=1)
    question: Question | None = authored("vraag", "een vraag om over na te denken", default=None)

    @property
    def title(self) -> str:
        """Give the title."""
        return self.name


class Activity(Part):
    """Something to do with a class (a `werkvorm`)."""

    called = "werkvorm"

    name: Line = authored("titel", "de naam van de werkvorm")
    minutes: Number = authored("minuten", "hoe lang het duurt", examples=[10])
    text: Prose = authored("tekst", "wat je doet")


class Route(Record):
    """An ordered way through concepts."""

    kind = ROUTE
    name: Line = authored("titel", "de titel")
    goal: Prose = authored("doel", "wat je na afloop kunt")
    audience: Prose = authored("voor_wie", "voor wie de route is")
    minutes: Number = authored("minuten", "hoe lang de route duurt", examples=[45])
    steps: Mapping[ConceptId, Prose] = authored(
        "stappen", "op volgorde: begrip en waar je op let", min_length=2
    )
    questions: Questions = authored("vragen", "vragen bij de route, één per regel")
    activities: Annotated[tuple[Activity, ...], AS_TUPLE] = authored(
        "werkvormen", "wat je met een klas kunt doen", default=()
    )

    @property
    def title(self) -> str:
        """Give the title."""
        return self.name


class Diagram(Record):
    """A drawing and the same content in words."""

    kind = DIAGRAM
    drawing: Annotated[str, Sort.WORDS, Flag.FIRM] = Field(default="", alias="@drawing")
    name: Line = authored("titel", "de titel")
    text: Prose = authored("tekst", "dezelfde inhoud in woorden")
    sources: Annotated[SourceIds, Flag.FIRM] = authored(
        "bronnen", "op welke bronnen de tekening steunt", min_length=1
    )

    @property
    def title(self) -> str:
        """Give the title."""
        return self.name
