"""The home page: what this is, the four core actions, the themes, tensions, routes, an example."""

from collections.abc import Iterator
from functools import partial

from kennisbank.model.linked_concept import LinkedConcept, Tension
from kennisbank.model.site import Site
from kennisbank.pages.page import Details, Page, PageType
from kennisbank.render import render_plain, shorten

CORE_ACTIONS = {
    "verzekeren": "houvast geven",
    "versterken": "werken aan kracht en herstel",
    "verbinden": "een relatie aangaan",
    "verstaan": "zien wat telt",
}
"""The four core actions with a few words each; the last two carry the first two."""
CARRYING = ("verbinden", "verstaan")
_TENSIONS_SHOWN = 4


def make(site: Site) -> Iterator[Page]:
    """Make the one home page."""
    yield Page(
        type=TYPE,
        address="",
        title=site.settings.name,
        template="home.md.j2",
        details=partial(_detail_page, site),
    )


def _detail_page(site: Site) -> Details:
    example = next((linked for linked in site.examples if linked.question), None)
    values = {
        "site": site,
        "counts": {
            "concepts": len(site.concepts),
            "sources": sum(linked.source.is_base for linked in site.sources),
        },
        "actions": _find_actions(site),
        "carrying": CARRYING,
        "tensions": _choose_tensions(site),
        "example": example,
        "excerpt": shorten(render_plain(example.text)) if example else "",
    }
    return Details(" ".join(site.settings.description.split()), values)


def make_placeholder() -> Page:
    """Make a home page for a preview that starts before any page could be made."""
    return Page(
        type=TYPE,
        address="",
        title="Kennisbank",
        template="placeholder.md.j2",
        details=lambda: Details("Er zijn nog geen pagina’s.", {}),
    )


def _find_actions(site: Site) -> list[tuple[LinkedConcept, str]]:
    """Give the four core actions with their words; none at all when one of them is missing."""
    if any(name not in site.concepts for name in CORE_ACTIONS):
        return []
    return [(site.concepts[name], words) for name, words in CORE_ACTIONS.items()]


def _choose_tensions(site: Site) -> list[Tension]:
    """Give the first tension of each theme that no theme before it has shown."""
    chosen: list[Tension] = []
    for theme in site.themes:
        fresh = (tension for tension in theme.tensions if tension not in chosen)
        chosen.extend([tension for tension, _ in zip(fresh, range(1), strict=False)])
    return chosen[:_TENSIONS_SHOWN]


TYPE = PageType(name="home", folder="", has_outline=False, make=make)
