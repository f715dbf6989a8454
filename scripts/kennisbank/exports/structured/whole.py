"""Everything beside the concepts in the published shape."""

from kennisbank.citing import cite_source
from kennisbank.citing.work import make_work
from kennisbank.exports.structured.lesson_shapes import Casus, Leerroute
from kennisbank.exports.structured.shapes import Bron, Persoon, Thema, Voorbeeld
from kennisbank.hypertext import render_paragraphs
from kennisbank.model.linked_lesson import LinkedCase, LinkedRoute
from kennisbank.model.site import (
    LinkedExample,
    LinkedPerson,
    LinkedSource,
    LinkedTheme,
    Site,
)
from kennisbank.render import render_plain


def shape_theme(site: Site, linked: LinkedTheme) -> Thema:
    """Give a theme."""
    theme = linked.theme
    return {
        "id": theme.id,
        "adres": site.absolute(theme.kind.address(theme.id)),
        "titel": theme.name,
        "kernvraag": render_plain(linked.question),
        "inleiding": render_paragraphs(linked.introduction),
        "begrippen": [concept.concept.id for concept in linked.concepts],
    }


def shape_person(site: Site, linked: LinkedPerson) -> Persoon:
    """Give a voice."""
    person = linked.person
    return {
        "id": person.id,
        "adres": site.absolute(person.kind.address(person.id)),
        "naam": person.name,
        "soort": person.sort,
    }


def shape_source(site: Site, linked: LinkedSource) -> Bron:
    """Give a source with its reference in APA 7."""
    source = linked.source
    return {
        "id": source.id,
        "adres": site.absolute(source.kind.address(source.id)),
        "soort": source.sort,
        "titel": source.name,
        "ondertitel": source.subtitle,
        "auteurs": [name.written for name in make_work(linked).authors],
        "verschenen_in": source.container,
        "uitgever": source.publisher,
        "datum": source.date,
        "url": source.url,
        "doi": source.doi,
        "verwijzing": "".join(span.text for span in cite_source(linked)),
    }


def shape_example(site: Site, linked: LinkedExample) -> Voorbeeld:
    """Give a practice example."""
    example = linked.example
    return {
        "id": example.id,
        "adres": site.absolute(example.kind.address(example.id)),
        "titel": example.name,
        "tekst": render_paragraphs(linked.text),
        "bron": example.source,
        "plaats": example.place,
        "begrippen": [concept.concept.id for concept in linked.concepts],
    }


def shape_case(site: Site, linked: LinkedCase) -> Casus:
    """Give a case, made up by the editors, with what can be seen in it."""
    case = linked.case
    return {
        "id": case.id,
        "adres": site.absolute(case.kind.address(case.id)),
        "titel": case.name,
        "tekst": render_paragraphs(linked.text),
        "antwoorden": [
            {"begrip": answer.concept.concept.id, "uitleg": render_plain(answer.text)}
            for answer in linked.answers
        ],
        "vragen": [render_plain(question) for question in linked.questions],
    }


def shape_route(site: Site, linked: LinkedRoute) -> Leerroute:
    """Give a route."""
    route = linked.route
    return {
        "id": route.id,
        "adres": site.absolute(route.kind.address(route.id)),
        "titel": route.name,
        "doel": render_plain(linked.goal),
        "voor_wie": render_plain(linked.audience),
        "minuten": route.minutes,
        "stappen": [
            {"begrip": step.concept.concept.id, "let_op": render_plain(step.look_for)}
            for step in linked.steps
        ],
        "vragen": [render_plain(question) for question in linked.questions],
    }
