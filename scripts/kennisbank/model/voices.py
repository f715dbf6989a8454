"""Who speaks, and in what."""

from collections.abc import Mapping
from typing import Annotated, Literal

from kennisbank.model.base import Record, authored, sayings
from kennisbank.model.fields import (
    Day,
    EdtfDate,
    Identifier,
    Line,
    Number,
    Prose,
    Sayings,
    Sentences,
    Term,
    WebAddress,
    Words,
    Yes,
)
from kennisbank.model.ids import Authors, OwnPlaceId, PersonIds, SourceId
from kennisbank.model.limits import Limit
from kennisbank.model.person_name import Name, read_author, read_person
from kennisbank.vocabulary import PERSON, SOURCE

LanguageCode = Annotated[
    Line,
    Limit(
        rule="geen-taalcode",
        said='"{text}" is geen taalcode; schrijf nl, en, de of fr, of een andere ISO-code',
        wants="[a-z]{2,3}",
    ),
]
"""A language as ISO 639 has it: nl, en, de."""


class Person(Record):
    """A person, or a group that speaks."""

    kind = PERSON
    name: Term = authored("naam", "de naam zoals lezers die zien")
    sort: Literal["persoon", "groep", "redactie", "lezer"] = authored(
        "soort", "persoon, groep, redactie of lezer", examples=["persoon"]
    )
    roles: Mapping[SourceId, Prose] = authored(
        "rollen", "per bron de rol, precies zoals die bron haar noemt", default={}
    )
    author_form: Line | None = authored(
        "als_auteur",
        "alleen als een verwijzing de naam anders verkeerd schrijft of de voornaam niet in naam"
        ' staat: "Achternaam, Voornaam", zoals "García Márquez, Gabriel"',
        default=None,
    )
    hidden_labels: Words = authored("zoektermen", "andere spellingen van de naam", default=())
    visibility: Literal["openbaar", "beperkt"] = authored(
        "zichtbaarheid", "beperkt: iemand die over het eigen leven vertelde", default="openbaar"
    )
    said: Sayings = sayings()

    @property
    def author(self) -> Name:
        """Give the name in parts, as references need it; of a group it is one whole."""
        if self.author_form:
            is_split = "," in self.author_form
            return read_person(self.author_form) if is_split else Name(self.author_form)
        return read_person(self.name) if self.sort == "persoon" else Name(self.name)

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


def name_author(author: Person | str) -> Name:
    """Give the name in parts of an author of a source: a person, or a name as it was written."""
    return read_author(author) if isinstance(author, str) else author.author


def write_author(author: Person | str) -> str:
    """Give an author of a source as readers know them: "Abel de Riet", "Movisie"."""
    return read_author(author).written if isinstance(author, str) else author.name


class Source(Record):
    """One of the five articles (`is_base`), or a work that they name."""

    kind = SOURCE
    sort: Literal[
        "interview",
        "verslag",
        "blog",
        "artikel",
        "boek",
        "hoofdstuk",
        "essay",
        "proefschrift",
        "notitie",
        "uitzending",
        "website",
        "kunstwerk",
        "wet",
    ] = authored("soort", "wat voor bron het is", examples=["artikel"])
    is_base: Yes = authored(
        "basis", "ja voor de artikelen waar de kennisbank op rust", default=False
    )
    label: Line | None = authored(
        "aanduiding",
        "wat er tussen [ ] achter de titel komt, als dat iets anders is dan de soort: Startnotitie",
        default=None,
    )
    name: Line = authored("titel", "de titel")
    is_named_by_us: Yes = authored(
        "titel_van_ons",
        "ja als de titel niet bekend is en wij beschrijven wat het is; dat komt tussen [ ]",
        default=False,
    )
    subtitle: Line | None = authored("ondertitel", "de ondertitel", default=None)
    authors: Authors = authored("auteurs", 'personen (id) of namen ("Achternaam, V.")', default=())
    editors: Authors = authored(
        "redacteuren",
        "wie de redactie deed van het boek, ook dat waar een hoofdstuk in staat; als auteurs",
        default=(),
    )
    translators: Authors = authored("vertalers", "wie het vertaalde; als auteurs", default=())
    container: Line | None = authored(
        "in", "het tijdschrift of boek waar het in staat", default=None
    )
    publisher: Line | None = authored("uitgever", "de uitgever", default=None)
    institution: Line | None = authored(
        "instelling", "bij een proefschrift: de universiteit", default=None
    )
    language: LanguageCode = authored("taal", "taalcode: nl, en, de of fr", default="nl")
    volumes: Number | None = authored("delen", "uit hoeveel delen een boek bestaat", default=None)
    original: Number | None = authored(
        "oorspronkelijk", "bij een vertaling: het jaar van het werk zelf", default=None
    )
    date: EdtfDate = authored("datum", "2019, 2019-08-30, 2019? of z.d.", default="z.d.")
    url: WebAddress | None = authored(
        "url", "waar je het leest, als dat is nagekeken", default=None
    )
    announcement: WebAddress | None = authored(
        "aankondiging",
        "een pagina over het werk, als het werk zelf daar niet staat; komt niet in verwijzingen",
        default=None,
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
    said: Sayings = sayings()

    def heading(self, place: str) -> str:
        """Give the heading of a place; the number of one that names somebody private."""
        return self.places[place] or f"kop {[*self.places].index(place) + 1}"

    def place_label(self, place: str) -> str:
        """Name a place for readers: a heading in quotes, or our name for a numbered passage."""
        heading = self.places[place]
        number = place.removeprefix("passage-")
        if number.isdigit():
            return f"passage {number}: {heading}" if heading else f"passage {number}"
        return f"‘{heading}’" if heading else self.heading(place)
