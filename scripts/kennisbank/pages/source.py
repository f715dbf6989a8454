"""The page of each source, and the list of sources."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact, later
from kennisbank.model.private_names import NOBODY
from kennisbank.model.site import LinkedSource, Site
from kennisbank.pages.meta import make_meta, make_record_meta
from kennisbank.pages.share import make_share
from kennisbank.pages.subject import about_source
from kennisbank.render import render_page, render_plain


def make(site: Site) -> Iterator[Artifact]:
    """Make the page of each source, then the list."""
    for linked in site.sources:
        yield later(f"bronnen/{linked.source.id}.md", _make_page, site, linked)
    yield later("bronnen/index.md", _make_list, site)


def _make_page(site: Site, linked: LinkedSource) -> bytes:
    meta = make_record_meta(linked.source, _describe(linked))
    share = make_share(site, about_source(linked))
    own = site.told.sources.get(linked.source.id)
    return render_page(
        "source.md.j2",
        meta,
        share=share,
        linked=linked,
        source=linked.source,
        text=own or linked,
        told=site.told if own else None,
        names=site.told.names if own else NOBODY,
    )


def _make_list(site: Site) -> bytes:
    base = [linked for linked in site.sources if linked.source.is_base]
    works = [linked for linked in site.sources if not linked.source.is_base]
    description = "De artikelen waar de kennisbank op rust, en de werken die ze noemen."
    meta = make_meta("lijst", "Bronnen", "bronnen/", description)
    return render_page("sources.md.j2", meta, base=base, works=works)


def _describe(linked: LinkedSource) -> str:
    if linked.summary:
        return render_plain(linked.summary)
    return f"{linked.source.name} ({linked.source.sort}, {linked.source.date})"
