"""The concept map as a list: every relation, by theme."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.pages.meta import make_meta
from kennisbank.render import render_page


def make(site: Site) -> Iterator[Artifact]:
    """Make the one page of the map."""
    description = "Hoe de begrippen samenhangen: elke relatie, per thema."
    meta = make_meta("kaart", "Kaart van de begrippen", "kaart/", description)
    yield render_page("kaart/index.md", "map.md.j2", meta, site=site)
