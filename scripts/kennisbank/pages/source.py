"""The page of each source, and the list of sources."""

from collections.abc import Iterator
from functools import partial

from kennisbank.citing.forms import find_form
from kennisbank.citing.item import make_item
from kennisbank.citing.tags import list_tags, write_coins
from kennisbank.citing.work import make_work
from kennisbank.dutch import write_edtf
from kennisbank.model.private_names import NOBODY
from kennisbank.model.site import LinkedSource, Site
from kennisbank.pages.page import Details, Page, PageType
from kennisbank.pages.subject import about_source
from kennisbank.render import render_plain


def make(site: Site) -> Iterator[Page]:
    """Make the page of each source, then the list."""
    for linked in site.sources:
        yield Page(
            type=TYPE,
            address=linked.source.kind.address(linked.source.id),
            title=linked.source.name,
            template="source.md.j2",
            details=partial(_detail_page, site, linked),
            anchors=frozenset(("citeren", *_find_anchors(linked))),
            record=linked.source,
        )
    yield Page(
        type=TYPE,
        address="bronnen/",
        title="Bronnen",
        template="sources.md.j2",
        details=partial(_detail_list, site),
        is_list=True,
    )


def _find_anchors(linked: LinkedSource) -> Iterator[str]:
    if linked.places:
        yield "wie-zegt-wat"
    yield from (f"plaats-{place.id}" for place in linked.places)


def _detail_page(site: Site, linked: LinkedSource) -> Details:
    own = site.told.sources.get(linked.source.id)
    text = own or linked
    item, form = make_item(linked), find_form(linked.source)
    values = {
        "linked": linked,
        "source": linked.source,
        "text": text,
        "told": site.told if own else None,
        "names": site.told.names if own else NOBODY,
        "coins": "" if linked.source.url else write_coins(item, form),
    }
    front = {"work": [list(tag) for tag in list_tags(item, form)]}
    shown = (
        *(text.summary, text.editor_note, text.addition, text.unknown),
        *(text.places, linked.reading_for),
    )
    return Details(_describe(linked), values, shown, front, about_source(linked))


def _detail_list(site: Site) -> Details:
    base = [linked for linked in site.sources if linked.source.is_base]
    values = {
        "base": base,
        "works": [linked for linked in site.sources if not linked.source.is_base],
        "authors": {
            linked.source.id: ", ".join(name.written for name in make_work(linked).authors)
            for linked in base
        },
    }
    return Details("De artikelen waar de kennisbank op rust, en de werken die ze noemen.", values)


def _describe(linked: LinkedSource) -> str:
    if linked.summary:
        return render_plain(linked.summary)
    return f"{linked.source.name} ({linked.source.sort}, {write_edtf(linked.source.date)})"


TYPE = PageType(name="bron", folder="bronnen", title="Bronnen", make=make)
