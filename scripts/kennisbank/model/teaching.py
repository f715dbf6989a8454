"""Themes, examples and diagrams: what leads a reader to the concepts."""

from typing import Annotated

from pydantic import Field

from kennisbank.model.base import Record, authored, sayings
from kennisbank.model.fields import (
    Line,
    Number,
    Prose,
    Question,
    Sayings,
)
from kennisbank.model.ids import (
    ConceptIds,
    DiagramIds,
    OneOrMorePersonIds,
    PersonId,
    PlaceId,
    SourceId,
    SourceIds,
)
from kennisbank.model.marks import Flag, Sort, StandIn
from kennisbank.vocabulary import DIAGRAM, EXAMPLE, THEME


class Theme(Record):
    """One of the themes."""

    kind = THEME
    name: Line = authored("titel", "de naam van het thema")
    order: Number = authored("volgorde", "de plaats in de rij thema's")
    question: Question = authored("kernvraag", "de vraag waar het thema om draait")
    introduction: Annotated[Prose, StandIn()] = authored("inleiding", "waar het thema over gaat")
    diagrams: DiagramIds = authored("diagrammen", "tekeningen bij het thema", default=())
    said: Sayings = sayings()


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
    said: Sayings = sayings()


class Diagram(Record):
    """A drawing and the same content in words."""

    kind = DIAGRAM
    drawing: Annotated[str, Sort.WORDS, Flag.FIRM] = Field(default="", alias="@drawing")
    name: Line = authored("titel", "de titel")
    text: Prose = authored("tekst", "dezelfde inhoud in woorden")
    sources: Annotated[SourceIds, Flag.FIRM] = authored(
        "bronnen", "op welke bronnen de tekening steunt", min_length=1
    )
