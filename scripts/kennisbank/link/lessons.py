"""Cases, and routes with the lesson that works with them."""

from collections.abc import Iterable, Iterator, Mapping

from kennisbank.link.shelf import Shelf
from kennisbank.model.lesson import Case, LessonPart, Route
from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.model.linked_lesson import (
    LinkedAnswer,
    LinkedCase,
    LinkedPart,
    LinkedRoute,
    LinkedStep,
)

Concepts = Mapping[str, LinkedConcept]


def link_cases(shelf: Shelf, concepts: Concepts) -> tuple[LinkedCase, ...]:
    """Give every case, by title."""
    cases = sorted(shelf.records.cases.values(), key=lambda each: (each.name.casefold(), each.id))
    return tuple(_link_case(shelf, case, concepts) for case in cases)


def _link_case(shelf: Shelf, case: Case, concepts: Concepts) -> LinkedCase:
    link = shelf.linker.link
    return LinkedCase(
        case=case,
        notes=shelf.notes(case),
        text=link(case.text, frozenset(), automatic=False),
        answers=tuple(
            LinkedAnswer(concept=concepts[name], text=link(text, frozenset((name,))))
            for name, text in case.answers.items()
            if name in concepts
        ),
        questions=tuple(link(each, frozenset(), automatic=False) for each in case.questions),
        routes=tuple(
            route
            for route in _sort_routes(shelf.records.routes.values())
            if any(case.id in part.cases for part in route.lesson)
        ),
    )


def link_routes(
    shelf: Shelf, concepts: Concepts, cases: Iterable[LinkedCase]
) -> tuple[LinkedRoute, ...]:
    """Give every route in the order for learning; those without a place come last, by id."""
    by_id = {linked.case.id: linked for linked in cases}
    routes = _sort_routes(shelf.records.routes.values())
    return tuple(_link_route(shelf, route, concepts, by_id) for route in routes)


def _sort_routes(routes: Iterable[Route]) -> list[Route]:
    return sorted(routes, key=lambda route: (route.order is None, route.order or 0, route.id))


def _link_route(
    shelf: Shelf, route: Route, concepts: Concepts, cases: Mapping[str, LinkedCase]
) -> LinkedRoute:
    steps = [(concepts[name], text) for name, text in route.steps.items() if name in concepts]
    return LinkedRoute(
        route=route,
        notes=shelf.notes(route),
        goal=shelf.text(route.goal),
        audience=shelf.text(route.audience),
        steps=tuple(
            LinkedStep(
                number=number, concept=concept, look_for=shelf.text(text, concept.concept.id)
            )
            for number, (concept, text) in enumerate(steps, start=1)
        ),
        preparation=tuple(concepts[name] for name in route.preparation if name in concepts),
        lesson=tuple(_link_parts(shelf, route.lesson, cases)),
        questions=tuple(shelf.text(question) for question in route.questions),
        activities=tuple((activity, shelf.text(activity.text)) for activity in route.activities),
    )


def _link_parts(
    shelf: Shelf, parts: Iterable[LessonPart], cases: Mapping[str, LinkedCase]
) -> Iterator[LinkedPart]:
    """Link the parts of a lesson; those who do it find no links in what they are told to do."""
    start, examples = 0, shelf.records.examples
    for part in parts:
        yield LinkedPart(
            part=part,
            start=start,
            text=shelf.linker.link(part.text, frozenset(), automatic=False),
            cases=tuple(cases[name] for name in part.cases if name in cases),
            examples=tuple(examples[name] for name in part.examples if name in examples),
            cards=tuple(shelf.linker.link(card, frozenset(), False) for card in part.cards),
            look_for=shelf.text(part.look_for),
        )
        start += part.minutes
