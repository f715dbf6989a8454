"""Cases and routes: what a class works with, and the lesson that takes it there."""

from collections.abc import Mapping
from typing import Annotated, Literal

from kennisbank.model.base import Part, Record, authored, sayings
from kennisbank.model.fields import (
    AS_TUPLE,
    Elaboration,
    Line,
    Number,
    Prose,
    Questions,
    Sayings,
    Sentences,
    Words,
)
from kennisbank.model.ids import CaseIds, ConceptId, ConceptIds, ExampleIds
from kennisbank.vocabulary import CASE, ROUTE


class Case(Record):
    """A situation that the editors made up, with passages in which concepts can be seen."""

    kind = CASE
    name: Line = authored("titel", "de titel")
    text: Elaboration = authored(
        "tekst", "het verhaal; [[begrip|de passage]] zegt welk begrip je in een passage ziet"
    )
    answers: Mapping[ConceptId, Prose] = authored(
        "antwoorden", "bij elk begrip: waarom je het hier ziet, en wat er ook goed is", min_length=1
    )
    questions: Questions = authored("vragen", "vragen bij de casus, één per regel")
    said: Sayings = sayings()


class Activity(Part):
    """Something else to do with a class (a `werkvorm`), outside the lesson."""

    called = "werkvorm"

    name: Line = authored("titel", "de naam van de werkvorm")
    minutes: Number = authored("minuten", "hoe lang het duurt", examples=[10])
    text: Prose = authored("tekst", "wat je doet")


class LessonPart(Part):
    """A part of a lesson; the parts together last as long as the route says."""

    called = "onderdeel"

    sort: Literal["opening", "werkvorm", "nagesprek", "afsluiting"] = authored(
        "soort", "opening, werkvorm, nagesprek of afsluiting", default="werkvorm"
    )
    name: Line = authored("titel", "de naam van het onderdeel")
    minutes: Number = authored("minuten", "hoe lang het duurt", examples=[10])
    text: Prose = authored("tekst", "wat de klas doet, gezegd tegen de student")
    cases: CaseIds = authored("casussen", "de casussen die je hier gebruikt", default=())
    examples: ExampleIds = authored("voorbeelden", "de voorbeelden die je gebruikt", default=())
    cards: Sentences = authored(
        "kaarten", "situaties, rollen of stellingen om te gebruiken, één per regel", default=()
    )
    material: Words = authored("materiaal", "wat de docent klaarlegt", default=())
    look_for: Prose | None = authored(
        "let_op", "voor de docent: waar je op let, en wat goede antwoorden zijn", default=None
    )


class Route(Record):
    """An ordered way through concepts, with a lesson about them."""

    kind = ROUTE
    name: Line = authored("titel", "de titel")
    order: Number | None = authored("volgorde", "de plaats in de rij leerroutes", default=None)
    goal: Prose = authored("doel", "wat je na afloop kunt")
    audience: Prose = authored("voor_wie", "voor wie de route is")
    minutes: Number = authored("minuten", "hoe lang de les duurt", examples=[45])
    steps: Mapping[ConceptId, Prose] = authored(
        "stappen", "op volgorde: begrip en waar je op let", min_length=2
    )
    preparation: ConceptIds = authored(
        "voorbereiding", "de begrippen die studenten thuis lezen", default=()
    )
    lesson: Annotated[tuple[LessonPart, ...], AS_TUPLE] = authored(
        "les", "de les, onderdeel voor onderdeel", default=()
    )
    questions: Questions = authored("vragen", "vragen bij de route, één per regel")
    activities: Annotated[tuple[Activity, ...], AS_TUPLE] = authored(
        "werkvormen", "wat je ook nog met een klas kunt doen", default=()
    )
    said: Sayings = sayings()
