"""The lesson of a route on two sheets, one for students and one for who teaches, and their list.

Both fit on two pages of paper. Nothing here is new, so engines of the web are asked to leave these
pages out.
"""

import re
from collections.abc import Iterator
from functools import partial

from kennisbank.model.linked_lesson import LinkedRoute
from kennisbank.model.site import LinkedExample, LinkedPerson, Site
from kennisbank.model.text import Text
from kennisbank.pages.page import Details, Page, PageType, make_day
from kennisbank.pages.reading_time import count_minutes, count_text_minutes
from kennisbank.pages.story import list_passages, write_story
from kennisbank.render import render_plain
from kennisbank.vocabulary import LESSON

READERS = {"student": "Studentenblad", "docent": "Docentenblad"}
_EXAMPLES = 2
"""How many examples from practice a sheet names at most."""


def make(site: Site) -> Iterator[Page]:
    """Make the two sheets of each route that has a lesson, then the list."""
    for linked in site.routes:
        for reader in READERS if linked.lesson else ():
            yield _make_sheet(site, linked, reader)
    description = "Van elke leerroute een les die klopt in minuten: voor student en docent."
    yield Page(
        type=TYPE,
        address=f"{LESSON}/",
        title="Lessen",
        template="lessons.md.j2",
        details=lambda: Details(description, {"routes": [r for r in site.routes if r.lesson]}),
        is_list=True,
    )


def _make_sheet(site: Site, linked: LinkedRoute, reader: str) -> Page:
    return Page(
        type=TYPE,
        address=f"{LESSON}/{reader}-{linked.route.id}/",
        title=f"{READERS[reader]}: {linked.route.name}",
        template=f"sheet_{reader}.md.j2",
        details=partial(_detail_sheet, site, linked, reader),
    )


def _detail_sheet(site: Site, linked: LinkedRoute, reader: str) -> Details:
    route = linked.route
    values = {
        "site": site,
        "linked": linked,
        "route": route,
        "title": READERS[reader],
        "address": f"{LESSON}/{reader}-{route.id}/",
        "reading": count_minutes(linked.preparation),
        "own_reading": count_text_minutes(_list_texts(linked)),
        "named": _list_named(site, linked),
        "practice": _list_practice(site, linked),
        "examples": {each.example.id: each for each in site.examples},
        "stories": {each.case.id: write_story(each.text) for each in linked.cases},
        "passages": {each.case.id: list_passages(each) for each in linked.cases},
    }
    is_open = reader == "docent"
    front = {
        **make_day(route, *(each.case for each in linked.cases)),
        "noindex": True,
        "breadcrumb": [["Lessen", f"{LESSON}/"], [route.name, route.kind.address(route.id)]],
        "styles": ["casus.css"],
        "scripts": [] if is_open else ["scherm.js"],
    }
    shown = (linked.preparation, linked.cases if is_open else [each.case for each in linked.cases])
    return Details(f"{READERS[reader]} bij {route.name}.", values, shown, front)


def _list_texts(linked: LinkedRoute) -> Iterator[Text]:
    """Give all that who teaches has to read: the lesson, its cases, and what is seen in them."""
    for part in linked.lesson:
        yield from (part.text, *part.cards, part.look_for)
    for each in linked.cases:
        yield from (each.text, *(answer.text for answer in each.answers))


def _list_named(site: Site, linked: LinkedRoute) -> list[LinkedPerson]:
    """Give the people whom the lesson calls by their surname: not everybody knows who that is."""
    said = " ".join(map(render_plain, _list_texts(linked)))
    words = frozenset(re.findall(r"\w+", said))
    people = (each for each in site.people if each.person.sort == "persoon")
    return [each for each in people if each.person.name.split()[-1] in words]


def _list_practice(site: Site, linked: LinkedRoute) -> list[LinkedExample]:
    """Give the examples from practice that show most of the concepts of a route."""
    steps = {step.concept.concept.id for step in linked.steps}
    shared = [
        (sum(item.concept.id in steps for item in each.concepts), each) for each in site.examples
    ]
    best = sorted(shared, key=lambda pair: -pair[0])[:_EXAMPLES]
    return [each for count, each in best if count]


TYPE = PageType(name="les", folder=LESSON, title="Lessen", has_outline=False, make=make)
