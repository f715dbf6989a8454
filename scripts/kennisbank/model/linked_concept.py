"""A concept as linked: with all that other records add to its page."""

from dataclasses import dataclass
from typing import NamedTuple

from kennisbank.model.concept import Claim, Concept
from kennisbank.model.lesson import Case, Route
from kennisbank.model.teaching import Diagram, Example, Theme
from kennisbank.model.text import Text
from kennisbank.model.voices import Person, Source
from kennisbank.vocabulary import RelationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedClaim:
    """A claim with its records and its texts."""

    claim: Claim
    concept: Concept
    speakers: tuple[Person, ...]
    via: Person | None
    source: Source
    heading: str
    text: Text
    caveat: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """All that one voice, or some together, says on a page; `via` when known through another."""

    speakers: tuple[Person, ...]
    via: Person | None
    claims: tuple[LinkedClaim, ...]


class Notes(NamedTuple):
    """What the editors add to a record: a note, and what is not from the articles."""

    editor_note: Text
    addition: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedOrigin:
    """Whose definition it is, through whom and where; a definition of ours has none."""

    speakers: tuple[Person, ...]
    via: Person | None
    source: Source
    place: str
    heading: str


class LinkedRelation(NamedTuple):
    """A relation as seen from one of its concepts; a plain tuple, for there are very many.

    The reason `is_ours` when it names no voice and no source; one that is withheld is not.
    """

    kind: RelationKind
    target: Concept
    reason: Text
    is_ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A page that names a concept in its text, with the sentence."""

    kind_name: str
    title: str
    address: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteStop:
    """A step of a route, as seen from the concept."""

    route: Route
    number: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptTexts:
    """Every text of a concept, linked."""

    concept: Concept
    definition: Text
    short: Text
    elaboration: Text
    questions: tuple[Text, ...]
    editor_note: Text
    addition: Text
    voices: tuple[Voice, ...]
    reader_voices: tuple[Voice, ...]
    reasons: tuple[tuple[str, str, Text], ...]
    """Kind and target of each relation as written, with its reason."""
    named: tuple[tuple[str, Mention], ...]
    """Each concept that the page names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedConcept(ConceptTexts):
    """All that a concept page shows."""

    theme: Theme
    origin: LinkedOrigin | None
    """Whose definition it is; None when it is ours."""
    relations: tuple[LinkedRelation, ...]
    mentions: tuple[Mention, ...]
    examples: tuple[Example, ...]
    cases: tuple[Case, ...]
    """Cases in which it can be seen."""
    stops: tuple[RouteStop, ...]
    diagrams: tuple[Diagram, ...]
    further_reading: tuple[Source, ...]
    siblings: tuple[Concept, ...]
    """The theme's concepts around this one, this one among them; bounded."""
    sibling_count: int
    previous: Concept | None
    next: Concept | None

    @property
    def claims(self) -> tuple[LinkedClaim, ...]:
        """Give every claim, readers' comments last."""
        return tuple(
            claim for voice in (*self.voices, *self.reader_voices) for claim in voice.claims
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tension:
    """Two concepts that pull against each other; `id` is the pair in alphabetical order."""

    id: str
    first: LinkedConcept
    second: LinkedConcept
    reason: Text
    is_ours: bool

    @property
    def title(self) -> str:
        """Name it after both concepts."""
        first, second = (side.concept.preferred_label for side in (self.first, self.second))
        has_name = second[1:] != second[1:].lower()
        return f"{first} en {second if has_name else second.lower()}"
