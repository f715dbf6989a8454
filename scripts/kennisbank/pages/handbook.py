"""What maintainers look up while writing: every field and every message of the checker."""

from collections.abc import Iterator

from kennisbank.handbook.fields import list_shapes
from kennisbank.handbook.messages import explain_messages
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import Site
from kennisbank.pages.meta import make_meta
from kennisbank.render import render_page


def make(site: Site) -> Iterator[Artifact]:
    """Make the page of fields and the page of messages."""
    return make_handbook()


def make_handbook() -> Iterator[Artifact]:
    """Make both pages; they say what the program knows, and need no records."""
    yield later("meewerken/velden.md", _make_fields)
    yield later("meewerken/meldingen.md", _make_messages)


def _make_fields() -> bytes:
    about = "Elk veld dat in een bestand van de kennisbank kan staan, met wat je er invult."
    meta = make_meta("meewerken", "Alle velden", "meewerken/velden/", about)
    meta["noindex"] = True
    return render_page("fields.md.j2", meta, shapes=list_shapes())


def _make_messages() -> bytes:
    about = "Elke melding van de controle, met een fout en een goed voorbeeld."
    meta = make_meta("meewerken", "Alle meldingen", "meewerken/meldingen/", about)
    meta["noindex"] = True
    return render_page("messages.md.j2", meta, messages=explain_messages())
