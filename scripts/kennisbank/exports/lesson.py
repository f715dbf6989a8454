"""What a reader can put on a list of their own, for the page that orders such a list and gives it
out as a lesson, references, cards or a course package.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NotRequired, TypedDict

from kennisbank.citing import cite_page, cite_source, write_html
from kennisbank.exports.export import Export
from kennisbank.exports.selection import keep_current
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.base import Record
from kennisbank.model.linked_concept import LinkedConcept, Tension
from kennisbank.model.site import Site
from kennisbank.render import render_plain, shorten
from kennisbank.vocabulary import KINDS, TENSION, TENSION_FOLDER

PATH = "data/les.json"


class Kept(TypedDict):
    """A thing that can be on a list; `stemmen` are the voices of a concept by the id of a person:
    a name and the sources. `begrippen` are the concepts to practise with, of what is about several.
    """

    id: str
    titel: str
    groep: str
    tekst: str
    adres: str
    dag: str
    verwijzing: str
    stemmen: NotRequired[dict[str, tuple[str, list[str]]]]
    begrippen: NotRequired[list[str]]


def make(site: Site) -> Iterator[Artifact]:
    """Make the list."""
    yield later(PATH, _make_list, site)


def _make_list(site: Site) -> bytes:
    """Give routes, cases and themes first, then all else from A to Z."""
    settings = site.settings
    data = {
        "naam": settings.name,
        "uitgever": settings.publisher,
        "adres": site.site_url,
        "licentie": [settings.licence, settings.licence_url],
        "mappen": {kind.name: kind.folder for kind in KINDS} | {TENSION: TENSION_FOLDER},
        "paginas": [*_list_first(site), *sorted(_list_others(site), key=_sort_key)],
    }
    return f"{json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _sort_key(page: Kept) -> tuple[str, str]:
    return page["titel"].casefold(), page["id"]


def _list_first(site: Site) -> Iterator[Kept]:
    for route in site.routes:
        shaped = _shape(site, route.route, "Leerroute", render_plain(route.goal))
        yield _with_concepts(shaped, [step.concept for step in route.steps])
    for case in site.cases:
        shaped = _shape(site, case.case, "Casus", shorten(render_plain(case.text)))
        yield _with_concepts(shaped, [answer.concept for answer in case.answers])
    for theme in site.themes:
        shaped = _shape(site, theme.theme, "Thema", render_plain(theme.question))
        yield _with_concepts(shaped, theme.concepts)


def _list_others(site: Site) -> Iterator[Kept]:
    for concept in site.concepts.values():
        shaped = _shape(site, concept.concept, concept.theme.name, render_plain(concept.definition))
        yield {**shaped, "stemmen": _list_voices(concept)}
    for tension in site.tensions:
        yield _with_concepts(_shape_tension(site, tension), (tension.first, tension.second))
    for source in site.sources:
        reference = cite_source(source)
        cited = "".join(span.text for span in reference)
        shaped = _shape(site, source.source, "Bron", shorten(render_plain(source.summary)) or cited)
        yield {**shaped, "verwijzing": write_html(reference)}
    for example in site.examples:
        text = shorten(render_plain(example.text))
        yield _with_concepts(_shape(site, example.example, "Voorbeeld", text), example.concepts)


def _with_concepts(shaped: Kept, concepts: Iterable[LinkedConcept]) -> Kept:
    return {**shaped, "begrippen": [linked.concept.id for linked in keep_current(concepts)]}


def _list_voices(linked: LinkedConcept) -> dict[str, tuple[str, list[str]]]:
    found: dict[str, tuple[str, list[str]]] = {}
    for claim in linked.claims:
        for person in claim.speakers:
            if not person.is_private:
                _, sources = found.setdefault(person.id, (person.name, []))
                if claim.source.id not in sources:
                    sources.append(claim.source.id)
    return found


def _shape(site: Site, record: Record, group: str, text: str) -> Kept:
    address, day = record.kind.address(record.id), record.changes[0].day
    return _cite(
        site, (f"{record.kind.name}/{record.id}", address, record.title), (group, text), day
    )


def _shape_tension(site: Site, tension: Tension) -> Kept:
    sides = (tension.first.concept, tension.second.concept)
    names = (f"{TENSION}/{tension.id}", f"{TENSION_FOLDER}/{tension.id}/", tension.title)
    day = max(side.changes[0].day for side in sides)
    return _cite(site, names, ("Spanning", render_plain(tension.reason)), day)


def _cite(site: Site, names: tuple[str, str, str], words: tuple[str, str], day: date) -> Kept:
    """Give a page of ours by id, address and title, with its group and text."""
    (name, address, title), (group, text) = names, words
    return {
        "id": name,
        "titel": title,
        "groep": group,
        "tekst": text,
        "adres": site.absolute(address),
        "dag": day.isoformat(),
        "verwijzing": write_html(cite_page(site, title, address, day)),
    }


EXPORT = Export(
    make=make,
)
