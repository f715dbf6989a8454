"""Concept pages, and the list of all concepts from A to Z."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from kennisbank.model.artifact import Artifact, later
from kennisbank.model.concept import Concept
from kennisbank.model.linked_concept import LinkedConcept, Voice
from kennisbank.model.private_names import NOBODY
from kennisbank.model.site import Site
from kennisbank.pages.meta import describe, make_meta, make_record_meta
from kennisbank.pages.neighbourhood import draw_neighbourhood
from kennisbank.pages.share import make_share
from kennisbank.pages.subject import about_concept
from kennisbank.render import render_page, render_plain
from kennisbank.vocabulary import CONCEPT, RELATION_KINDS, TENSION


def make(site: Site) -> Iterator[Artifact]:
    """Make the page of each concept, then the list."""
    for linked in site.concepts.values():
        yield later(f"begrippen/{linked.concept.id}.md", _make_page, site, linked)
    yield later("begrippen/index.md", _make_list, site)


def _make_page(site: Site, linked: LinkedConcept) -> bytes:
    concept = linked.concept
    own = site.told.concepts.get(concept.id)
    text = own or linked
    return render_page(
        "concept.md.j2",
        _make_meta(linked),
        site=site,
        share=make_share(site, about_concept(linked)),
        linked=linked,
        text=text,
        names=site.told.names if own else NOBODY,
        concept=concept,
        neighbourhood=draw_neighbourhood(linked, site.concepts),
        moved_anchors=_find_moved_anchors(site, concept),
        voices=anchor_voices(text.voices, set()),
        reader_voices=anchor_voices(text.reader_voices, set()),
        tensions=[r for r in linked.relations if r.kind.name == TENSION],
        relations=[
            (RELATION_KINDS[name], list(group))
            for name, group in groupby(linked.relations, key=lambda r: r.kind.name)
            if name != TENSION
        ],
    )


def _find_moved_anchors(site: Site, concept: Concept) -> list[str]:
    """Give the published anchors that lost their voice: they stay, above what voices say."""
    start = f"{concept.kind.address(concept.id)}#"
    moved = (address for address in site.addresses.redirects if address.startswith(start))
    return sorted(address.removeprefix(start) for address in moved)


def _make_meta(linked: LinkedConcept) -> dict[str, Any]:
    concept = linked.concept
    meta = make_record_meta(concept, describe(linked))
    meta["theme"] = {"id": linked.theme.id, "title": linked.theme.name}
    meta["siblings"] = [_refer(sibling) for sibling in linked.siblings]
    meta["sibling_count"] = linked.sibling_count
    if linked.previous:
        meta["previous_page"] = _refer(linked.previous)
    if linked.next:
        meta["next_page"] = _refer(linked.next)
    meta["routes"] = [
        {
            "title": stop.route.name,
            "address": stop.route.kind.address(stop.route.id),
            "number": stop.number,
            "of": stop.of,
        }
        for stop in linked.stops
    ]
    meta["definition"] = render_plain(linked.definition)
    english = [concept.english_label] if concept.english_label else []
    meta["synonyms"] = [*concept.alternative_labels, *concept.inflections, *english]
    meta["search_terms"] = list(concept.hidden_labels)
    if concept.replaced_by:
        meta["replaced_by"] = CONCEPT.address(concept.replaced_by)
    return meta


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
        anchored[index] = [f"stem-{name}" for name in names]
    return [(voice, anchored[index]) for index, voice in enumerate(voices)]


def _make_list(site: Site) -> bytes:
    ordered = sorted(site.concepts.values(), key=lambda c: sort_key(c.concept.preferred_label))
    letters = [
        (letter, list(group))
        for letter, group in groupby(
            ordered, key=lambda c: sort_key(c.concept.preferred_label)[0].upper()
        )
    ]
    description = f"Alle {len(ordered)} begrippen van A tot Z, met hun definitie."
    meta = make_meta("lijst", "Begrippen van A tot Z", "begrippen/", description)
    return render_page("concepts.md.j2", meta, site=site, letters=letters)


def sort_key(label: str) -> str:
    """Give the label as it is sorted: without accents and capitals."""
    decomposed = unicodedata.normalize("NFKD", label.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lstrip("‘’'\"") or label
