"""Theme pages, and the list of themes."""

from collections.abc import Iterator
from functools import partial

from kennisbank.model.site import LinkedTheme, Site
from kennisbank.pages.downloads import find_package
from kennisbank.pages.page import Details, Page, PageType
from kennisbank.pages.subject import about_theme
from kennisbank.render import render_plain


def make(site: Site) -> Iterator[Page]:
    """Make the page of each theme, then the list."""
    for linked in site.themes:
        yield Page(
            type=TYPE,
            address=linked.theme.kind.address(linked.theme.id),
            title=linked.theme.name,
            template="theme.md.j2",
            details=partial(_detail_page, site, linked),
            record=linked.theme,
        )
    description = "De thema’s van de kennisbank en hun begrippen."
    yield Page(
        type=TYPE,
        address="themas/",
        title="Thema’s",
        template="themes.md.j2",
        details=lambda: Details(description, {"site": site}),
        is_list=True,
    )


def _detail_page(site: Site, linked: LinkedTheme) -> Details:
    shown = (
        *(linked.question, linked.introduction, linked.notes),
        *(linked.concepts, linked.guests, linked.tensions),
        [item.definition for item in linked.concepts],
        [item.theme for item in linked.guests],
        [site.diagrams[diagram.id] for diagram in linked.diagrams],
    )
    return Details(
        render_plain(linked.question),
        {"site": site, "linked": linked, "package": find_package(site, linked.theme)},
        shown,
        {"theme": {"id": linked.theme.id, "title": linked.theme.name}},
        about_theme(linked),
    )


TYPE = PageType(name="thema", folder="themas", title="Thema’s", make=make)
