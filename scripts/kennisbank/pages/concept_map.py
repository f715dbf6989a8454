"""The concept map: a picture of every relation, and the same as a list by theme."""

from collections.abc import Iterator
from functools import partial

from kennisbank.model.site import Site
from kennisbank.pages.map_drawing import KINDS, choose_concepts, draw_map, draw_shape, shape_of
from kennisbank.pages.page import Details, Page, PageType
from kennisbank.vocabulary import RELATION_KINDS


def make(site: Site) -> Iterator[Page]:
    """Make the one page of the map."""
    yield Page(
        type=TYPE,
        address="kaart/",
        title="Kaart van de begrippen",
        template="map.md.j2",
        details=partial(_detail_page, site),
    )


def _detail_page(site: Site) -> Details:
    ordered = [linked for theme in site.themes for linked in theme.concepts]
    drawn = choose_concepts(ordered)
    themes = [theme.theme.id for theme in site.themes]
    values = {
        "site": site,
        "drawing": draw_map(drawn, themes) if drawn else "",
        "drawn": drawn,
        "shapes": {theme: draw_shape(shape_of(themes, theme)) for theme in themes},
        "kinds": [RELATION_KINDS[name] for name in KINDS],
        "is_partial": len(drawn) < len(ordered),
    }
    return Details(
        "Hoe de begrippen samenhangen: een kaart met elke relatie, en dezelfde als lijst.",
        values,
        front={"styles": ["kaart.css"], "scripts": ["kaart.js"]},
    )


TYPE = PageType(name="kaart", folder="kaart", has_outline=False, make=make)
