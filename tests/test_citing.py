"""References follow APA 7 as Dutch schools use it; each case is written out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from conftest import GOLDEN
from kennisbank.citing import cite_page, cite_place, cite_source
from kennisbank.citing.item import make_item
from kennisbank.config import find_project
from kennisbank.model.person_name import Name
from kennisbank.model.site import Site
from kennisbank.model.text import Span
from kennisbank.pages.share import make_share
from kennisbank.pages.subject import about_concept
from kennisbank.pipeline import check_records
from references import make_person, make_source, render_apa


def _words(spans: tuple[Span, ...]) -> str:
    return "".join(f"*{span.text}*" if span.style == "em" else span.text for span in spans)


CASES = {
    "interview on the web without date": (
        make_source(
            "Movisie", soort="interview", titel="Lexicon", uitgever="Movisie", datum="z.d.",
            url="https://voorbeeld.nl/lexicon", geraadpleegd="2026-11-23",
        ),
        "Movisie. (z.d.). *Lexicon*. Geraadpleegd op 23 november 2026, van "
        "https://voorbeeld.nl/lexicon",
    ),
    "source without author": (
        make_source(soort="verslag", titel="Terugblik", datum="2023-10"),
        "*Terugblik* [Verslag]. (2023).",
    ),
    "article in a magazine": (
        make_source(
            make_person("Lilian Linders"), soort="artikel", titel="Sociaal werk",
            within="Tijdschrift voor Vragen, herfstnummer", datum="2019",
            url="https://voorbeeld.nl/sociaal",
        ),
        "Linders, L. (2019). Sociaal werk. *Tijdschrift voor Vragen*, (herfstnummer). "
        "https://voorbeeld.nl/sociaal",
    ),
    "chapter in a book with commas in its title": (
        make_source(
            make_person("Jo Vos"), soort="hoofdstuk", titel="Begin", datum="2020",
            within="Zorg, welzijn en samenleving", paginas="3-7", uitgever="Boom",
        ),
        "Vos, J. (2020). Begin. In *Zorg, welzijn en samenleving* (pp. 3–7). Boom.",
    ),
    "article in a journal": (
        make_source(
            make_person("Fabio Folgheraiter"), "Raineri, M. L.", soort="artikel", titel="Key ideas",
            within="Relational Social Work, 1(1)", datum="2017", paginas="12-18", doi="10.1/x",
        ),
        "Folgheraiter, F., & Raineri, M. L. (2017). Key ideas. *Relational Social Work*, "
        "*1*(1), 12–18. https://doi.org/10.1/x",
    ),
    "book with subtitle and particle": (
        make_source(
            make_person("Abram de Swaan"), soort="boek", titel="Zorg en de staat",
            ondertitel="Welzijn in Europa", uitgever="Bert Bakker", datum="1989",
        ),
        "De Swaan, A. (1989). *Zorg en de staat: Welzijn in Europa*. Bert Bakker.",
    ),
    "thesis": (
        make_source(
            make_person("Petra Schaftenaar"), soort="proefschrift", titel="Contact gezocht",
            uitgever="SWP", datum="2018-07-12",
        ),
        "Schaftenaar, P. (2018). *Contact gezocht* [Proefschrift]. SWP.",
    ),
    "essay of three with an uncertain year": (
        make_source(
            make_person("Radboud Engbersen"), "Jansen, T.", "Janssens, R.", soort="essay",
            titel="Het geheim", datum="2022?",
        ),
        "Engbersen, R., Jansen, T., & Janssens, R. (ca. 2022). *Het geheim* [Essay].",
    ),
    "chapter in an edited book": (
        make_source(
            make_person("An Van Damme"), soort="hoofdstuk", titel="Nabijheid",
            redacteuren=("Berg, A. van den", "jan-jansen", "Smet, K. De"),
            editors=("Berg, A. van den", make_person("Jan Jansen"), "De Smet, K."),
            within="Groot lexicon", datum="2022", paginas="12-18", uitgever="SWP",
        ),
        "Van Damme, A. (2022). Nabijheid. In A. van den Berg, J. Jansen, & K. De Smet (Red.), "
        "*Groot lexicon* (pp. 12–18). SWP.",
    ),
    "chapter of which the editors are not known": (
        make_source("Berg, A. van den", soort="hoofdstuk", titel="T", within="Boek"),
        "Van den Berg, A. (z.d.). T. In *Boek*.",
    ),
    "edited book": (
        make_source(
            soort="boek", titel="Groot lexicon", datum="2022", redacteuren=("Berg, A. van den",),
            editors=("Berg, A. van den",),
        ),
        "Van den Berg, A. (Red.). (2022). *Groot lexicon*.",
    ),
    "translated book": (
        make_source(
            make_person("Sennett", als_auteur="Sennett, Richard"), soort="boek", titel="Samen",
            translators=("Werf, Maarten van der",), vertalers=("Werf, Maarten van der",),
            uitgever="Meulenhoff", datum="2016", oorspronkelijk="2012",
        ),
        "Sennett, R. (2016). *Samen* (M. van der Werf, Vert.). Meulenhoff. (Oorspronkelijk werk "
        "gepubliceerd in 2012)",
    ),
    "book in volumes": (
        make_source("Habermas, J.", soort="boek", titel="Theorie", delen="2", taal="de"),
        "Habermas, J. (z.d.). *Theorie* (Deel 1–2).",
    ),
    "thesis with its university": (
        make_source(
            "Smit, P.", soort="proefschrift", titel="Contact", instelling="Universiteit X",
            uitgever="SWP", datum="2018",
        ),
        "Smit, P. (2018). *Contact* [Proefschrift, Universiteit X]. SWP.",
    ),
    "broadcast": (
        make_source(soort="uitzending", titel="Nieuws", uitgever="NPO", datum="2019-11-21"),
        "*Nieuws* [Uitzending]. (2019, 21 november). NPO.",
    ),
    "item of a broadcast on the radio": (
        make_source(
            soort="uitzending", titel="Het item", aanduiding="Radio-uitzending",
            within="Nieuws", uitgever="NPO", datum="2019-11-21",
        ),
        "Het item [Radio-uitzending]. (2019, 21 november). In *Nieuws*. NPO.",
    ),
    "report of an organisation": (
        make_source(soort="notitie", titel="Visie", uitgever="Vilans", datum="2020"),
        "Vilans. (2020). *Visie* [Notitie].",
    ),
    "report of people": (
        make_source(
            "Pelt, M. van", soort="notitie", titel="De basis: terug van weg",
            aanduiding="Startnotitie",            uitgever="Movisie", datum="2018",
        ),
        "Van Pelt, M. (2018). *De basis: Terug van weg* [Startnotitie]. Movisie.",
    ),
    "article on the site of an organisation": (
        make_source(
            soort="artikel", titel="Wat is relationeel werken?", uitgever="Movisie",
            url="https://voorbeeld.nl/wat", datum="2023-03-30",
        ),
        "Movisie. (2023, 30 maart). *Wat is relationeel werken?* https://voorbeeld.nl/wat",
    ),
    "blog on a weblog": (
        make_source(
            make_person("Radboud Engbersen"), soort="blog", titel="Verbinden!",
            within="Sociaal Bestek", datum="2023", url="https://voorbeeld.nl/blog",
        ),
        "Engbersen, R. (2023). Verbinden! [Blog]. *Sociaal Bestek*. https://voorbeeld.nl/blog",
    ),
    "title that ends with a stop inside its quotation marks": (
        make_source(
            "Zuithof, M.", soort="interview", titel="Hij zegt: ‘Die zijn er niet.’",
            within="TSS, juli/augustus", datum="2012",
        ),
        "Zuithof, M. (2012). Hij zegt: ‘Die zijn er niet.’ *TSS*, (juli/augustus).",
    ),
    "title with a question and a subtitle": (
        make_source("Smit, P.", soort="boek", titel="Wie helpt?", ondertitel="Over hulp"),
        "Smit, P. (z.d.). *Wie helpt? Over hulp*.",
    ),
    "work without a title": (
        make_source(
            make_person("Jurja Steenmeijer"), soort="blog", titel="Blog over beleid",
            titel_van_ons="ja",
        ),
        "Steenmeijer, J. (z.d.). [Blog over beleid].",
    ),
    "painting": (
        make_source(
            make_person("Vincent van Gogh"), soort="kunstwerk", titel="De Samaritaan",
            aanduiding="Schilderij",
        ),
        "Van Gogh, V. (z.d.). *De Samaritaan* [Schilderij].",
    ),
    "essay of an approximate year": (
        make_source("Jansen, T.", soort="essay", titel="Het geheim", datum="2022~"),
        "Jansen, T. (ca. 2022). *Het geheim* [Essay].",
    ),
    "journal with a volume and no issue": (
        make_source("Smit, P.", soort="artikel", titel="T", within="Blad, 12", paginas="3-9"),
        "Smit, P. (z.d.). T. *Blad*, *12*, 3–9.",
    ),
    "book without date": (
        make_source("Baart, A.", soort="boek", titel="Een theorie", datum="z.d."),
        "Baart, A. (z.d.). *Een theorie*.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CASES))
def testmake_source(name: str) -> None:
    """A source of each sort has exactly the reference that the rules ask."""
    linked, expected = CASES[name]
    assert _words(cite_source(linked)) == expected


PRINTED_OTHERWISE = {
    "book in volumes",
    "source without author",
    "broadcast",
    "item of a broadcast on the radio",
}
"""Without an author the style puts what stands between [ ] behind the date, where APA has it at the
title; citeproc-py leaves volumes out, which citeproc-js prints as (Vols. 1–2)."""


@pytest.mark.parametrize("name", sorted(CASES.keys() - PRINTED_OTHERWISE))
def test_a_style_processor_prints_the_same(name: str) -> None:
    """The item of a source, in APA by citeproc, is the reference that we print."""
    linked, expected = CASES[name]
    assert render_apa(make_item(linked)) == expected.replace("*", "")


def test_many_authors() -> None:
    """Of more than twenty authors, nineteen are named and the last; inside a text the first."""
    names = [f"Naam{letter}, A." for letter in "abcdefghijklmnopqrstuv"]
    linked = make_source(*names, soort="boek", titel="T", plaatsen={"een": "Een"})
    cited = _words(cite_source(linked))
    assert cited.startswith("Naama, A., Naamb, A., ")
    assert ", Naams, A., … Naamv, A. (z.d.). " in cited
    assert "Naamt" not in cited
    assert cite_place(linked, "een") == "(Naama et al., z.d., onder ‘Een’)"


def test_private_author_is_not_named() -> None:
    """A private person is in no reference."""
    hidden = make_person("Bea Besloten", zichtbaarheid="beperkt")
    linked = make_source(hidden, soort="boek", titel="T", datum="2020")
    assert _words(cite_source(linked)) == "*T*. (2020)."
    assert "author" not in make_item(linked)


def test_prefix_of_an_editor() -> None:
    """A prefix is small after initials, and a Flemish one is not."""
    assert Name("Berg", "A.", "van den").cited_inside == "A. van den Berg"
    assert Name("Van Damme", "An").cited_inside == "A. Van Damme"


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
    asked = cite_page(site, "Wat is een rivier?", "begrippen/rivier/", date(2026, 3, 1))
    assert "*Wat is een rivier?* https" in _words(asked)


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
    assert cite_place(article, "passage-1") == "(Stroom, 2019, passage 1: De denker)"
