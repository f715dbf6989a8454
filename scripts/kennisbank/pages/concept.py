"""Concept pages, and the list of all concepts from A to Z."""

import unicodedata
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

from kennisbank.model.concept import Concept
from kennisbank.model.linked_concept import LinkedConcept, RouteStop, Voice
from kennisbank.model.private_names import NOBODY
from kennisbank.model.site import Site
from kennisbank.pages.neighbourhood import draw_neighbourhood
from kennisbank.pages.page import Details, Page, PageType
from kennisbank.pages.subject import about_concept
from kennisbank.render import render_plain
from kennisbank.vocabulary import ANCHORS, CONCEPT, RELATION_KINDS, TENSION, THEME, VOICE_ANCHOR


def make(site: Site) -> Iterator[Page]:
    """Make the page of each concept, then the list."""
    for linked in site.concepts.values():
        yield _make_page(site, linked)
    yield Page(
        type=TYPE,
        address="begrippen/",
        title="Begrippen van A tot Z",
        template="concepts.md.j2",
        details=partial(_detail_list, site),
        is_list=True,
    )


def _make_page(site: Site, linked: LinkedConcept) -> Page:
    concept = linked.concept
    text = site.told.concepts.get(concept.id, linked)
    voices = (*text.voices, *text.reader_voices)
    stems = (f"{VOICE_ANCHOR}{person.id}" for voice in voices for person in voice.speakers)
    return Page(
        type=TYPE,
        address=CONCEPT.address(concept.id),
        title=concept.preferred_label,
        template="concept.md.j2",
        details=partial(_detail_page, site, linked),
        anchors=frozenset((*ANCHORS, *stems)),
        record=concept,
    )


def _detail_page(site: Site, linked: LinkedConcept) -> Details:
    concept = linked.concept
    own = site.told.concepts.get(concept.id)
    text = own or linked
    used: set[str] = set()
    values = {
        "site": site,
        "linked": linked,
        "text": text,
        "names": site.told.names if own else NOBODY,
        "concept": concept,
        "neighbourhood": draw_neighbourhood(linked, site.concepts),
        "voices": anchor_voices(text.voices, used),
        "reader_voices": anchor_voices(text.reader_voices, used),
        "relation_count": sum(r.kind.name != TENSION for r in linked.relations),
        "tensions": [r for r in linked.relations if r.kind.name == TENSION],
        "relations": [
            (RELATION_KINDS[name], list(group))
            for name, group in groupby(linked.relations, key=lambda r: r.kind.name)
            if name != TENSION
        ],
    }
    shown = (
        *(text.short, linked.definition, text.elaboration, text.editor_note, text.addition),
        *(text.voices, text.reader_voices, text.examples, text.questions),
        *(linked.relations, linked.mentions, linked.further_reading),
        [site.diagrams[diagram.id] for diagram in linked.diagrams],
    )
    return Details(
        render_plain(linked.short), values, shown, _make_front(site, linked), about_concept(linked)
    )


def _make_front(site: Site, linked: LinkedConcept) -> dict[str, Any]:
    concept, theme = linked.concept, linked.theme
    front: dict[str, Any] = {
        "breadcrumb": [[theme.name, THEME.address(theme.id)], ["begrip", ""]],
        "theme": {"id": theme.id, "title": theme.name},
        "siblings": [_refer(sibling) for sibling in linked.siblings],
        "sibling_count": linked.sibling_count,
        "routes": [_describe_stop(site, stop) for stop in linked.stops],
    }
    if linked.previous:
        front["previous_page"] = _refer(linked.previous)
    if linked.next:
        front["next_page"] = _refer(linked.next)
    if concept.replaced_by:
        front["replaced_by"] = CONCEPT.address(concept.replaced_by)
    return front


def _describe_stop(site: Site, stop: RouteStop) -> dict[str, Any]:
    """Give a step of a route with the steps around it: from here the route leads on."""
    steps = next(linked.steps for linked in site.routes if linked.route is stop.route)
    before, after = steps[: stop.number - 1], steps[stop.number :]
    return {
        "id": stop.route.id,
        "title": stop.route.name,
        "address": stop.route.kind.address(stop.route.id),
        "number": stop.number,
        "of": stop.of,
        "look_for": render_plain(steps[stop.number - 1].look_for),
        "previous": _refer(before[-1].concept.concept) if before else None,
        "next": _refer(after[0].concept.concept) if after else None,
    }


def _refer(concept: Concept) -> dict[str, str]:
    return {"title": concept.preferred_label, "address": CONCEPT.address(concept.id)}


def anchor_voices(voices: tuple[Voice, ...], used: set[str]) -> list[tuple[Voice, list[str]]]:
    """Give each voice the fixed anchors that its block carries: `stem-<person>`, each once a page.

    A block of one person takes that person's anchor; a block of several takes what is left.
    """
    anchored: dict[int, list[str]] = {}
    for index, voice in sorted(enumerate(voices), key=lambda pair: len(pair[1].speakers)):
        names = [person.id for person in voice.speakers if person.id not in used]
        used.update(names)
        anchored[index] = [f"{VOICE_ANCHOR}{name}" for name in names]
    return [(voice, anchored[index]) for index, voice in enumerate(voices)]


def _detail_list(site: Site) -> Details:
    ordered = sorted(site.concepts.values(), key=lambda c: sort_key(c.concept.preferred_label))
    letters = [
        (letter, list(group))
        for letter, group in groupby(
            ordered, key=lambda c: sort_key(c.concept.preferred_label)[0].upper()
        )
    ]
    description = f"Alle {len(ordered)} begrippen van A tot Z, met hun definitie."
    front = {"styles": ["letters.css"], "scripts": ["letters.js"]}
    return Details(description, {"site": site, "letters": letters}, front=front)


def sort_key(label: str) -> str:
    """Give the label as it is sorted: without accents and capitals."""
    decomposed = unicodedata.normalize("NFKD", label.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lstrip("‘’'\"") or label


TYPE = PageType(name="begrip", folder="begrippen", title="Begrippen", make=make)
