"""Who speaks, and in what."""

from collections.abc import Mapping
from typing import Literal

from kennisbank.model.base import Record, authored
from kennisbank.model.fields import (
    Day,
    EdtfDate,
    Identifier,
    Line,
    Prose,
    Sentences,
    WebAddress,
    Words,
    Yes,
)
from kennisbank.model.ids import Authors, OwnPlaceId, PersonIds, SourceId
from kennisbank.vocabulary import PERSON, SOURCE


class Person(Record):
    """A person, or a group that speaks."""

    kind = PERSON
    name: Line = authored("naam", "de naam zoals lezers die zien")
    sort: Literal["persoon", "groep", "redactie", "lezer"] = authored(
        "soort", "persoon, groep, redactie of lezer", examples=["persoon"]
    )
    roles: Mapping[SourceId, Prose] = authored(
        "rollen", "per bron de rol, precies zoals die bron haar noemt", default={}
    )
    hidden_labels: Words = authored("zoektermen", "andere spellingen van de naam", default=())
    visibility: Literal["openbaar", "beperkt"] = authored(
        "zichtbaarheid", "beperkt: iemand die over het eigen leven vertelde", default="openbaar"
    )

    @property
    def title(self) -> str:
        """Give the name."""
        return self.name

    @property
    def initials(self) -> str:
        """Give the first letters of first and last name; a group has none."""
        words = [word for word in self.name.split() if word[:1].isupper()]
        return (
            "".join(word[0] for word in words[:1] + words[1:][-1:])
            if self.sort == "persoon"
            else ""
        )

    @property
    def is_private(self) -> bool:
        """Tell whether this is a private person, who gets no page and is in no package."""
        return self.visibility == "beperkt"


class Source(Record):
    """One of the five articles (`is_base`), or a work that they name."""

    kind = SOURCE
    sort: Literal[
        "interview",
        "verslag",
        "blog",
        "artikel",
        "boek",
        "essay",
        "proefschrift",
        "notitie",
        "uitzending",
        "website",
    ] = authored("soort", "wat voor bron het is", examples=["artikel"])
    is_base: Yes = authored(
        "basis", "ja voor de artikelen waar de kennisbank op rust", default=False
    )
    name: Line = authored("titel", "de titel")
    subtitle: Line | None = authored("ondertitel", "de ondertitel", default=None)
    authors: Authors = authored("auteurs", 'personen (id) of namen ("Achternaam, V.")', default=())
    container: Line | None = authored(
        "in", "het tijdschrift of boek waar het in staat", default=None
    )
    publisher: Line | None = authored("uitgever", "de uitgever", default=None)
    date: EdtfDate = authored("datum", "2019, 2019-08-30, 2019? of z.d.", default="z.d.")
    url: WebAddress | None = authored(
        "url", "waar je het leest, als dat is nagekeken", default=None
    )
    accessed: Day | None = authored(
        "geraadpleegd", "de dag waarop het adres is nagekeken", default=None
    )
    pages: Line | None = authored("paginas", "bladzijden", default=None)
    doi: Line | None = authored("doi", "de doi", default=None)
    isbn: Line | None = authored("isbn", "het isbn", default=None)
    summary: Prose | None = authored("samenvatting", "waar het over gaat", default=None)
    places: Mapping[Identifier, Line] = authored(
        "plaatsen", "de koppen, op volgorde: naam in de adressen en de kop zelf", default={}
    )
    speakers: PersonIds = authored("sprekers", "wie er zelf in aan het woord zijn", default=())
    silent_places: Mapping[OwnPlaceId, Prose] = authored(
        "zonder_uitspraak", "per plaats zonder uitspraak de reden", default={}
    )
    unknown: Sentences = authored("onbekend", "wat niet bekend is, één ding per regel", default=())

    @property
    def title(self) -> str:
        """Give the title without its subtitle."""
        return self.name

    def heading(self, place: str) -> str:
        """Give the heading of a place; the number of one that names somebody private."""
        return self.places[place] or f"kop {[*self.places].index(place) + 1}"

    def place_label(self, place: str) -> str:
        """Name a place for readers: a heading in quotes, or our name for a numbered passage."""
        heading = self.places[place]
        number = place.removeprefix("passage-")
        if number.isdigit():
            name = f", {heading[:1].lower()}{heading[1:]}" if heading else ""
            return f"passage {number}{name}"
        return f"‘{heading}’" if heading else self.heading(place)
