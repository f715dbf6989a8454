"""What maintainers look up while writing: every field and every message of the checker."""

from collections.abc import Iterator

from kennisbank.handbook.fields import list_shapes
from kennisbank.handbook.messages import explain_messages
from kennisbank.model.site import Site
from kennisbank.pages.page import Details, Page, PageType


def make(site: Site) -> Iterator[Page]:
    """Make the page of fields and the page of messages."""
    return make_handbook()


def make_handbook() -> Iterator[Page]:
    """Make both pages; they say what the program knows, and need no records."""
    yield Page(
        type=TYPE,
        address="meewerken/velden/",
        title="Alle velden",
        template="fields.md.j2",
        details=_detail_fields,
    )
    yield Page(
        type=TYPE,
        address="meewerken/meldingen/",
        title="Alle meldingen",
        template="messages.md.j2",
        details=_detail_messages,
    )


def _detail_fields() -> Details:
    about = "Elk veld dat in een bestand van de kennisbank kan staan, met wat je er invult."
    return Details(about, {"shapes": list_shapes()}, front={"noindex": True})


def _detail_messages() -> Details:
    about = "Elke melding van de controle, met een fout en een goed voorbeeld."
    return Details(about, {"messages": explain_messages()}, front={"noindex": True})


TYPE = PageType(name="meewerken", folder="meewerken", make=make)
