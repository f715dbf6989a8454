"""What searching finds of teaching: examples, cases, routes, their lessons and practice."""

from collections.abc import Iterable, Iterator
from functools import partial

from kennisbank.model.base import Record
from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.model.linked_lesson import LinkedCase, LinkedRoute
from kennisbank.model.site import LinkedExample, Site
from kennisbank.pages.lesson_sheet import READERS
from kennisbank.pages.study import page_name
from kennisbank.render import render_plain, shorten
from kennisbank.search.entry import Entry, Show, join, name_entry, paragraphs, show_each
from kennisbank.vocabulary import LESSON, PRACTICE


def list_teaching(site: Site) -> Iterator[Show]:
    """Give for each page that a class works with what makes its entry."""
    yield from show_each(_show_example, site.examples)
    yield from show_each(_show_case, site.cases)
    yield from show_each(_show_route, site.routes)
    for linked in site.routes:
        for reader in READERS if linked.lesson else ():
            yield partial(_show_sheet, linked, reader)
    for theme in site.themes:
        yield partial(_show_practice, theme.theme, theme.concepts)
    for route in site.routes:
        yield partial(_show_practice, route.route, [step.concept for step in route.steps])


def _show_example(linked: LinkedExample) -> Entry:
    return name_entry(
        linked.example,
        about=tuple(each.concept.title for each in linked.concepts),
        explanation=shorten(render_plain(linked.text)),
        passages=tuple(paragraphs("", linked.text)),
        more=join(linked.question),
        said=linked.example.said,
    )


def _show_case(linked: LinkedCase) -> Entry:
    answers = (join(each.text) for each in linked.answers)
    return name_entry(
        linked.case,
        about=tuple(each.concept.concept.title for each in linked.answers),
        explanation=shorten(render_plain(linked.text)),
        passages=tuple(paragraphs("", linked.text)),
        more=" ".join((*answers, join(*linked.questions))),
        said=linked.case.said,
    )


def _show_route(linked: LinkedRoute) -> Entry:
    steps = (f"{each.concept.concept.title} {join(each.look_for)}" for each in linked.steps)
    activities = (f"{each.name} {join(text)}" for each, text in linked.activities)
    return name_entry(
        linked.route,
        explanation=render_plain(linked.goal),
        more=" ".join((join(linked.audience, *linked.questions), *activities, *steps)),
        said=linked.route.said,
    )


def _show_practice(record: Record, concepts: Iterable[LinkedConcept]) -> Entry:
    return Entry(
        kind="oefening",
        address=f"{PRACTICE}/{page_name(record)}/",
        title=f"Oefenen: {record.title}",
        explanation=f"Kaartjes om de begrippen van {record.title} mee te oefenen.",
        more=", ".join(each.concept.title for each in concepts),
    )


def _show_sheet(linked: LinkedRoute, reader: str) -> Entry:
    """Show a sheet of the lesson; what the teacher looks for stands on the teacher's only."""
    title = f"{READERS[reader]}: {linked.route.name}"
    parts = (
        f"{each.part.name} {join(each.text, *each.cards)} "
        + (join(each.look_for) if reader == "docent" else "")
        for each in linked.lesson
    )
    steps = (each.concept.concept.title for each in linked.steps)
    return Entry(
        kind="les",
        address=f"{LESSON}/{reader}-{linked.route.id}/",
        title=title,
        explanation=render_plain(linked.goal),
        more=" ".join((*steps, *parts)),
    )
