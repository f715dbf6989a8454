"""Terms with signs are found with their signs, at borders that fit them, and as fast as others."""

from collections.abc import Sequence

import pytest

from kennisbank import terms
from kennisbank.model.concept import Concept
from kennisbank.terms import TermIndex, find_forms, index_terms, list_terms


def _concept(name: str, labels: Sequence[str]) -> Concept:
    return Concept.model_validate(
        {
            "@id": name,
            "@path": f"concepts/begrippen/x/{name}.yml",
            "@folder": "x",
            "voorkeursterm": labels[0],
            "alternatieve_termen": labels[1:],
            "omvang": "kort",
            "definitie": "iets",
            "definitie_van": "redactie",
            "uitleg": "Iets.",
            "uitspraken": [{"wie": "a", "bron": "b", "plaats": "c", "tekst": "d"}],
            "wijzigingen": "2026-01-01 Eerste versie",
        }
    )


def _index(concepts: Sequence[Concept], ambiguous: Sequence[str] = ()) -> TermIndex:
    return index_terms(tuple(t for c in concepts for t in list_terms(c)), tuple(ambiguous))


def _find(label: str, text: str, ambiguous: Sequence[str] = ()) -> list[str]:
    index = _index([_concept("het", [label])], ambiguous)
    return [text[match.start : match.end] for match in index.find(text)]


@pytest.mark.parametrize(
    ("label", "text", "found"),
    [
        ("70+", "Mensen van 70 jaar zijn 70+, niet 170+.", ["70+"]),
        ("70+", "De 70+ers en de 70++.", []),
        ("18-", "Wie 18- is, is geen 18-jarige van 18.", ["18-"]),
        ("50%", "Al 50%: dat is 50 procent.", ["50%"]),
        ("50%", "Een 50%-regel van 150%.", []),
        ("C++", "Vitamine C, C+ en C++; geen C++11.", ["C++"]),
        ("C", "C++, C# en C&A, maar C wel.", ["C"]),
        ("@home", "Thuis is home, of @home.", ["@home"]),
        ("@home", "naam@home en @@home.", []),
        ("home", "Niet @home, wel home.", ["home"]),
        ("Groei 🌱", "Planten groeien. Dat heet groei 🌱!", ["groei 🌱"]),
        ("Jeugd & Gezin", "Het team (jeugd & gezin) van Jeugd en Gezin.", ["jeugd & gezin"]),
        ("AT&T", "AT en T zijn AT&T niet.", ["AT&T"]),
        ("24/7-zorg", "Zij geven 24/7-zorg, 24 uur en 7 dagen zorg.", ["24/7-zorg"]),
        ("cliënt/burger", "De cliënt/burger, niet cliënt of burger.", ["cliënt/burger"]),
        ("GGZ (volwassenen)", "De ggz (volwassenen). De ggz.", ["ggz (volwassenen)"]),
        ("😀-gesprek", "Een gesprek is geen 😀-gesprek.", ["😀-gesprek"]),
        ("’t Trefpunt", "In 't Trefpunt en het trefpunt.", ["'t Trefpunt"]),
        ("Zorg, hulp en steun", "Het is zorg, hulp en steun.", ["zorg, hulp en steun"]),
        ("jeugd_zorg", "De jeugd_zorg en de jeugd.", ["jeugd_zorg"]),
        ("-ismen", "Al die -ismen, geen isme.", ["-ismen"]),
        ("?!", "Wat ?! Zo?!", ["?!"]),
    ],
)
def test_signs_belong_to_the_term(label: str, text: str, found: list[str]) -> None:
    """A sign counts as much as a letter, on both sides of a term."""
    assert _find(label, text) == found


@pytest.mark.parametrize("label", ["gesprek!", "(gesprek)", "Gesprek", " gesprek. "])
def test_signs_do_not_get_round_the_ambiguous_words(label: str) -> None:
    """A word that the settings call ambiguous links nowhere, whatever stands around it."""
    assert _find(label, "Een gesprek! (gesprek) “gesprek”. gesprek.", ["gesprek"]) == []
    assert _find("😀-gesprek", "Een gesprek, een goed gesprek.", ["gesprek"]) == []


def test_longest_first_and_the_shorter_where_that_is_ambiguous() -> None:
    """Of two terms at one place the longer one counts, unless it may not be linked."""
    concepts = [_concept("a", ["GGZ"]), _concept("b", ["GGZ (volwassenen)"])]
    text = "De ggz (volwassenen)."
    assert [m.concept_id for m in _index(concepts).find(text)] == ["b"]
    assert [m.concept_id for m in _index(concepts, ["ggz (volwassenen)"]).find(text)] == ["a"]


@pytest.mark.parametrize("text", ["a " * 10_000, "+" * 20_000, "@a" * 10_000, "a+" * 10_000])
def test_each_token_is_read_a_few_times_at_most(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hostile terms and texts do not make it read a text over and over again."""
    labels = [("a " * n).strip() + " b" for n in range(1, 20)]
    labels += ["+" * n for n in range(2, 20)] + ["@a" * n + "!" for n in range(1, 20)]
    labels += ["a+" * n + "c" for n in range(1, 20)]
    index = _index([_concept("het", labels)])
    asked = 0
    form_of = terms._form_of

    def count(token: str) -> str:
        nonlocal asked
        asked += 1
        return form_of(token)

    monkeypatch.setattr(terms, "_form_of", count)
    assert list(index.find(text)) == []
    assert asked < 45 * len(text)


def test_a_narrow_index_finds_the_same_and_is_equal_as_long_as_it_is() -> None:
    """Terms that a text cannot hold make no difference; one that it may hold does."""
    text = "Een ggz-team, of @home."
    before = _index([_concept("a", ["team", "ggz-team"])])
    others = [_concept("b", ["werk", "werken aan huis"]), _concept("a", ["team", "ggz-team"])]
    for concepts, is_equal in ((others, True), ([*others, _concept("c", ["@home"])], False)):
        after = _index(concepts)
        first, second = (index.narrow(find_forms(text)) for index in (before, after))
        assert list(second.find(text)) == list(after.find(text))
        assert (first == second) is is_equal
