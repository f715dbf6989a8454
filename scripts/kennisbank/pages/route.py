"""The page of each route, and the list of routes."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.pages.meta import make_meta, make_record_meta
from kennisbank.pages.share import make_share
from kennisbank.pages.subject import about_route
from kennisbank.render import render_page, render_plain


def make(site: Site) -> Iterator[Artifact]:
    """Make the page of each route, then the list."""
    for linked in site.routes:
        meta = make_record_meta(linked.route, render_plain(linked.goal))
        path = f"leerroutes/{linked.route.id}.md"
        values = {"site": site, "linked": linked, "route": linked.route}
        share = make_share(site, about_route(linked))
        yield render_page(path, "route.md.j2", meta, share=share, **values)
    description = (
        "Routes langs begrippen: een doel, een volgorde, vragen en iets om met een klas te doen."
    )
    meta = make_meta("lijst", "Leerroutes", "leerroutes/", description)
    yield render_page("leerroutes/index.md", "routes.md.j2", meta, site=site)
