"""The page of each practice example, and the list of examples."""

from collections.abc import Callable, Iterator
from functools import partial

from kennisbank.model.site import LinkedExample, Site
from kennisbank.pages.page import Details, Page, PageType
from kennisbank.pages.subject import about_example, about_told_example
from kennisbank.render import render_plain


def make(site: Site) -> Iterator[Page]:
    """Make the page of each example, then the list."""
    for linked in site.examples:
        yield _make_page(linked, partial(_detail_page, linked))
    for linked in site.told.examples:
        yield _make_page(linked, partial(_detail_told_page, linked))
    description = "Voorbeelden uit de praktijk, zoals de artikelen ze vertellen."
    examples = sorted((*site.examples, *site.told.examples), key=lambda each: each.example.id)
    yield Page(
        type=TYPE,
        address="voorbeelden/",
        title="Voorbeelden",
        template="examples.md.j2",
        details=lambda: Details(description, {"examples": examples}),
        is_list=True,
    )


def _make_page(linked: LinkedExample, details: Callable[[], Details]) -> Page:
    return Page(
        type=TYPE,
        address=linked.example.kind.address(linked.example.id),
        title=linked.example.name,
        template="example.md.j2",
        details=details,
        anchors=frozenset(("citeren", *(("vragen",) if linked.question else ()))),
        record=linked.example,
    )


def _detail_page(linked: LinkedExample) -> Details:
    shown = (
        *(linked.text, linked.notes, linked.speakers, linked.via, linked.source),
        *(linked.question, linked.concepts, [item.definition for item in linked.concepts]),
    )
    return Details(
        render_plain(linked.text), {"linked": linked}, shown, subject=about_example(linked)
    )


def _detail_told_page(linked: LinkedExample) -> Details:
    """Give a page that names somebody private: no search engine shows it, nor do we."""
    return _detail_page(linked)._replace(
        description=f"Een voorbeeld uit {linked.source.name}.",
        front={"noindex": True},
        subject=about_told_example(linked),
    )


TYPE = PageType(name="voorbeeld", folder="voorbeelden", title="Voorbeelden", make=make)
