"""Who is private is found by name in any text, and nobody is seen in an ordinary word."""

from collections.abc import Mapping

import pytest

from kennisbank.model.marks import Sort
from kennisbank.model.private_names import PrivateNames
from kennisbank.model.voices import Person


class Around:
    """The texts and the other people of a knowledge base."""

    open_names = ("Anna Stroom", "Fien Kramer-Bos")

    def iterate_texts(self) -> tuple[str, ...]:
        """Give all texts."""
        return TEXTS


TEXTS = ("Het gras is groen.", "Een mens is geen ding.", "De boer was bij jongeren in de wijk.")


def _find(
    name: str, text: str, sort: Sort = Sort.PROSE, more: Mapping[str, object] | None = None
) -> str | None:
    data = {"@id": "bea-besloten", "@path": "x", "naam": name, "soort": "persoon"}
    history = {"wijzigingen": "2026-11-23 Eerste versie"}
    person = Person.model_validate({**data, **history, **(more or {})})
    named = PrivateNames([person], Around()).find(text, sort)
    return named.words if named else None


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("Bea Besloten", "Dat zei Bea Besloten.", "Bea Besloten"),
        ("Bea Besloten", "Dat zei Bea\n  Besloten.", "Bea Besloten"),
        ("Bea Besloten", "Volgens Besloten is het zo.", "Besloten"),
        ("Bea Besloten", "Beslotens verhaal, en Besloten’s vraag", "Beslotens"),
        ("Bea Besloten", "een *Besloten* verhaal", "Besloten"),
        ("Bea Besloten", "BEA BESLOTEN", "BEA BESLOTEN"),
        ("Bea Besloten", "de Besloten-methode", "Besloten"),
        ("Bea Besloten", "zij ([[persoon:bea-besloten|zij]])", "persoon:bea-besloten"),
        ("Bea Besloten", "zij ([[ persoon : bea-besloten ]])", "persoon : bea-besloten"),
        ("Zoë Vos", "Dat zei Vos’ moeder.", "Vos’"),
        ("Noor Zoë", "Dat zei Zoe.", "Zoe"),
        ("Noor Zoë", "Dat zei Zoe\u0308.", "Zoe\u0308"),
        ("Jan 't Hart", "Jan ’t Hart zei dat.", "Jan ’t Hart"),
        ("Jan de Boer", "Dat zei De Boer.", "Boer"),
        ("Jan de Boer", "Boer, J. de (2019)", "Boer"),
        ("Anna Jansen-de Vries", "Dat zei Jansen.", "Jansen"),
        ("Anna Jansen-de Vries", "Dat zei De Vries.", "Vries"),
        ("Jan Groen", "Groen was cliënt.", "Groen"),
        ("Mens", "Dat zei Mens.", "Mens"),
    ],
)
def test_a_name_is_found(name: str, text: str, words: str) -> None:
    """Whole, the family name alone, with endings, over lines, in capitals, and as a link."""
    assert _find(name, text) == words


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Bea Besloten", "Een besloten groep, beslotenheid, Beslotenheid."),
        ("Jan de Boer", "De boer ploegt voort, en boeren ook."),
        ("De Boer", "De boer ploegt voort; de boer zwoegt."),
        ("Jan Groen", "Het is groen, vergroening, GroenLinks."),
        ("Mens", "De mens en mensen. Mensen zijn mens."),
        ("Bea Besloten", "Bea is een naam."),
    ],
)
def test_an_ordinary_word_is_no_name(name: str, text: str) -> None:
    """Words are whole and have the capital of a name."""
    assert _find(name, text) is None


@pytest.mark.parametrize(
    ("name", "title", "words"),
    [
        ("Jan Groen", "Groen in de wijk", None),
        ("Jan Groen", "Over de wijk: Groen", None),
        ("Jan Groen", "Het verhaal van Groen", "Groen"),
        ("Jan Groen", "Groen, J.", "Groen"),
        ("Jan Groen", "Jan Groen vertelt", "Jan Groen"),
        ("Bea Besloten", "Besloten water", "Besloten"),
    ],
)
def test_a_title_may_start_with_a_word(name: str, title: str, words: str | None) -> None:
    """The capital of a title says nothing of a word that the texts know without it."""
    assert _find(name, title, Sort.WORDS) == words


def test_a_group_has_a_name_of_words() -> None:
    """The name of a group is one where its capital is no start of a sentence."""
    group = {"soort": "groep"}
    assert _find("Jongeren", "Jongeren willen meer. Jongeren ook.", more=group) is None
    assert _find("Jongeren", "In Helmond zeiden Jongeren dat.", more=group) == "Jongeren"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://klein.example/gesprek-met-bea-besloten/", "bea-besloten"),
        ("https://klein.example/Besloten/2", "besloten"),
        ("https://klein.example/groen/", None),
        ("https://klein.example/jan-groen", None),
    ],
)
def test_a_name_in_a_web_address(address: str, words: str | None) -> None:
    """The id, the whole name and a rare family name are found in an address."""
    assert _find("Bea Besloten", address, Sort.ADDRESS) == words


def test_other_spellings_are_names_too() -> None:
    """What stands in `zoektermen` of a person is looked for as it is written there."""
    more = {"zoektermen": ["Bea"]}
    assert _find("Bea Besloten", "Dat zei Bea toen.", more=more) == "Bea"
    assert _find("Bea Besloten", "De beleefde bea.", more=more) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Stroom vertelde, en Stroom zei het weer.", None),
        ("Anna Stroom en Bea Stroom zeiden dat.", "Bea Stroom"),
        ("Fien Kramer-Bos en Bos zeiden dat.", None),
    ],
)
def test_a_family_name_of_more_people_says_nothing(text: str, words: str | None) -> None:
    """Who has the family name of somebody else is found by the whole name."""
    assert _find("Bea Stroom", text) == words
    assert _find("Bea Bos", text) == (words if words and "Bos" in words else None)


def test_a_shared_family_name_counts_when_it_is_asked_for() -> None:
    """With the family name in `zoektermen` it counts, but not within the name of somebody else."""
    more = {"zoektermen": ["Stroom"]}
    assert _find("Bea Stroom", "Dat zei Stroom.", more=more) == "Stroom"
    assert _find("Bea Stroom", "Dat zei Anna Stroom.", more=more) is None
