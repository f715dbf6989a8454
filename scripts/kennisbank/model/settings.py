"""The facts about the knowledge base itself."""

from pydantic import Field

from kennisbank.model.base import Part, authored
from kennisbank.model.fields import Line, Prose, WebAddress, Words


class Settings(Part):
    """The facts about the knowledge base itself (kennisbank.yml)."""

    id: str = Field(alias="@id")
    path: str = Field(alias="@path")
    name: Line = authored("titel", "de naam van de kennisbank")
    description: Prose = authored("omschrijving", "wat de kennisbank is, in één zin")
    publisher: Line = authored(
        "uitgever", "wie de kennisbank uitgeeft; staat als auteur in verwijzingen"
    )
    licence: Line = authored("licentie", "de licentie van de teksten")
    licence_url: WebAddress = authored("licentie_url", "het webadres van de licentie")
    contact: Line | None = authored("contact", "mailadres voor vragen en meldingen", default=None)
    edition: Line | None = authored("editie", "de laatste vastgelegde editie", default=None)
    ambiguous: Words = authored(
        "dubbelzinnige_termen", "termen die nooit vanzelf een link worden", default=()
    )
