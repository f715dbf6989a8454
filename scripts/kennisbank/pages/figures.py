"""Every figure with who says it, where, and what you must know about it."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import Site
from kennisbank.pages.meta import make_meta
from kennisbank.render import render_page


def make(site: Site) -> Iterator[Artifact]:
    """Make the one page of figures."""
    yield later("cijfers/index.md", _make_page, site)


def _make_page(site: Site) -> bytes:
    description = "Alle cijfers uit de artikelen, met wie ze noemt, waar, en het voorbehoud."
    meta = make_meta("cijfers", "Cijfers", "cijfers/", description)
    return render_page("figures.md.j2", meta, figures=site.figures)
