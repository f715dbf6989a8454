"""The page of each route, and the list of routes."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from kennisbank.model.linked_lesson import LinkedRoute
from kennisbank.model.site import Site
from kennisbank.pages.downloads import find_package
from kennisbank.pages.page import Details, Page, PageType
from kennisbank.pages.reading_time import count_minutes
from kennisbank.pages.subject import about_route
from kennisbank.render import render_plain


def make(site: Site) -> Iterator[Page]:
    """Make the page of each route, then the list."""
    for linked in site.routes:
        yield Page(
            type=TYPE,
            address=linked.route.kind.address(linked.route.id),
            title=linked.route.name,
            template="route.md.j2",
            details=partial(_detail_page, site, linked),
            anchors=frozenset(("vragen", "citeren", *(("les",) if linked.lesson else ()))),
            record=linked.route,
        )
    description = (
        "Routes langs begrippen: een doel, een volgorde, vragen en iets om met een klas te doen."
    )
    yield Page(
        type=TYPE,
        address="leerroutes/",
        title="Leerroutes",
        template="routes.md.j2",
        details=lambda: Details(description, {"site": site}),
        is_list=True,
    )


def _detail_page(site: Site, linked: LinkedRoute) -> Details:
    values = {
        "site": site,
        "linked": linked,
        "route": linked.route,
        "reading": count_minutes(linked.preparation),
        "package": find_package(site, linked.route),
    }
    shown = (
        *(linked.goal, linked.notes, linked.audience, linked.steps, linked.questions),
        (linked.preparation, [part.cases for part in linked.lesson]),
        [text for _, text in linked.activities],
    )
    return Details(
        render_plain(linked.goal), values, shown, _make_front(site, linked), about_route(linked)
    )


def _make_front(site: Site, linked: LinkedRoute) -> dict[str, Any]:
    """Give where the route begins, and the route that comes after it."""
    if not linked.steps:
        return {}
    first = linked.steps[0].concept.concept
    address = f"{first.kind.address(first.id)}?route={linked.route.id}"
    front: dict[str, Any] = {"begin": address}
    after = site.routes[site.routes.index(linked) + 1 :]
    if after:
        route = after[0].route
        front["next_page"] = {"title": route.name, "address": route.kind.address(route.id)}
    return front


TYPE = PageType(name="leerroute", folder="leerroutes", title="Leerroutes", make=make)
