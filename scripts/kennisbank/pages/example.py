"""The page of each practice example, and the list of examples."""

from collections.abc import Iterator
from functools import partial

from kennisbank.model.site import LinkedExample, Site
from kennisbank.pages.page import Details, Page, PageType
from kennisbank.pages.subject import about_example
from kennisbank.render import render_plain


def make(site: Site) -> Iterator[Page]:
    """Make the page of each example, then the list."""
    for linked in site.examples:
        yield Page(
            type=TYPE,
            address=linked.example.kind.address(linked.example.id),
            title=linked.example.name,
            template="example.md.j2",
            details=partial(_detail_page, linked),
            anchors=frozenset(("citeren", *(("vragen",) if linked.question else ()))),
            record=linked.example,
        )
    description = "Voorbeelden uit de praktijk, zoals de artikelen ze vertellen."
    yield Page(
        type=TYPE,
        address="voorbeelden/",
        title="Voorbeelden",
        template="examples.md.j2",
        details=lambda: Details(description, {"site": site}),
        is_list=True,
    )


def _detail_page(linked: LinkedExample) -> Details:
    shown = (
        *(linked.text, linked.speakers, linked.via, linked.source, linked.question),
        *(linked.concepts, [item.definition for item in linked.concepts]),
    )
    return Details(
        render_plain(linked.text), {"linked": linked}, shown, subject=about_example(linked)
    )


TYPE = PageType(
    name="voorbeeld", folder="voorbeelden", title="Voorbeelden", search="Voorbeeld", make=make
)
