"""The page on which a reader puts any two concepts side by side.

What it shows comes from the open data of the two concepts, fetched only when it is used. Without
JavaScript the page is a list of the tensions, which have a page of their own.
"""

from collections.abc import Iterator
from functools import partial

from kennisbank.model.concept import Concept
from kennisbank.model.site import Site
from kennisbank.pages.concept import sort_key
from kennisbank.pages.page import Details, Page, PageType


def make(site: Site) -> Iterator[Page]:
    """Make the one page, with every concept to choose from."""
    yield Page(
        type=TYPE,
        address="vergelijk/",
        title="Vergelijk twee begrippen",
        template="compare.md.j2",
        details=partial(_detail_page, site),
    )


def _detail_page(site: Site) -> Details:
    themes = [
        (linked.theme, sorted((c.concept for c in linked.concepts), key=_by_label))
        for linked in site.themes
    ]
    tensions = sorted(
        ((tension.title, tension) for tension in site.tensions),
        key=lambda pair: sort_key(pair[0]),
    )
    return Details(
        "Leg twee begrippen naast elkaar: wat ze delen, en waar ze verschillen.",
        {"themes": themes, "tensions": tensions},
        front={"styles": ["vergelijk.css"], "scripts": ["oude-namen.js", "vergelijk.js"]},
    )


def _by_label(concept: Concept) -> str:
    return sort_key(concept.preferred_label)


TYPE = PageType(name="vergelijk", folder="vergelijk", has_outline=False, make=make)
