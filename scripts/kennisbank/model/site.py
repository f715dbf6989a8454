"""The site as linked: every record with all that other records add to its page.

Made once by `link`, in a fixed order, and never changed. Texts are trees with their links
resolved; drafts and what points at them are already left out where readers may not see them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kennisbank.model.addresses import AddressBook
from kennisbank.model.artifact import Artifact
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.edition import Edition
from kennisbank.model.linked_concept import LinkedClaim, LinkedConcept, Notes, Tension, Voice
from kennisbank.model.linked_lesson import LinkedCase, LinkedRoute
from kennisbank.model.private_names import NOBODY, PrivateNames
from kennisbank.model.settings import Settings
from kennisbank.model.teaching import Diagram, Example, Theme
from kennisbank.model.text import Text
from kennisbank.model.voices import Person, Source
from kennisbank.model.walk import walk_texts
from kennisbank.vocabulary import tension_id


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedTheme:
    """A theme with its concepts: core ones first, then by label."""

    theme: Theme
    notes: Notes
    question: Text
    introduction: Text
    concepts: tuple[LinkedConcept, ...]
    guests: tuple[LinkedConcept, ...]
    """Concepts of other themes that belong here too."""
    tensions: tuple[Tension, ...]
    diagrams: tuple[Diagram, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPerson:
    """A voice and all that it says, by concept."""

    person: Person
    notes: Notes
    roles: tuple[tuple[Source, Text], ...]
    claims: tuple[LinkedClaim, ...]
    told: tuple[LinkedClaim, ...]
    """Claims of others that are known through this voice."""
    works: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPlace:
    """A place in a source and what was said there."""

    id: str
    heading: str
    silence: Text
    claims: tuple[LinkedClaim, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedSource:
    """A source with what was said, in the order of its places."""

    source: Source
    authors: tuple[Person | str, ...]
    speakers: tuple[Person, ...]
    summary: Text
    addition: Text
    editor_note: Text
    unknown: tuple[Text, ...]
    places: tuple[LinkedPlace, ...]
    reading_for: tuple[Concept, ...]
    editors: tuple[Person | str, ...] = ()
    translators: tuple[Person | str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedExample:
    """A practice example."""

    example: Example
    notes: Notes
    speakers: tuple[Person, ...]
    via: Person | None
    source: Source
    heading: str
    text: Text
    question: Text
    concepts: tuple[LinkedConcept, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedDiagram:
    """A drawing with its words."""

    diagram: Diagram
    notes: Notes
    text: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What private people told, whole, for the page of each concept, example and source of it.

    Nothing else is made of these: the rest of the site knows them without who is private.
    """

    names: PrivateNames = NOBODY
    concepts: Mapping[str, LinkedConcept] = field(default_factory=dict)
    sources: Mapping[str, LinkedSource] = field(default_factory=dict)
    examples: tuple[LinkedExample, ...] = ()

    def names_in(self, claim: LinkedClaim) -> bool:
        """Tell whether somebody private says this, or is named in it."""
        people = (*claim.speakers, *((claim.via,) if claim.via else ()))
        return any(person.is_private for person in people) or any(
            self.names.find(found.text, found.leaf.sort) for found in walk_texts(claim.claim)
        )

    def names_one(self, voice: Voice) -> bool:
        """Tell whether somebody private says or is named in one of the claims of a voice."""
        return any(map(self.names_in, voice.claims))


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that pages and exports are made of. `site_url` ends with a slash.

    Nobody private is in it, but for `told`.
    """

    site_url: str
    settings: Settings
    addresses: AddressBook
    themes: tuple[LinkedTheme, ...]
    concepts: Mapping[str, LinkedConcept]
    tensions: tuple[Tension, ...]
    people: tuple[LinkedPerson, ...]
    sources: tuple[LinkedSource, ...]
    source_by_id: Mapping[str, LinkedSource]
    examples: tuple[LinkedExample, ...]
    cases: tuple[LinkedCase, ...]
    routes: tuple[LinkedRoute, ...]
    diagrams: Mapping[str, LinkedDiagram]
    figures: tuple[LinkedClaim, ...]
    told: Told = Told()
    frozen_pages: frozenset[str] = frozenset()
    """Addresses of the pages that the current edition (settings.edition) holds."""
    editions: tuple[Edition, ...] = ()
    files: tuple[Artifact, ...] = ()
    """Every data file and package that can be taken along."""

    def absolute(self, address: str) -> str:
        """Give the full web address of a page."""
        return self.site_url + address

    def stable_id(self, record: Record) -> str:
        """Give the id by which other systems know a record: the first that it had.

        All that leaves the site and comes back – flash cards, feed entries, course items, linked
        data, keys of references – is told apart by this one, so that a rename changes none of it.
        """
        return self.addresses.first_id(*record.key)

    def stable_pair(self, tension: Tension) -> str:
        """Give the id by which other systems know a tension: made of the first ids of both."""
        return tension_id(
            self.stable_id(tension.first.concept), self.stable_id(tension.second.concept)
        )
