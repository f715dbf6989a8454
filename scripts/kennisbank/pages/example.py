"""The page of each practice example, and the list of examples."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.pages.meta import make_meta, make_record_meta
from kennisbank.pages.share import make_share
from kennisbank.pages.subject import about_example
from kennisbank.render import render_page, render_plain


def make(site: Site) -> Iterator[Artifact]:
    """Make the page of each example, then the list."""
    for linked in site.examples:
        meta = make_record_meta(linked.example, render_plain(linked.text))
        path = f"voorbeelden/{linked.example.id}.md"
        share = make_share(site, about_example(linked))
        yield render_page(path, "example.md.j2", meta, share=share, linked=linked)
    description = "Voorbeelden uit de praktijk, zoals de artikelen ze vertellen."
    meta = make_meta("lijst", "Voorbeelden", "voorbeelden/", description)
    yield render_page("voorbeelden/index.md", "examples.md.j2", meta, site=site)
