"""Cases and routes as linked."""

from dataclasses import dataclass

from kennisbank.model.lesson import Activity, Case, LessonPart, Route
from kennisbank.model.linked_concept import LinkedConcept, Notes
from kennisbank.model.teaching import Example
from kennisbank.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedAnswer:
    """What the knowledge base sees in passages of a case, and why."""

    concept: LinkedConcept
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedCase:
    """A case. In its text only passages are links; `answers` follow the order of the record."""

    case: Case
    notes: Notes
    text: Text
    answers: tuple[LinkedAnswer, ...]
    questions: tuple[Text, ...]
    routes: tuple[Route, ...]
    """The routes whose lesson works with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedStep:
    """A step of a route."""

    number: int
    concept: LinkedConcept
    look_for: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPart:
    """A part of a lesson. It begins `start` minutes after the lesson does."""

    part: LessonPart
    start: int
    text: Text
    cases: tuple[LinkedCase, ...]
    examples: tuple[Example, ...]
    cards: tuple[Text, ...]
    look_for: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedRoute:
    """A route with its steps and its lesson in order."""

    route: Route
    notes: Notes
    goal: Text
    audience: Text
    steps: tuple[LinkedStep, ...]
    preparation: tuple[LinkedConcept, ...]
    lesson: tuple[LinkedPart, ...]
    questions: tuple[Text, ...]
    activities: tuple[tuple[Activity, Text], ...]

    @property
    def cases(self) -> tuple[LinkedCase, ...]:
        """Give every case of the lesson, each once."""
        found = {linked.case.id: linked for part in self.lesson for linked in part.cases}
        return tuple(found.values())
