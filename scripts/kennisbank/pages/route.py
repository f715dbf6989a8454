"""The page of each route, and the list of routes."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import LinkedRoute, Site
from kennisbank.pages.meta import make_meta, make_record_meta
from kennisbank.pages.share import make_share
from kennisbank.pages.subject import about_route
from kennisbank.render import render_page, render_plain


def make(site: Site) -> Iterator[Artifact]:
    """Make the page of each route, then the list."""
    for linked in site.routes:
        yield later(f"leerroutes/{linked.route.id}.md", _make_page, site, linked)
    yield later("leerroutes/index.md", _make_list, site)


def _make_page(site: Site, linked: LinkedRoute) -> bytes:
    meta = make_record_meta(linked.route, render_plain(linked.goal))
    values = {"site": site, "linked": linked, "route": linked.route}
    share = make_share(site, about_route(linked))
    return render_page("route.md.j2", meta, share=share, **values)


def _make_list(site: Site) -> bytes:
    description = (
        "Routes langs begrippen: een doel, een volgorde, vragen en iets om met een klas te doen."
    )
    meta = make_meta("lijst", "Leerroutes", "leerroutes/", description)
    return render_page("routes.md.j2", meta, site=site)
