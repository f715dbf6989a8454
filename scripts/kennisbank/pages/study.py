"""Practice: the concepts of a theme or a route as questions with their answers, in four forms.

A page is a plain list; a script makes cards of it. Nothing here is new, so engines of
the web are asked to leave these pages out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.linked_concept import LinkedConcept, Tension
from kennisbank.model.site import Site
from kennisbank.pages.page import Details, Page, PageType, make_day
from kennisbank.vocabulary import PRACTICE, THEME


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposites:
    """A concept, and what pulls against it with the reasons."""

    concept: Concept
    answers: tuple[tuple[Concept, Tension], ...]


def make(site: Site) -> Iterator[Page]:
    """Make a page for each theme and each route, then the list of them."""
    for theme in site.themes:
        yield _make_page(site, theme.theme, theme.concepts)
    for route in site.routes:
        yield _make_page(site, route.route, [step.concept for step in route.steps])
    description = "Kaartjes om begrippen en spanningen mee te oefenen, per thema en per leerroute."
    yield Page(
        type=TYPE,
        address=f"{PRACTICE}/",
        title="Oefenen",
        template="studies.md.j2",
        details=lambda: Details(description, {"site": site}),
        is_list=True,
    )


def page_name(record: Record) -> str:
    """Give the name of a page: kind and id, for a theme and a route may share an id."""
    return f"{record.kind.link_prefix}-{record.id}"


def _make_page(site: Site, record: Record, concepts: Sequence[LinkedConcept]) -> Page:
    return Page(
        type=TYPE,
        address=f"{PRACTICE}/{page_name(record)}/",
        title=f"Oefenen: {record.title}",
        template="study.md.j2",
        details=partial(_detail_page, site, record, concepts),
    )


def _detail_page(site: Site, record: Record, concepts: Sequence[LinkedConcept]) -> Details:
    ids = {linked.concept.id for linked in concepts}
    values = {
        "site": site,
        "record": record,
        "address": f"{PRACTICE}/{page_name(record)}/",
        "concepts": concepts,
        "opposites": find_opposites(site.tensions, ids),
        "pairs": list(find_pairs(site.tensions, ids)),
        "voices": [
            (linked, voice)
            for linked in concepts
            for voice in linked.voices[:1]
            if not any(person.is_private for person in voice.speakers)
        ],
    }
    front: dict[str, Any] = {
        **make_day(record, *(linked.concept for linked in concepts)),
        "noindex": True,
        "styles": ["oefenen.css"],
        "scripts": ["oude-namen.js", "oefenen.js", "toets.js"],
    }
    if record.kind is THEME:
        front["theme"] = {"id": record.id, "title": record.title}
    shown = (record, concepts, values["opposites"], [linked.short for linked in concepts])
    return Details(f"Oefen met de begrippen van {record.title}.", values, shown, front)


def find_opposites(tensions: Iterable[Tension], ids: set[str]) -> list[Opposites]:
    """Give each tension once, asked from a concept among `ids`, all of one concept together."""
    asked = []
    for tension in tensions:
        first, second = tension.first.concept, tension.second.concept
        if first.id in ids:
            asked.append((first, second, tension))
        elif second.id in ids:
            asked.append((second, first, tension))
    asked.sort(key=lambda each: each[0].id)
    return [
        Opposites(concept=group[0][0], answers=tuple((other, t) for _, other, t in group))
        for _, each in groupby(asked, key=lambda each: each[0].id)
        if (group := list(each))
    ]


def find_pairs(
    tensions: Iterable[Tension], ids: set[str]
) -> Iterator[tuple[Tension, LinkedConcept]]:
    """Give each tension with the concept that is meant: once for either side among `ids`."""
    for tension in tensions:
        for side in (tension.first, tension.second):
            if side.concept.id in ids:
                yield tension, side


TYPE = PageType(name=PRACTICE, folder=PRACTICE, title="Oefenen", has_outline=False, make=make)
