"""The page of each practice example, and the list of examples."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import LinkedExample, Site
from kennisbank.pages.meta import make_meta, make_record_meta
from kennisbank.pages.share import make_share
from kennisbank.pages.subject import about_example, about_told_example
from kennisbank.render import render_page, render_plain


def make(site: Site) -> Iterator[Artifact]:
    """Make the page of each example, then the list."""
    for linked in site.examples:
        yield later(f"voorbeelden/{linked.example.id}.md", _make_page, site, linked)
    for linked in site.told.examples:
        yield later(f"voorbeelden/{linked.example.id}.md", _make_told_page, site, linked)
    yield later("voorbeelden/index.md", _make_list, site)


def _make_page(site: Site, linked: LinkedExample) -> bytes:
    meta = make_record_meta(linked.example, render_plain(linked.text))
    share = make_share(site, about_example(linked))
    return render_page("example.md.j2", meta, share=share, linked=linked)


def _make_told_page(site: Site, linked: LinkedExample) -> bytes:
    """Make a page that names somebody private: no search engine shows it, nor do we."""
    meta = make_record_meta(linked.example, f"Een voorbeeld uit {linked.source.name}.")
    share = make_share(site, about_told_example(linked))
    return render_page("example.md.j2", meta | {"noindex": True}, share=share, linked=linked)


def _make_list(site: Site) -> bytes:
    description = "Voorbeelden uit de praktijk, zoals de artikelen ze vertellen."
    meta = make_meta("lijst", "Voorbeelden", "voorbeelden/", description)
    examples = sorted((*site.examples, *site.told.examples), key=lambda each: each.example.id)
    return render_page("examples.md.j2", meta, examples=examples)
