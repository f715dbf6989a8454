"""Tension pages, two concepts side by side, and the list of all tensions."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact, later
from kennisbank.model.linked_concept import Tension
from kennisbank.model.site import Site
from kennisbank.pages.meta import make_day, make_meta
from kennisbank.pages.share import make_share
from kennisbank.pages.subject import about_tension, tension_title
from kennisbank.render import render_page, render_plain


def make(site: Site) -> Iterator[Artifact]:
    """Make the page of each pair, then the list."""
    for tension in site.tensions:
        yield later(f"spanningen/{tension.id}.md", _make_page, site, tension)
    yield later("spanningen/index.md", _make_list, site)


def _make_page(site: Site, tension: Tension) -> bytes:
    first, second = tension.first.concept, tension.second.concept
    reason = render_plain(tension.reason)
    meta = make_meta("spanning", tension_title(tension), f"spanningen/{tension.id}/", reason)
    meta.update(make_day(max(c.changes[0].day for c in (first, second))))
    share = make_share(site, about_tension(tension))
    return render_page("tension.md.j2", meta, share=share, tension=tension)


def _make_list(site: Site) -> bytes:
    description = (
        "Begrippen die tegen elkaar in trekken, met de reden en de stemmen aan weerszijden."
    )
    meta = make_meta("lijst", "Spanningen", "spanningen/", description)
    return render_page("tensions.md.j2", meta, site=site)
