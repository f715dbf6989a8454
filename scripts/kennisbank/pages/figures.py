"""Every figure with who says it, where, and what you must know about it."""

from collections.abc import Iterator

from kennisbank.model.site import Site
from kennisbank.pages.page import Details, Page, PageType


def make(site: Site) -> Iterator[Page]:
    """Make the one page of figures."""
    description = "Alle cijfers uit de artikelen, met wie ze noemt, waar, en het voorbehoud."
    yield Page(
        type=TYPE,
        address="cijfers/",
        title="Cijfers",
        template="figures.md.j2",
        details=lambda: Details(description, {"figures": site.figures}),
    )


TYPE = PageType(name="cijfers", folder="cijfers", make=make)
