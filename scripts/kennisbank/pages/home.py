"""The home page: what this is and where to start, the four core actions, a tension, routes."""

from collections.abc import Iterator
from functools import partial

from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.model.site import Site
from kennisbank.pages.page import Details, Page, PageType

CORE_ACTIONS = {
    "verzekeren": "houvast geven",
    "versterken": "werken aan kracht en herstel",
    "verbinden": "een relatie aangaan",
    "verstaan": "zien wat telt",
}
"""The four core actions with a few words each; the last two carry the first two."""
CARRYING = ("verbinden", "verstaan")


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
    values = {
        "site": site,
        "counts": {
            "concepts": len(site.concepts),
            "sources": sum(linked.source.is_base for linked in site.sources),
        },
        "actions": _find_actions(site),
        "carrying": CARRYING,
        "tension": site.tensions[0] if site.tensions else None,
    }
    return Details(
        " ".join(site.settings.description.split()),
        values,
        front={"styles": ["home.css"], "scripts": ["home.js"]},
    )


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


TYPE = PageType(name="home", folder="", has_outline=False, make=make)
