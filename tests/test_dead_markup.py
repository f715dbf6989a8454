"""Markup of other programs is named at its place; what works here, and plain language, is not."""

import pytest

from kennisbank.model.concept import Concept
from kennisbank.rules.dead_markup import _find_signs


def _find(prose: str, field: str = "toelichting") -> list[tuple[str, str]]:
    """Give each sign that is found, from its place to the end of its line, with what is said."""
    values = {
        "@id": "x",
        "@path": "concepts/begrippen/x/x.yml",
        "@folder": "x",
        "voorkeursterm": "X",
        "omvang": "kort",
        "definitie": "iets",
        "definitie_van": "redactie",
        "uitleg": "Iets.",
        "uitspraken": [{"wie": "a", "bron": "b", "plaats": "c", "tekst": "d"}],
        "wijzigingen": "2026-01-01 Eerste versie",
    }
    record = Concept.model_validate({**values, field: prose})
    texts = prose.splitlines() if field == "vragen" else [prose]
    return [
        (texts[where[1] if isinstance(where[-1], int) else 0][offset:].split("\n")[0], said)  # type: ignore[index]
        for where, offset, said in _find_signs(record)
    ]


@pytest.mark.parametrize(
    ("prose", "place", "said"),
    [
        ("Eerst.\n\n## Waarom\nDaarom.", "## Waarom", "een kop met hekjes"),
        ("#### Kop", "#### Kop", "een kop met hekjes"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |", "een tabel"),
        ("a | b\n--- | ---\n1 | 2", "--- | ---", "een tabel"),
        ("Dit:\n1. een\n2. twee", "1. een", "een genummerde lijst"),
        ("Dit:\n\n3) een\n4) twee", "3) een", "een genummerde lijst"),
        ("a) een\nb) twee", "a) een", "een genummerde lijst"),
        ("• een\n• twee", "• een", "dit teken voor een lijst"),
        ("Dit:\n  •een", "•een", "dit teken voor een lijst"),
        ("* een\n* twee", "* een", "dit teken voor een lijst"),
        ("Dit:\n+ een", "+ een", "dit teken voor een lijst"),
        ("– een\n– twee", "– een", "een lijst met lange streepjes"),
        ("Dit:\n— een\n— twee", "— een", "een lijst met lange streepjes"),
        ("-een\n-twee", "-een", "een lijst zonder spatie"),
        ("- een\n  - binnen\n- twee", "- binnen", "een lijst in een lijst"),
        ("- [ ] doen\n- [x] gedaan", "- [ ] doen", "een vakje om af te vinken"),
        ("Dit zijn er twee:\n- een\n- twee", "- een", "een lijst midden in een alinea"),
        ("Dit zijn er twee\n- een\n- twee", "- een", "een lijst midden in een alinea"),
        ("> Citaat", "> Citaat", "een citaat met >"),
        ("Boven\n\n---\n\nOnder", "---", "een streep"),
        ("* * *", "* * *", "een streep"),
        ("Kop\n===", "===", "een streep"),
        ("!!! note\n    Let op", "!!! note", "opmaak van MkDocs"),
        ("Tekst{: .rood}", "{: .rood}", "opmaak van MkDocs"),
        ("[TOC]", "[TOC]", "opmaak van MkDocs"),
        ("Typ `code` hier", "`code` hier", "code tussen accenten"),
        ("```\ncode\n```", "```", "code tussen accenten"),
        ("Een noot.[^1]", "[^1]", "een voetnoot"),
        ("Zie ![plaat](a.png).", "![plaat](a.png).", "een plaatje"),
        ("Zie [hier](https://a.nl/b_(c)).", "[hier](https://a.nl/b_(c)).", "een link met ronde"),
        ("Zie [hier][1].\n\n[1]: https://a.nl", "[hier][1].", "een link met twee haken"),
        ("Zie https://a.nl/b.", "https://a.nl/b.", "een webadres in tekst"),
        ("Zie www.a.nl.", "www.a.nl.", "een webadres in tekst"),
        ("Zie <https://a.nl>.", "https://a.nl>.", "een webadres in tekst"),
        ("Een <b>vet</b> woord", "<b>vet</b> woord", "HTML"),
        ("Een<br/>regel", "<br/>regel", "HTML"),
        ('Een <span class="x">woord</span>', '<span class="x">woord</span>', "HTML"),
        ("Weg <!-- dit -->", "<!-- dit -->", "HTML"),
        ("Caf&eacute; &#233;", "&eacute; &#233;", "een code van HTML"),
        ("Dit is _nadruk_ hier", "_nadruk_ hier", "nadruk met lage streepjes"),
        ("Dit is __sterk__", "__sterk__", "nadruk met lage streepjes"),
        ("Dit is ~~weg~~", "~~weg~~", "doorhalen of markeren"),
        ("Dit is ==geel==", "==geel==", "doorhalen of markeren"),
        (r"Een \* ster", r"\* ster", "een schuine streep"),
        ("Een regel\\\nen nog een", "\\", "een schuine streep"),
        ("Dit is ***heel sterk***.", "***heel sterk***.", "dit sterretje"),
        ("Dit is **half sterk.", "**half sterk.", "dit sterretje"),
        ("Dit is *half.", "*half.", "dit sterretje"),
        ("Een woord* met een noot", "* met een noot", "dit sterretje"),
        ("Zie [[macht|de *macht* zelf]].", "*macht* zelf]].", "dit sterretje"),
        ("**sterk *nadruk* erin**", "**sterk *nadruk* erin**", "dit sterretje"),
    ],
)
def test_dead_markup_is_named_at_its_place(prose: str, place: str, said: str) -> None:
    """The first line is about this sign, at exactly where it starts."""
    found = _find(prose)
    assert found
    assert found[0][0] == place
    assert found[0][1].startswith(said)
    assert "; " in found[0][1]


def test_questions_are_a_list_already() -> None:
    """A dash before a question would be seen."""
    assert [place for place, _ in _find("Wie?\n- Waar?", "vragen")] == ["- Waar?"]


def test_each_kind_is_named_once_in_a_paragraph() -> None:
    """Ten rows of one table are one line, two paragraphs with the same mistake are two."""
    assert len(_find("| a |\n" * 10)) == 1
    assert len(_find("<b>a</b> <i>b</i>\n\n<u>c</u>")) == 2


@pytest.mark.parametrize(
    "prose",
    [
        "Gewone tekst – met een streep, *nadruk*, **sterk** en [[macht]] of [[macht|*zo*]].",
        "Een lijst:\n\n- een\n- twee\n  gaat door\n- **drie**",
        "Een zin die afbreekt\n– zo gaat dat –\nen verder gaat.",
        "In hoofdstuk\n3. Daarna komt de rest. Punt 2. ook.",
        "Het is 3 * 4, 5*3, a < b en b > a, Jansen & Zonen, R&D; 1 + 1 = 2.",
        "Vraag # 1 en #hek; {accolade} en [haken]; 100% of meer; 70+ en C++.",
        "Een bestand heet mijn_lange_naam.txt, en __ is een gat.",
        "In ‘de werkrelatie’ [sic] (zie daar) staat: ~ ongeveer.",
        "Een adres als naam@voorbeeld.nl. Een half `accent. Een | streep.",
        "– Hij zei: kom.\n\nWat een … tekst; echt?! Nee!!!",
        "**[[macht]]** en *[[macht]]* en **[[macht|twee woorden]]**",
        "Zo doe je dat: kijk, luister\n- en wacht - tot hij klaar is.",
    ],
)
def test_plain_language_is_left_alone(prose: str) -> None:
    """What an author may well mean as it stands gives no line."""
    assert _find(prose) == []
