"""What each page is about: the facts with which it is cited, shared and embedded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from kennisbank.model.base import Record
from kennisbank.model.linked_concept import LinkedConcept, Tension
from kennisbank.model.linked_lesson import LinkedCase, LinkedRoute
from kennisbank.model.record_address import page_address
from kennisbank.model.site import LinkedExample, LinkedPerson, LinkedSource, LinkedTheme, Site
from kennisbank.render import render_plain, shorten
from kennisbank.vocabulary import TENSION

Place = tuple[str, str | None]
"""The id of a source, and a place in it; None for the source as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a page is about; `address` is from the root, `cited` in the order of the page."""

    kind: str
    title: str
    address: str
    day: date
    text: str
    cited: tuple[Place, ...]
    theme: str = ""
    concept: LinkedConcept | None = None
    has_card: bool = True
    """Whether others can embed a card of it, and programs read it as plain text."""


def list_subjects(site: Site) -> Iterator[Subject]:
    """Give the subject of every page that can be cited, kind by kind."""
    yield from (about_concept(linked) for linked in site.concepts.values())
    yield from (about_theme(linked) for linked in site.themes)
    yield from (about_tension(tension) for tension in site.tensions)
    yield from (about_person(linked) for linked in site.people)
    yield from (about_source(linked) for linked in site.sources)
    yield from (about_example(linked) for linked in site.examples)
    yield from (about_told_example(linked) for linked in site.told.examples)
    yield from (about_case(linked) for linked in site.cases)
    yield from (about_route(linked) for linked in site.routes)


def about_concept(linked: LinkedConcept) -> Subject:
    """Give the subject of a concept page."""
    places = _find_places([linked])
    return replace(
        _about(linked.concept, render_plain(linked.short), places, linked.theme.id), concept=linked
    )


def about_theme(linked: LinkedTheme) -> Subject:
    """Give the subject of a theme page: its concepts' sources, as a whole."""
    sources = _as_a_whole(_find_places(linked.concepts))
    return _about(linked.theme, render_plain(linked.question), sources, linked.theme.id)


def about_tension(tension: Tension) -> Subject:
    """Give the subject of a page about two concepts."""
    sides = (tension.first, tension.second)
    return Subject(
        kind=TENSION,
        title=tension.title,
        address=page_address(TENSION, tension.id),
        day=max(side.concept.changes[0].day for side in sides),
        text=render_plain(tension.reason),
        cited=_find_places(sides),
    )


def about_source(linked: LinkedSource) -> Subject:
    """Give the subject of a source page: the source, with the places where something is said."""
    source = linked.source
    text = render_plain(linked.summary)
    said: list[Place] = [(source.id, place.id) for place in linked.places if place.claims]
    places = tuple(said) or ((source.id, None),)
    return _about(source, shorten(text) if text else f"{source.name} ({source.sort})", places)


def about_person(linked: LinkedPerson) -> Subject:
    """Give the subject of a page about a voice: what it says, and where. It has no card."""
    name, role = linked.person.name, render_plain(linked.roles[0][1]) if linked.roles else ""
    text = f"{name}, rol: {role}" if role else f"Wat {name} zegt, en waar."
    places = dict.fromkeys((claim.source.id, claim.claim.place) for claim in linked.claims)
    return replace(_about(linked.person, text, tuple(places)), has_card=False)


def about_example(linked: LinkedExample) -> Subject:
    """Give the subject of a page with a practice example."""
    place = (linked.source.id, linked.example.place)
    return _about(linked.example, shorten(render_plain(linked.text)), (place,))


def about_told_example(linked: LinkedExample) -> Subject:
    """Give the subject of a page that names somebody private: elsewhere only its title is shown."""
    return replace(about_example(linked), text="")


def about_case(linked: LinkedCase) -> Subject:
    """Give the subject of a case, which is ours: it rests on no source."""
    return _about(linked.case, shorten(render_plain(linked.text)), ())


def about_route(linked: LinkedRoute) -> Subject:
    """Give the subject of a route: its concepts' sources, as a whole."""
    sources = _as_a_whole(_find_places(step.concept for step in linked.steps))
    return _about(linked.route, render_plain(linked.goal), sources)


def _about(record: Record, text: str, cited: tuple[Place, ...], theme: str = "") -> Subject:
    return Subject(
        kind=record.kind.name,
        title=record.title,
        address=record.kind.address(record.id),
        day=record.changes[0].day,
        text=text,
        cited=cited,
        theme=theme,
    )


def _find_places(concepts: Iterable[LinkedConcept]) -> tuple[Place, ...]:
    """Give each source and place of the claims of concepts, once, in their order."""
    found = ((c.source.id, c.claim.place) for concept in concepts for c in concept.claims)
    return tuple(dict.fromkeys(found))


def _as_a_whole(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys((name, None) for name, _ in places))
