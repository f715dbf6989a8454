"""The home page: what this is, the themes, the four core actions, the routes."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.pages.meta import make_meta
from kennisbank.render import render_page


def make(site: Site) -> Iterator[Artifact]:
    """Make the one home page."""
    settings = site.settings
    meta = make_meta("home", settings.name, "", " ".join(settings.description.split()))
    counts = {
        "concepts": len(site.concepts),
        "sources": sum(linked.source.is_base for linked in site.sources),
    }
    yield render_page("index.md", "home.md.j2", meta, site=site, counts=counts)


def make_placeholder() -> Artifact:
    """Make a home page for a preview that starts before any page could be made."""
    meta = make_meta("home", "Kennisbank", "", "Er zijn nog geen pagina’s.")
    return render_page("index.md", "placeholder.md.j2", meta)
