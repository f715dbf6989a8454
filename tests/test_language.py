"""The records as language: spelling, one form for a term, nothing the articles do not say."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from kennisbank.load.raw import load_records
from kennisbank.model.base import Record
from kennisbank.model.records import Records
from kennisbank.model.text import iterate_prose
from kennisbank.validate import validate
from tools import need

WORD_LIST = Path(__file__).parent / "woordenlijst.txt"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LINK = re.compile(r"\[\[[^\]|]*\|?|\]\]")
ABSENT = {
    "a first name that is not given": r"\b(?:Michel Foucault|Jürgen Habermas|Richard Sennett)",
    "the school that the article does not name": r"\bInholland\b",
    "a source for the 43 per cent": r"\bCBS\b|Statistiek",
    "a founder of the presence approach": r"\bBaart\b",
    "theory about Foucault or Habermas from elsewhere": r"disciplinering|panopticum|kolonis",
    "a name spelt out that the blog only abbreviates": r"Beroepsvereniging van",
    "a winner of the election": r"\bwon de verkiezing\b|Sociaal Werker van het jaar geworden",
    "an abbreviation that the article does not use": r"\bSRH\b",
}
ONE_SPELLING = {
    "cliënt": r"\bclient(?:en|perspectief)?\b",
    "zzp'er": r"\b(?:ZZP|zzper|zzp-er)\b",
    "ggz": r"\bGGZ\b",
    "sociaal werker": r"\bsociaalwerker\b",
    "hulpverlener": r"\bhulp-verlener\b",
    "thema’s": r"\bthemas\b",
}


@pytest.fixture(scope="module")
def records() -> Records:
    """Read the real records."""
    raw_records, _ = load_records(ROOT)
    return validate(ROOT, raw_records)[0]


def _texts(records: Records) -> Iterator[tuple[Record, str, str]]:
    """Give every text with its record and the field that it stands in."""
    for record in records.all():
        for where, text in iterate_prose(record):
            yield record, str(where[0]), _LINK.sub(" ", text)


def test_spelling(records: Records) -> None:
    """Every word stands in a Dutch dictionary or in the project's own list."""
    hunspell = need("hunspell")
    words = {
        word.replace("’", "'") for _, _, text in _texts(records) for word in _WORD.findall(text)
    }
    known = set(WORD_LIST.read_text(encoding="utf-8").split())
    command = [hunspell, "-d", "nl", "-l", "-i", "utf-8"]
    asked = "\n".join(sorted(words))
    result = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    assert sorted(set(result.stdout.split()) - known) == []


@pytest.mark.parametrize("what", sorted(ABSENT))
def test_nothing_that_the_articles_do_not_say(records: Records, what: str) -> None:
    """What the articles leave out stands nowhere but in what is marked as the editors' own."""
    own = {"aanvulling", "redactienoot"}
    found = [
        f"{record.path}: {field}"
        for record, field, text in _texts(records)
        if field not in own and re.search(ABSENT[what], text)
    ]
    assert found == []


@pytest.mark.parametrize("wanted", sorted(ONE_SPELLING))
def test_one_spelling(records: Records, wanted: str) -> None:
    """A term has one spelling throughout."""
    found = [r.path for r, _, text in _texts(records) if re.search(ONE_SPELLING[wanted], text)]
    assert found == []


def test_definitions_are_one_sentence(records: Records) -> None:
    """A definition is one phrase without a full stop, and does not start with its own term."""
    for concept in records.concepts.values():
        text = concept.definition
        assert not text.endswith("."), concept.path
        assert not re.search(r"[.!?] [A-Z]", text), concept.path
        assert not text.casefold().startswith(concept.preferred_label.casefold()), concept.path


def test_counts(records: Records) -> None:
    """The five articles are all there: concepts, relations, people, sources, routes, diagrams."""
    relations = sum(len(t) for c in records.concepts.values() for t in c.relations.values())
    people = [person for person in records.people.values() if person.sort == "persoon"]
    print(f"{len(records.concepts)} concepts, {relations} relations, {len(people)} people")
    assert len(records.concepts) >= 90
    assert relations >= 213
    assert len(people) == 21
    assert sum(source.is_base for source in records.sources.values()) == 5
    assert len(records.routes) == 8
    assert len(records.diagrams) == 6
