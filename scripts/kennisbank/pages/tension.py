"""Tension pages, two concepts side by side, and the list of all tensions."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.pages.meta import make_day, make_meta
from kennisbank.pages.share import make_share
from kennisbank.pages.subject import about_tension, tension_title
from kennisbank.render import render_page, render_plain


def make(site: Site) -> Iterator[Artifact]:
    """Make the page of each pair, then the list."""
    for tension in site.tensions:
        title = tension_title(tension)
        first, second = tension.first.concept, tension.second.concept
        meta = make_meta(
            "spanning", title, f"spanningen/{tension.id}/", render_plain(tension.reason)
        )
        meta.update(make_day(max(c.changes[0].day for c in (first, second))))
        path = f"spanningen/{tension.id}.md"
        share = make_share(site, about_tension(tension))
        yield render_page(path, "tension.md.j2", meta, share=share, tension=tension)
    description = (
        "Begrippen die tegen elkaar in trekken, met de reden en de stemmen aan weerszijden."
    )
    meta = make_meta("lijst", "Spanningen", "spanningen/", description)
    yield render_page("spanningen/index.md", "tensions.md.j2", meta, site=site)
