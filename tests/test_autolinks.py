"""Plain sentences get the links that they must have, and no other, against the real records."""

from pathlib import Path

import pytest

from conftest import ROOT
from kennisbank.link.shelf import make_shelf
from kennisbank.link.texts import TextLinker
from kennisbank.load.raw import load_records
from kennisbank.render import render_markdown
from kennisbank.validate import validate

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "autolinks.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def linker() -> TextLinker:
    """Give the linker over the real records."""
    raw_records, _ = load_records(ROOT)
    records, _ = validate(ROOT, raw_records)
    return make_shelf(records, with_drafts=False).linker


def test_there_are_enough_cases() -> None:
    """The set has at least 120 sentences, 25 of them without any link."""
    assert len(CASES) >= 120
    assert sum(not expected for _, expected in CASES) >= 25


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0] for case in CASES])
def test_sentence(linker: TextLinker, sentence: str, expected: str) -> None:
    """A sentence leads to exactly these concepts, each at its first mention."""
    text = linker.link(sentence, frozenset())
    spans = [span for block in text for item in block.items for span in item]
    found = [span.target.id for span in spans if span.target]
    assert found == [name for name in expected.split(",") if name]
    assert "".join(span.text for span in spans) == sentence


def test_never_to_the_page_itself(linker: TextLinker) -> None:
    """A page does not link to itself, and an explicit link takes the place of an automatic one."""
    text = linker.link("Nabijheid en vertrouwen.", frozenset({"nabijheid"}))
    assert [s.target.id for s in text[0].items[0] if s.target] == ["vertrouwen"]
    text = linker.link("Meer bij [[vertrouwen|dat woord]]: vertrouwen.", frozenset())
    assert [s.text for s in text[0].items[0] if s.target] == ["dat woord"]


def test_opting_out(linker: TextLinker) -> None:
    """A record that opts out keeps only its explicit links."""
    text = linker.link("Nabijheid en [[vertrouwen]].", frozenset(), automatic=False)
    assert [s.target.id for s in text[0].items[0] if s.target] == ["vertrouwen"]


def test_emphasis_around_a_link(linker: TextLinker) -> None:
    """Emphasis that holds a term, with words beside it or without, leaves no loose asterisks."""
    alone = render_markdown(linker.link("Het gaat om *nabijheid*.", frozenset()))
    assert alone == "Het gaat om [*nabijheid*](../begrippen/nabijheid.md)."
    beside = render_markdown(linker.link("Het gaat om *echte nabijheid hier*.", frozenset()))
    expected = "Het gaat om *echte* [*nabijheid*](../begrippen/nabijheid.md) *hier*."
    assert beside == expected
