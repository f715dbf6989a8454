"""Theme pages, and the list of themes."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.pages.meta import make_meta, make_record_meta
from kennisbank.pages.share import make_share
from kennisbank.pages.subject import about_theme
from kennisbank.render import render_page, render_plain


def make(site: Site) -> Iterator[Artifact]:
    """Make the page of each theme, then the list."""
    for linked in site.themes:
        meta = make_record_meta(linked.theme, render_plain(linked.question))
        meta["theme"] = {"id": linked.theme.id, "title": linked.theme.name}
        path = f"themas/{linked.theme.id}.md"
        share = make_share(site, about_theme(linked))
        yield render_page(path, "theme.md.j2", meta, site=site, share=share, linked=linked)
    meta = make_meta(
        "lijst", "Thema’s", "themas/", "De thema’s van de kennisbank en hun begrippen."
    )
    yield render_page("themas/index.md", "themes.md.j2", meta, site=site)
