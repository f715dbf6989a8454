"""Theme pages, and the list of themes."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import LinkedTheme, Site
from kennisbank.pages.meta import make_meta, make_record_meta
from kennisbank.pages.share import make_share
from kennisbank.pages.subject import about_theme
from kennisbank.render import render_page, render_plain


def make(site: Site) -> Iterator[Artifact]:
    """Make the page of each theme, then the list."""
    for linked in site.themes:
        yield later(f"themas/{linked.theme.id}.md", _make_page, site, linked)
    yield later("themas/index.md", _make_list, site)


def _make_page(site: Site, linked: LinkedTheme) -> bytes:
    meta = make_record_meta(linked.theme, render_plain(linked.question))
    meta["theme"] = {"id": linked.theme.id, "title": linked.theme.name}
    share = make_share(site, about_theme(linked))
    return render_page("theme.md.j2", meta, site=site, share=share, linked=linked)


def _make_list(site: Site) -> bytes:
    description = "De thema’s van de kennisbank en hun begrippen."
    meta = make_meta("lijst", "Thema’s", "themas/", description)
    return render_page("themes.md.j2", meta, site=site)
