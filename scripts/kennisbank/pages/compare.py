"""The page on which a reader puts any two concepts side by side.

What it shows comes from the open data of the two concepts, fetched only when it is used. Without
JavaScript the page is a list of the tensions, which have a page of their own.
"""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact, later
from kennisbank.model.concept import Concept
from kennisbank.model.site import Site
from kennisbank.pages.concept import sort_key
from kennisbank.pages.meta import make_meta
from kennisbank.pages.subject import tension_title
from kennisbank.render import render_page

ADDRESS = "vergelijk/"


def make(site: Site) -> Iterator[Artifact]:
    """Make the one page, with every concept to choose from."""
    yield later(f"{ADDRESS}index.md", _make_page, site)


def _make_page(site: Site) -> bytes:
    description = "Leg twee begrippen naast elkaar: wat ze delen, en waar ze verschillen."
    meta = make_meta("vergelijk", "Vergelijk twee begrippen", ADDRESS, description)
    meta["styles"] = ["vergelijk.css"]
    meta["scripts"] = ["oude-namen.js", "vergelijk.js"]
    themes = [
        (linked.theme, sorted((c.concept for c in linked.concepts), key=_by_label))
        for linked in site.themes
    ]
    tensions = sorted(
        ((tension_title(tension), tension) for tension in site.tensions),
        key=lambda pair: sort_key(pair[0]),
    )
    return render_page("compare.md.j2", meta, themes=themes, tensions=tensions)


def _by_label(concept: Concept) -> str:
    return sort_key(concept.preferred_label)
