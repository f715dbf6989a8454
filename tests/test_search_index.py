"""The index by itself: words, weights, and files that never grow too large."""

import gzip
import json
from typing import Any

import pytest

from building import GOLDEN, ROOT
from kennisbank.search.entry import Entry
from kennisbank.search.overviews import list_overviews, list_rings
from kennisbank.search.weigh import MOST, split_compound, weigh
from kennisbank.search.words import make_key, make_label_keys
from packages import make_files


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sociaal", "sociale"),
        ("eenzaamheid", "eenzame"),
        ("relaties", "relatie"),
        ("luistert", "luisteren"),
        ("Wilkens", "Wilken"),
        ("briefje", "brief"),
        ("dingetjes", "ding"),
        ("kamertje", "kamer"),
        ("boompje", "boom"),
    ],
)
def test_forms_of_a_word_are_one(one: str, other: str) -> None:
    """Inflected forms have the same key."""
    assert make_key(one.lower()) == make_key(other.lower())


def test_a_name_is_known_apart_together_and_without_its_article() -> None:
    """A name is met however its words are joined, and without "de" before it."""
    assert make_label_keys("samen redzaam") & make_label_keys("samenredzaam")
    assert make_label_keys("De Droomfabriek") > make_label_keys("droomfabriek")
    assert make_label_keys("!") == set()


def test_compounds_are_taken_apart() -> None:
    """A compound has the parts that are words of the base, linking letters aside."""
    known = frozenset(("werk", "relatie", "macht", "verhouding"))
    assert split_compound("werkrelatie", known) == ("werk", "relatie")
    assert split_compound("machtsverhouding", known) == ("macht", "verhouding")
    assert split_compound("werkelijk", known) is None


def test_a_name_weighs_more_than_a_text() -> None:
    """A page of that name comes before one that says the word, and a part of a word last."""
    pages = [
        Entry(kind="begrip", address="a/", title="Anders", more="hier gaat het over macht"),
        Entry(kind="begrip", address="b/", title="Macht"),
        Entry(kind="begrip", address="c/", title="Overmacht"),
    ]
    assert weigh([*pages, pages[0]])["macht"][::2][0] == 1
    many = weigh([pages[1]] * (MOST + 5))["macht"]
    assert len(many) == 2 * MOST


def test_everything_is_small_and_of_one_publication() -> None:
    """Each file says of which index it is; what private people told is in none."""
    files = {p: c for p, c in make_files().items() if p.startswith("data/zoeken/")}
    start = json.loads(files.pop("data/zoeken/begin.json"))
    assert {json.loads(content)[0] for content in files.values()} == {start["versie"]}
    assert max(len(gzip.compress(content)) for content in files.values()) < 10_000
    assert len(start["woorden"]) == sum("/w-" in path for path in files)
    pages = [row for p, c in files.items() if "/p-" in p for row in json.loads(c)[1]]
    assert len(pages) == sum(count for _, _, count in start["soorten"])


def test_overviews_are_there() -> None:
    """Each page that is no record and that searching finds is a page."""
    for each in list_overviews():
        name = each.address.strip("/")
        made = GOLDEN / "docs"
        pages = (made / name / "index.md", made / f"{name}.md", ROOT / "docs" / f"{name}.md")
        assert any(page.exists() for page in pages), each.address


def test_what_people_say_is_only_searched() -> None:
    """What people say without the term leads to a concept, and stands on no page and in no file."""
    files = make_files()
    holding = {path.rsplit("/", 1)[0] for path, text in files.items() if b"marshmallow" in text}
    assert holding == {"data/zoeken"}
    found, rows = ([p for p in files if f"zoeken/{kind}-" in p] for kind in "wp")
    words: dict[str, Any] = {}
    said: dict[str, Any] = {}
    for path in found:
        _, (more, sayings) = json.loads(files[path])
        words, said = words | more, said | sayings
    pages = [row for path in rows for row in json.loads(files[path])[1]]
    rarity, (weight, page) = said[make_key("marshmallows")]
    assert rarity > 10
    assert weight > 10
    assert page == words[make_key("marshmallows")][0][1]
    assert pages[page][0] == "begrippen/kampvuur/"


def test_lists_are_known_by_their_kind() -> None:
    """A list is known as the list of its kind; sheets of lessons and practice are found too."""
    start = json.loads(make_files()["data/zoeken/begin.json"])
    assert {"casus", "les", "oefening", "spanning"} <= start["lijsten"].keys()
    kinds = [kind for kind, _, count in start["soorten"] for _ in range(count)]
    assert {kinds[page] for page in start["lijsten"].values()} == {"overzicht"}
    assert {"begrip", "overzicht"}.isdisjoint(start["lijsten"])


def test_everyday_words_say_something() -> None:
    """No ring is of one word, and no word stands twice in a ring."""
    for ring in list_rings():
        words = ring.split(" ")
        assert len(set(words)) == len(words) > 1, ring
