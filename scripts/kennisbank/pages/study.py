"""Practice: the concepts of a theme or a route as questions with their answers.

A page is a plain list; a script makes cards of it. Nothing here is new, so searching leaves
these pages out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from kennisbank.model.artifact import Artifact, later
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.linked_concept import LinkedConcept, Tension
from kennisbank.model.site import Site
from kennisbank.model.text import Text
from kennisbank.pages.meta import make_day, make_meta
from kennisbank.render import render_page
from kennisbank.vocabulary import PRACTICE, THEME


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposites:
    """A concept, and what pulls against it with the reasons."""

    concept: Concept
    answers: tuple[tuple[Concept, Text], ...]


def make(site: Site) -> Iterator[Artifact]:
    """Make a page for each theme and each route, then the list of them."""
    for theme in site.themes:
        yield _offer_page(site, theme.theme, theme.concepts)
    for route in site.routes:
        yield _offer_page(site, route.route, [step.concept for step in route.steps])
    yield later(f"{PRACTICE}/index.md", _make_list, site)


def page_name(record: Record) -> str:
    """Give the name of a page: kind and id, for a theme and a route may share an id."""
    return f"{record.kind.link_prefix}-{record.id}"


def _offer_page(site: Site, record: Record, concepts: Sequence[LinkedConcept]) -> Artifact:
    return later(f"{PRACTICE}/{page_name(record)}.md", _make_page, site, record, concepts)


def _make_page(site: Site, record: Record, concepts: Sequence[LinkedConcept]) -> bytes:
    name = page_name(record)
    days = [record.changes[0].day, *(c.concept.changes[0].day for c in concepts)]
    return render_page(
        "study.md.j2",
        _make_meta(record, name) | make_day(max(days)),
        site=site,
        record=record,
        address=f"{PRACTICE}/{name}/",
        concepts=concepts,
        opposites=find_opposites(site.tensions, {c.concept.id for c in concepts}),
    )


def _make_list(site: Site) -> bytes:
    description = "Kaartjes om begrippen en spanningen mee te oefenen, per thema en per leerroute."
    meta = make_meta("lijst", "Oefenen", f"{PRACTICE}/", description)
    return render_page("studies.md.j2", meta, site=site)


def _make_meta(record: Record, name: str) -> dict[str, Any]:
    description = f"Oefen met de begrippen van {record.title}."
    meta = make_meta(PRACTICE, f"Oefenen: {record.title}", f"{PRACTICE}/{name}/", description)
    if record.kind is THEME:
        meta["theme"] = {"id": record.id, "title": record.title}
    scripts = ["oude-namen.js", "oefenen.js"]
    return meta | {"noindex": True, "styles": ["oefenen.css"], "scripts": scripts}


def find_opposites(tensions: Iterable[Tension], ids: set[str]) -> list[Opposites]:
    """Give each tension once, asked from a concept among `ids`, all of one concept together."""
    asked = []
    for tension in tensions:
        first, second = tension.first.concept, tension.second.concept
        if first.id in ids:
            asked.append((first, second, tension.reason))
        elif second.id in ids:
            asked.append((second, first, tension.reason))
    asked.sort(key=lambda each: each[0].id)
    return [
        Opposites(concept=group[0][0], answers=tuple((other, text) for _, other, text in group))
        for _, each in groupby(asked, key=lambda each: each[0].id)
        if (group := list(each))
    ]
