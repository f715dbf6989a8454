"""The page of each source, and the list of sources."""

from collections.abc import Iterator

from kennisbank.citing.forms import find_form
from kennisbank.citing.item import make_item
from kennisbank.citing.tags import list_tags, write_coins
from kennisbank.citing.work import make_work
from kennisbank.dutch import write_edtf
from kennisbank.model.artifact import Artifact, later
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
    item, form = make_item(linked), find_form(linked.source)
    meta["work"] = [list(tag) for tag in list_tags(item, form)]
    return render_page(
        "source.md.j2",
        meta,
        share=make_share(site, about_source(linked)),
        coins="" if linked.source.url else write_coins(item, form),
        linked=linked,
        source=linked.source,
    )


def _make_list(site: Site) -> bytes:
    base = [linked for linked in site.sources if linked.source.is_base]
    works = [linked for linked in site.sources if not linked.source.is_base]
    description = "De artikelen waar de kennisbank op rust, en de werken die ze noemen."
    meta = make_meta("lijst", "Bronnen", "bronnen/", description)
    authors = {
        linked.source.id: ", ".join(name.written for name in make_work(linked).authors)
        for linked in base
    }
    return render_page("sources.md.j2", meta, base=base, works=works, authors=authors)


def _describe(linked: LinkedSource) -> str:
    if linked.summary:
        return render_plain(linked.summary)
    return f"{linked.source.name} ({linked.source.sort}, {write_edtf(linked.source.date)})"
