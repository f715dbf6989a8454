"""The concept map: a picture of every relation, and the same as a list by theme."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import Site
from kennisbank.pages.map_drawing import KINDS, choose_concepts, draw_map, draw_shape, shape_of
from kennisbank.pages.meta import make_meta
from kennisbank.render import render_page
from kennisbank.vocabulary import RELATION_KINDS


def make(site: Site) -> Iterator[Artifact]:
    """Make the one page of the map."""
    yield later("kaart/index.md", _make_page, site)


def _make_page(site: Site) -> bytes:
    description = "Hoe de begrippen samenhangen: een kaart met elke relatie, en dezelfde als lijst."
    meta = make_meta("kaart", "Kaart van de begrippen", "kaart/", description)
    meta["styles"], meta["scripts"] = ["kaart.css"], ["kaart.js"]
    ordered = [linked for theme in site.themes for linked in theme.concepts]
    drawn = choose_concepts(ordered)
    themes = [theme.theme.id for theme in site.themes]
    return render_page(
        "map.md.j2",
        meta,
        site=site,
        drawing=draw_map(drawn, themes) if drawn else "",
        drawn=drawn,
        shapes={theme: draw_shape(shape_of(themes, theme)) for theme in themes},
        kinds=[RELATION_KINDS[name] for name in KINDS],
        is_partial=len(drawn) < len(ordered),
    )
