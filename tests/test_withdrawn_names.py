"""A withdrawn name is known again in whatever form, and an ordinary word is not taken for one."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest

from building import GOLDEN
from kennisbank.config import find_project
from kennisbank.model.records import Records
from kennisbank.model.voices import Person
from kennisbank.pipeline import check_records
from kennisbank.withdrawn.forms import list_known, make_forms
from kennisbank.withdrawn.marks import make_mark, make_salt, read_mark
from kennisbank.withdrawn.names import split_name
from kennisbank.withdrawn.search import Search
from kennisbank.withdrawn.words import clean, decode_anything, drop_tags

SALT = make_salt()
PROSE = "Mensen die willen, geven groen licht aan een ander, en mensen die wil je helpen."


def _person(name: str, *spellings: str, sort: str = "persoon", record_id: str = "") -> Person:
    return Person.model_validate(
        {
            "@id": record_id or clean(name).lower().replace(" ", "-"),
            "@path": "concepts/personen/x.yml",
            "naam": name,
            "soort": sort,
            "zoektermen": list(spellings),
            "rollen": {"boek": PROSE},
            "wijzigingen": "2026-11-23 Eerste versie",
        }
    )


def _search(person: Person, others: Iterable[Person] = ()) -> Search:
    """Give what finds a person once it is withdrawn, as it is read back from the file."""
    people = {each.id: each for each in (person, *others)}
    forms = make_forms(person, Records(people=people))
    marks = [read_mark(str(make_mark(SALT, form))) for form in forms]
    left = {name: each for name, each in people.items() if each is not person}
    return Search(SALT, marks, list_known(Records(people=left)))


def _find(search: Search, text: str) -> list[str]:
    plain = clean(text)
    return [plain[hit.start : hit.end] for hit in search.find(plain) if hit.is_sure]


BERKVENS = _person("Jessy Berkvens", "Berkvens", "Jessie Berkvens")
RENE = _person("René Ûberg-Sørensen")
SWAAN = _person("Abram de Swaan", "De Swaan", "Bram de Swaan")
OS = _person("Jim van Os")
WIL = _person("Wil Mensen")
GROEN = _person("Roos Groen")
YAHIA = _person("M'hamed Yahia")
ANNA = _person("Anna Jansen-de Vries")


@pytest.mark.parametrize(
    ("person", "text"),
    [
        (BERKVENS, "Volgens Jessy Berkvens kan het."),
        (BERKVENS, "Berkvens zegt het zelf."),
        (BERKVENS, "Dat is Berkvens’ eigen woord, en dat van 'Berkvens'."),
        (BERKVENS, "J. Berkvens, J.Berkvens en JBerkvens"),
        (BERKVENS, "JESSY BERKVENS en BERKVENS"),
        (BERKVENS, "jessy berkvens"),
        (BERKVENS, "  Jessy\n  Berkvens"),
        (BERKVENS, "Jessy\u00a0Berkvens, Jessy-Berkvens, Jessy_Berkvens"),
        (BERKVENS, "Berk\u00advens, Berk\u200bvens"),
        (BERKVENS, "Berkvens, J. (2023)"),
        (BERKVENS, "jessy.berkvens@voorbeeld.nl of jberkvens@voorbeeld.nl #JessyBerkvens"),
        (BERKVENS, "personen/jessy-berkvens/ en #stem-jessy-berkvens"),
        (BERKVENS, "voorbeelden/berkvens-en-rosink.yml"),
        (BERKVENS, "Jessie Berkvens (tikfout)"),
        (BERKVENS, "Berkvens-methode"),
        (BERKVENS, '{"naam": "Jessy Berkvens"}'),
        (BERKVENS, "# Jessy\n# Berkvens vroeg hierom"),
        (RENE, "René Ûberg-Sørensen"),
        (RENE, "Rene Uberg Sorensen"),
        (RENE, "Ren&eacute; &#219;berg-S&oslash;rensen"),
        (RENE, "Ren%C3%A9-%C3%9Bberg"),
        (RENE, '"Ren\\u00e9 \\u00dbberg-S\\u00f8rensen"'),
        (RENE, "SØRENSEN"),
        (SWAAN, "De Swaan"),
        (SWAAN, "A. de Swaan; Swaan, A. de; Bram de Swaan; de Swaans werk"),
        (OS, "Van Os, J. van Os, Jim van Os, Os, J. van"),
        (WIL, "Volgens Mensen kan dat. W. Mensen. Wil Mensen. wil-mensen"),
        (GROEN, "zoals Groen zei, Roos Groen, R. Groen, Groens plan: ook Groens plan"),
        (YAHIA, "M’hamed Yahia, Mhamed Yahia, Yahia’s verhaal"),
        (ANNA, "Anna de Vries, A. Jansen-de Vries, mevrouw Jansen, Jansen-De Vries"),
    ],
)
def test_name_is_found(person: Person, text: str) -> None:
    """The name is found in every form: accents, initials, owner, capitals, line ends, addresses."""
    assert _find(_search(person), text)
    decomposed = unicodedata.normalize("NFD", text)
    assert len(_find(_search(person), decomposed)) == len(_find(_search(person), text))


@pytest.mark.parametrize(
    ("person", "text"),
    [
        (BERKVENS, "Berkvenst en Berk vens en Aberkvens"),
        (BERKVENS, "berkvens zonder hoofdletter, midden in een zin"),
        (SWAAN, "een swaan, de zwaan"),
        (OS, "Een os op een berg; vlees van os; OS en iOS"),
        (WIL, "Mensen doen dat. Mensen ook.\n\nMensen!\n- Mensen\ntitel: Mensen"),
        (WIL, "hij wil mensen helpen, en MENSEN IN ARMOEDE"),
        (WIL, "2026-11-23 Mensen toegevoegd"),
        (GROEN, "groen licht, groen-geel. Groen is een kleur. “Groen licht.”"),
        (YAHIA, "hamed"),
        (ANNA, "vries het in"),
    ],
)
def test_ordinary_word_is_no_name(person: Person, text: str) -> None:
    """A word that is no name where it stands is not taken for one."""
    assert _find(_search(person), text) == []


def test_name_of_somebody_who_stays() -> None:
    """A family name that another person has too is only looked for with the first name."""
    other = _person("Jan de Boer", "De Boer")
    search = _search(_person("Piet de Boer"), [other])
    assert _find(search, "De Boer zegt; Jan de Boer; J. de Boer; Boer, J. de") == []
    assert len(_find(search, "Piet de Boer; P. de Boer; Boer, P. de; piet-de-boer")) == 4


def test_namesake_who_came_later() -> None:
    """Whoever comes later with the same family name keeps it, and nobody takes the whole name."""
    later, same = _person("Jan Berkvens", record_id="jan"), _person("Jessy Berkvens", record_id="x")
    forms = make_forms(BERKVENS, Records(people={BERKVENS.id: BERKVENS}))
    marks = [make_mark(SALT, form) for form in forms]
    search = Search(SALT, marks, list_known(Records(people={"jan": later, "x": same})))
    assert _find(search, "Jan Berkvens; Jan Berkvens’ boek") == []
    assert _find(search, "Jessy Berkvens") == ["Jessy Berkvens"]
    assert _find(search, "Zoals Berkvens zei") == ["Berkvens"]


def test_one_word_name_cannot_be_taken_again() -> None:
    """Somebody known by one word does not make the same withdrawn name his own."""
    foucault = _person("Foucault")
    forms = make_forms(foucault, Records(people={foucault.id: foucault}))
    marks = [make_mark(SALT, form) for form in forms]
    again = Records(people={"anders": _person("Foucault", record_id="anders")})
    assert _find(Search(SALT, marks, list_known(again)), "naam: Foucault") == ["Foucault"]


@pytest.mark.parametrize("name", ["Deelnemers", "Mensen", "Mensen die willen"])
def test_group_is_described_in_ordinary_words(name: str) -> None:
    """The name of a group is found as a name, not where its words are ordinary ones."""
    search = _search(_person(name, "deelnemers", "de groep", sort="groep", record_id="de-groep"))
    assert _find(search, f"De deelnemers, de groep en {name.lower()} doen mee. {name}!") == []
    assert _find(search, "personen/de-groep/") == ["personen/de-groep"]


def test_first_name_is_left_to_a_person() -> None:
    """A first name by itself is shown, not refused, unless it belongs to somebody else."""
    search = _search(BERKVENS)
    text = "Toen zei Jessy iets. Jessy Klaver ook. jessy"
    hits = list(search.find(text))
    assert [(text[h.start : h.end], h.is_sure) for h in hits] == [("Jessy", False)]
    assert not list(_search(BERKVENS, [_person("Jessy Klaver")]).find(text))


@pytest.mark.parametrize(
    ("name", "first", "family"),
    [
        ("Jean Pierre Wilken", "Jean Pierre", "Wilken"),
        ("Hans van Ewijk", "Hans", "van Ewijk"),
        ("An Van Damme", "An", "Van Damme"),
        ("Jan 't Hart", "Jan", "t Hart"),
        ("Geert Van der Borght", "Geert", "Van der Borght"),
        ("Evert in 't Veld", "Evert", "in t Veld"),
        ("Karin op den Kamp", "Karin", "op den Kamp"),
        ("Anna Jansen-de Vries", "Anna", "Jansen de Vries"),
        ("Jean-Pierre Wilken", "Jean Pierre", "Wilken"),
        ("De Swaan", "", "De Swaan"),
        ("Foucault", "", "Foucault"),
    ],
)
def test_names_are_split(name: str, first: str, family: str) -> None:
    """First names end at the first particle, or before the last word."""
    parts = split_name(name)
    assert " ".join(word.raw for word in parts.first) == first
    assert " ".join(word.raw for word in parts.family) == family


def test_name_in_a_drawing() -> None:
    """A name in a drawing is found when its words stand apart, and in a title."""
    search = _search(_person("Piet de Boer"), [_person("Jan de Boer")])
    drawing = '<text><tspan x="1">Piet</tspan>\n<tspan x="9">de Boer</tspan></text>'
    assert _find(search, drawing) == []
    assert _find(search, drop_tags(drawing))
    assert _find(search, '<svg aria-label="Piet de Boer">')


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_name_in_any_encoding(encoding: str) -> None:
    """A file is read in whatever encoding it was saved."""
    content = "Volgens Sørensen\r\nis dat zo".encode(encoding)
    assert _find(_search(RENE), decode_anything(content)) == ["Sørensen"]


def test_nothing_to_read_is_kept() -> None:
    """What is remembered holds no word of the name, and differs from one file to the next."""
    form = make_forms(BERKVENS, Records(people={BERKVENS.id: BERKVENS}))[0]
    one, other = str(make_mark(SALT, form)), str(make_mark(make_salt(), form))
    assert "berkvens" not in one.lower()
    assert one.split()[-1] != other.split()[-1]
    assert read_mark(one) == make_mark(SALT, form)


def test_title_and_term(tmp_path: Path) -> None:
    """Of a concept the term is found where it stands as such, of an example its title."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "concepts").symlink_to(GOLDEN / "concepts")
    project = find_project(tmp_path)
    assert project
    records = check_records(project).records
    for record, sure, unsure, nothing in (
        (records.concepts["boot"], "zie begrippen/boot/", "het begrip ‘boot’", "De boot vaart."),
        (records.examples["overtocht"], "in De overtocht staat", "", "De overtocht was lang."),
    ):
        marks = [make_mark(SALT, form) for form in make_forms(record, records)]
        search = Search(SALT, marks)
        assert [hit.is_sure for hit in search.find(sure)] == [True]
        assert [hit.is_sure for hit in search.find(unsure)] == [False] * bool(unsure)
        assert not list(search.find(nothing))
