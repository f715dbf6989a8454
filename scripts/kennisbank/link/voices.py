"""People and sources: what each says, and what was said in each."""

from collections.abc import Iterable, Mapping

from kennisbank.link.shelf import Shelf, is_visible_claim
from kennisbank.model.concept import Concept
from kennisbank.model.linked_concept import LinkedClaim, LinkedConcept
from kennisbank.model.site import LinkedPerson, LinkedPlace, LinkedSource
from kennisbank.model.teaching import Example
from kennisbank.model.voices import Person, Source


def link_people(shelf: Shelf, concepts: Mapping[str, LinkedConcept]) -> tuple[LinkedPerson, ...]:
    """Give every voice with its claims in the order of concepts, sorted by id."""
    said: dict[str, list[LinkedClaim]] = {}
    told: dict[str, list[LinkedClaim]] = {}
    for claim in _iterate_claims(concepts):
        for person in claim.speakers:
            said.setdefault(person.id, []).append(claim)
        if claim.via:
            told.setdefault(claim.via.id, []).append(claim)
    works: dict[str, list[Source]] = {}
    for source in shelf.records.sources.values():
        for name in (*source.authors, *(() if source.container else source.editors)):
            works.setdefault(name, []).append(source)
    sources = shelf.records.sources
    return tuple(
        LinkedPerson(
            person=person,
            notes=shelf.notes(person),
            roles=tuple(
                (sources[n], shelf.linker.link(role, frozenset(), automatic=False))
                for n, role in person.roles.items()
                if role and n in sources
            ),
            claims=tuple(said.get(person.id, ())),
            told=tuple(told.get(person.id, ())),
            works=tuple(works.get(person.id, ())),
        )
        for person in shelf.records.people.values()
    )


def _iterate_claims(concepts: Mapping[str, LinkedConcept]) -> Iterable[LinkedClaim]:
    return (claim for concept in concepts.values() for claim in concept.claims)


def link_sources(shelf: Shelf, concepts: Mapping[str, LinkedConcept]) -> tuple[LinkedSource, ...]:
    """Give every source, the articles first, then by title."""
    said: dict[tuple[str, str], list[LinkedClaim]] = {}
    for claim in _iterate_claims(concepts):
        said.setdefault((claim.source.id, claim.claim.place), []).append(claim)
    shown: dict[tuple[str, str], list[Example]] = {}
    for example in shelf.records.examples.values():
        if is_visible_claim(shelf.records, example):
            shown.setdefault((example.source, example.place), []).append(example)

    def link_place(source: Source, place: str) -> LinkedPlace:
        return LinkedPlace(
            id=place,
            heading=source.heading(place),
            silence=shelf.text(source.silent_places.get(place)),
            claims=tuple(said.get((source.id, place), ())),
            examples=tuple(shown.get((source.id, place), ())),
        )

    readers: dict[str, list[Concept]] = {}
    for linked in concepts.values():
        for source in linked.further_reading:
            readers.setdefault(source.id, []).append(linked.concept)
    ordered = sorted(
        shelf.records.sources.values(),
        key=lambda s: (not s.is_base, s.name.strip("‘’'").casefold()),
    )
    return tuple(
        _link_source(
            shelf,
            source,
            tuple(link_place(source, place) for place in source.places),
            tuple(readers.get(source.id, ())),
        )
        for source in ordered
    )


def _link_source(
    shelf: Shelf,
    source: Source,
    places: tuple[LinkedPlace, ...],
    reading_for: tuple[Concept, ...],
) -> LinkedSource:
    people: Mapping[str, Person] = shelf.records.people
    return LinkedSource(
        source=source,
        authors=tuple(people.get(name, name) for name in source.authors),
        editors=tuple(people.get(name, name) for name in source.editors),
        translators=tuple(people.get(name, name) for name in source.translators),
        speakers=tuple(people[name] for name in source.speakers if name in people),
        summary=shelf.text(source.summary),
        addition=shelf.text(source.addition),
        editor_note=shelf.text(source.editor_note),
        unknown=tuple(shelf.text(line) for line in source.unknown),
        places=places,
        reading_for=reading_for,
    )
