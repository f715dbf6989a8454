"""The names of people who are not named outside their own story, found in any text.

A name is found as it is written: with its capitals, as whole words, over the end of a line and
with the endings of Dutch (Bakkers, Bakker's). An ordinary word is no name: somebody called Groen is
not found in "groen", nor where a title starts with "Groen" and the texts know the word. Who is no
person has a name of words; it is one only where its capital is not that of any sentence.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from kennisbank.model.marks import Sort
from kennisbank.model.voices import Person
from kennisbank.spelling import make_id

_STARTS = r"(?<![^\W_])"
_ENDS = r"(?![^\W_])"
_ENDING = r"(?:['’]?s|['’])?"
_APOSTROPHE = re.compile("['’‘]")
_GAP = re.compile(r"[\W_]*\Z")
_SENTENCE_ENDS = re.compile(r"[.!?:–…]|\n\s*(?:\n|-)")
_AUTHOR_GOES_ON = re.compile(r",\s+[^\W\d_]\.")
_LINK = re.compile(r"\[\[[^\[\]]*\]\]")
_LETTERS = re.compile(r"[A-Za-z]+")


class Named(NamedTuple):
    """A name that stands in a text: where it starts, and how it is written there."""

    start: int
    words: str


class Around(Protocol):
    """What is known beside the people who are private."""

    @property
    def open_names(self) -> Iterable[str]:
        """Give the names of all others."""
        ...

    def iterate_texts(self) -> Iterable[str]:
        """Give all texts, to know ordinary words by."""
        ...


class PrivateNames:
    """Knows how some people are named. A text that names one of them holds one of the `hints`.

    A family name that somebody else has too says nothing by itself. Nobody else has a whole name.
    """

    def __init__(self, people: Iterable[Person], around: Around | None = None) -> None:
        everyone = tuple(people)
        persons = [person for person in everyone if person.sort == "persoon"]
        groups = {each.name for each in everyone if each not in persons}
        labels = {name for each in persons for name in each.hidden_labels}
        own = {each.name for each in persons}
        holds_own = re.compile(rf"{_STARTS}(?:{_spell_all(own)}){_ENDS}").search
        known = around.open_names if around else ()
        others = {name for name in known if name not in labels and not holds_own(name)}
        shared = {word for name in others for word in re.split("[ -]", name)}
        family = {name for each in persons for name in _list_family(each)} - shared
        whole = own | labels
        self._around = around
        self._ordinary: dict[str, bool] = {}
        self._bare = {name for name in family | labels if " " not in name}
        self.ids = frozenset(person.id for person in everyone)
        self._slugs = {make_id(name) for name in whole if " " in name} | self.ids
        self.hints = _list_hints((*whole, *groups, *self._bare)) | self.ids
        self._pattern = self._compile(others, groups, whole)

    def _compile(self, others: set[str], groups: set[str], whole: set[str]) -> re.Pattern[str]:
        kinds = {
            "other": (name for name in others if any(hint in name for hint in self.hints)),
            "group": groups,
            "full": whole - self._bare,
            "bare": self._bare,
        }
        named = "|".join(f"(?P<{kind}>{_spell_all(names)})" for kind, names in kinds.items())
        links = "|".join(sorted(self.ids))
        return re.compile(
            rf"{_STARTS}(?:{named}){_ENDING}{_ENDS}"
            rf"|\[\[\s*persoon\s*:\s*(?:{links})\s*(?=[|\]])"
        )

    def find(self, text: str, sort: Sort | None = Sort.PROSE) -> Named | None:
        """Give the first name in a text, None when it names nobody."""
        if sort is Sort.ADDRESS:
            return self.find_in_address(text)
        for hint in self.hints:  # faster than any(), and this is asked of every text
            if hint in text:
                return next(self._iterate(text, is_title=sort is not Sort.PROSE), None)
        return None

    def find_in_address(self, text: str) -> Named | None:
        """Give the first name in a web address or an id."""
        plain = f"-{make_id(text)}-"
        rare = {make_id(name) for name in self._bare if not self._is_ordinary(name)}
        found = (slug for slug in sorted(self._slugs | rare) if f"-{slug}-" in plain)
        return next((Named(0, slug) for slug in found), None)

    def _iterate(self, text: str, *, is_title: bool) -> Iterator[Named]:
        for match in self._pattern.finditer(text):
            name = match["group"] or (match["bare"] if is_title else None)
            is_word = name and _starts_sentence(text, match) and self._is_ordinary(name)
            if not (is_word or match["other"]):
                yield Named(match.start(), " ".join(match[0].lstrip("[").split()))

    def _is_ordinary(self, name: str) -> bool:
        """Tell whether a name without its capital is a word in the texts."""
        if name not in self._ordinary:
            word = name[:1].lower() + name[1:]
            whole = re.compile(rf"(?<![\w:/-]){re.escape(word)}(?![\w:/-])")
            known = self._around.iterate_texts() if self._around else ()
            texts = (_LINK.sub("", text) for text in known if word in text)
            self._ordinary[name] = any(map(whole.search, texts))
        return self._ordinary[name]


def _starts_sentence(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word has a capital for its place; an author's name goes on with initials."""
    gap = _GAP.search(text, 0, match.start())
    before = gap[0] if gap else ""
    is_first = len(before) == match.start() or _SENTENCE_ENDS.search(before)
    return bool(is_first) and not _AUTHOR_GOES_ON.match(text, match.end())


def _list_family(person: Person) -> Iterator[str]:
    """Give the words that name a person by themselves: the family name, each half of a double."""
    first, *others = person.name.split()
    yield others[-1] if others else first
    halves = [half for word in others for half in word.split("-") if "-" in word]
    yield from (half for half in halves if half[:1].isupper())


def _spell_all(names: Iterable[str]) -> str:
    """Give the pattern of any of some names, the longest first; of none it matches nothing."""
    return "|".join(map(_spell, sorted(names, key=len, reverse=True))) or r"(?!)"


def _spell(name: str) -> str:
    """Give the pattern of a name: also in capitals, without accents, over the end of a line."""
    written = (r"\s+".join(map(_spell_word, each.split())) for each in (name, name.upper()))
    return "|".join(dict.fromkeys(written))


def _spell_word(word: str) -> str:
    return "".join(map(_spell_letter, unicodedata.normalize("NFC", word)))


def _spell_letter(letter: str) -> str:
    if _APOSTROPHE.match(letter):
        return _APOSTROPHE.pattern
    parts = unicodedata.normalize("NFD", letter)
    return f"(?:{letter}|{parts}|{parts[0]})" if parts[1:] else re.escape(letter)


def _list_hints(names: Iterable[str]) -> set[str]:
    """Give letters of which each text with one of the names holds some: fast to look for."""
    runs = (max(_LETTERS.findall(name), key=len, default="") for name in names)
    return {each for run in runs for each in (run, run.upper())}


NOBODY = PrivateNames(())
