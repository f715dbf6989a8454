"""References follow APA 7 as Dutch schools use it; each case is written out by hand."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from conftest import GOLDEN
from kennisbank.citing import (
    cite_page,
    cite_place,
    cite_source,
    split_name,
    write_author,
)
from kennisbank.config import find_project
from kennisbank.model.site import LinkedSource, Site
from kennisbank.model.text import Span
from kennisbank.model.voices import Person, Source
from kennisbank.pages.share import make_share
from kennisbank.pages.subject import about_concept
from kennisbank.pipeline import check_records

CHANGES = "2026-11-23 Eerste versie"


def _words(spans: tuple[Span, ...]) -> str:
    return "".join(f"*{span.text}*" if span.style == "em" else span.text for span in spans)


def _person(name: str) -> Person:
    fields = {"naam": name, "soort": "persoon", "wijzigingen": CHANGES}
    return Person.model_validate({"@id": "x", "@path": "x.yml", **fields})


def _source(*authors: Person | str, **fields: Any) -> LinkedSource:
    source = Source.model_validate({"@id": "x", "@path": "x.yml", "wijzigingen": CHANGES, **fields})
    return LinkedSource(
        source=source, authors=authors, speakers=(), summary=(), addition=(), editor_note=(),
        unknown=(), places=(), reading_for=(),
    )  # fmt: skip


CASES = {
    "interview on the web without date": (
        _source(
            "Movisie", soort="interview", titel="Lexicon", uitgever="Movisie", datum="z.d.",
            url="https://voorbeeld.nl/lexicon", geraadpleegd="2026-11-23",
        ),
        "Movisie. (z.d.). *Lexicon* [Interview]. Geraadpleegd op 23 november 2026, van "
        "https://voorbeeld.nl/lexicon",
    ),
    "source without author": (
        _source(soort="verslag", titel="Terugblik", datum="2023-10"),
        "*Terugblik* [Verslag]. (2023, oktober).",
    ),
    "article in a magazine": (
        _source(
            _person("Lilian Linders"), soort="artikel", titel="Sociaal werk",
            **{"in": "Tijdschrift voor Vragen, herfstnummer"}, datum="2019",
            url="https://voorbeeld.nl/sociaal",
        ),
        "Linders, L. (2019). Sociaal werk. *Tijdschrift voor Vragen*, herfstnummer. "
        "https://voorbeeld.nl/sociaal",
    ),
    "article in a journal": (
        _source(
            _person("Fabio Folgheraiter"), "Raineri, M. L.", soort="artikel", titel="Key ideas",
            **{"in": "Relational Social Work, 1(1)"}, datum="2017", paginas="12-18", doi="10.1/x",
        ),
        "Folgheraiter, F., & Raineri, M. L. (2017). Key ideas. *Relational Social Work*, "
        "*1*(1), 12–18. https://doi.org/10.1/x",
    ),
    "book with subtitle and particle": (
        _source(
            _person("Abram de Swaan"), soort="boek", titel="Zorg en de staat",
            ondertitel="Welzijn in Europa", uitgever="Bert Bakker", datum="1989",
        ),
        "De Swaan, A. (1989). *Zorg en de staat: Welzijn in Europa*. Bert Bakker.",
    ),
    "thesis": (
        _source(
            _person("Petra Schaftenaar"), soort="proefschrift", titel="Contact gezocht",
            uitgever="SWP", datum="2018-07-12",
        ),
        "Schaftenaar, P. (2018, 12 juli). *Contact gezocht* [Proefschrift]. SWP.",
    ),
    "essay of three with an uncertain year": (
        _source(
            _person("Radboud Engbersen"), "Jansen, T.", "Janssens, R.", soort="essay",
            titel="Het geheim", datum="2022?",
        ),
        "Engbersen, R., Jansen, T., & Janssens, R. (ca. 2022). *Het geheim* [Essay].",
    ),
    "book without date": (
        _source("Baart, A.", soort="boek", titel="Een theorie", datum="z.d."),
        "Baart, A. (z.d.). *Een theorie*.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CASES))
def test_source(name: str) -> None:
    """A source of each sort has exactly the reference that the rules ask."""
    linked, expected = CASES[name]
    assert _words(cite_source(linked)) == expected


@pytest.fixture(scope="module")
def site() -> Site:
    """Give the small knowledge base, linked."""
    project = find_project(GOLDEN)
    assert project
    made = check_records(project).site
    assert made
    return made


def test_own_page(site: Site) -> None:
    """A concept page has the organisation as author and no site name."""
    cited = cite_page(site, "Rivier", "begrippen/rivier/", date(2026, 3, 1))
    assert _words(cited) == (
        "Kleine kennisbank. (2026, 1 maart). *Rivier*. https://klein.example/begrippen/rivier/"
    )


def test_edition(site: Site) -> None:
    """A page that the current edition holds is cited at its address there, with the same date."""
    settings = site.settings.model_copy(update={"edition": "2026-2"})
    frozen = replace(site, settings=settings, frozen_pages=frozenset({"begrippen/rivier/"}))
    page = replace(about_concept(frozen.concepts["rivier"]), day=date(2026, 3, 1))
    assert make_share(frozen, page).edition == (
        "Kleine kennisbank. (2026, 1 maart). <i>Rivier</i>. "
        "https://klein.example/edities/2026-2/begrippen/rivier/"
    )
    assert make_share(site, page).edition == ""


def test_place(site: Site) -> None:
    """A heading and a numbered passage are cited inside a text, each in its own way."""
    article = next(linked for linked in site.sources if linked.source.id == "het-artikel")
    assert cite_place(article, "oevers") == "(Stroom, 2019, onder ‘Langs de oevers’)"
    assert cite_place(article, "passage-1") == "(Stroom, 2019, passage 1, de denker)"


@pytest.mark.parametrize(
    ("name", "parts", "author"),
    [
        ("Jean Pierre Wilken", ("Jean Pierre", "", "Wilken"), "Wilken, J. P."),
        ("Hans van Ewijk", ("Hans", "van", "Ewijk"), "Van Ewijk, H."),
        ("M'hamed Yahia", ("M'hamed", "", "Yahia"), "Yahia, M."),
        ("Foucault", ("", "", "Foucault"), "Foucault"),
    ],
)
def test_names(name: str, parts: tuple[str, str, str], author: str) -> None:
    """Names split into given names, particle and family name."""
    assert split_name(name) == parts
    assert write_author(_person(name)) == author
