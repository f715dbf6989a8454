"""Tension pages, two concepts side by side, and the list of all tensions."""

from collections.abc import Iterator
from functools import partial

from kennisbank.model.linked_concept import Tension
from kennisbank.model.site import Site
from kennisbank.pages.page import Details, Page, PageType, make_day
from kennisbank.pages.subject import about_tension
from kennisbank.render import render_plain


def make(site: Site) -> Iterator[Page]:
    """Make the page of each pair, then the list."""
    for tension in site.tensions:
        yield Page(
            type=TYPE,
            address=f"spanningen/{tension.id}/",
            title=tension.title,
            template="tension.md.j2",
            details=partial(_detail_page, tension),
        )
    description = (
        "Begrippen die tegen elkaar in trekken, met de reden en de stemmen aan weerszijden."
    )
    yield Page(
        type=TYPE,
        address="spanningen/",
        title="Spanningen",
        template="tensions.md.j2",
        details=lambda: Details(description, {"site": site}),
        is_list=True,
    )


def _detail_page(tension: Tension) -> Details:
    sides = (tension.first, tension.second)
    shown = [
        (side.concept, side.short, side.definition, side.voices, side.reader_voices)
        for side in sides
    ]
    return Details(
        render_plain(tension.reason),
        {"tension": tension},
        (tension.reason, *shown),
        make_day(*(side.concept for side in sides)),
        about_tension(tension),
    )


TYPE = PageType(
    name="spanning",
    folder="spanningen",
    title="Spanningen",
    has_outline=False,
    make=make,
)
