"""Recognise concepts in running text, in every Dutch plural and inflection.

Terms are compared by the stems of their words (the Snowball stemmer for Dutch). A stem that
two concepts share, and a term that the settings call ambiguous, links nowhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from snowballstemmer import stemmer

from kennisbank.model.concept import Concept

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTED = re.compile(r"‘[^‘’]*(?:’\w[^‘’]*)*’|“[^“”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in a text: from character `start` up to `end`."""

    start: int
    end: int
    concept_id: str


class TermIndex:
    """Every unambiguous term by the stem of its first word."""

    def __init__(self, concepts: Iterable[Concept], ambiguous: Iterable[str]) -> None:
        self._stem = stemmer("dutch").stemWord
        self._stems: dict[str, str] = {}
        refused = {self._key(term) for term in ambiguous}
        owners: dict[tuple[str, ...], str | None] = {}
        for concept in concepts:
            for label in (*concept.labels, *concept.inflections):
                key = self._key(label)
                if key and key not in refused:
                    shared = owners.get(key, concept.id) != concept.id
                    owners[key] = None if shared else concept.id
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for key, owner in sorted(owners.items(), key=lambda item: -len(item[0])):
            if owner:
                self._by_first.setdefault(key[0], []).append((key, owner))

    def _key(self, label: str) -> tuple[str, ...]:
        return tuple(self._stem_of(word) for word in _WORD.findall(label))

    def _stem_of(self, word: str) -> str:
        stem = self._stems.get(word)
        if stem is None:
            stem = self._stems[word] = self._stem(word.lower().replace("’", "'"))
        return stem

    def find(self, text: str) -> Iterator[Match]:
        """Give the terms in a text, longest first at each place, none inside quotations."""
        words = list(_WORD.finditer(text))
        stems = [self._stems.get(word[0]) or self._stem_of(word[0]) for word in words]
        quoted = None
        position = 0
        while position < len(words):
            candidates = self._by_first.get(stems[position])
            step = 1
            for key, owner in candidates or ():
                end = position + len(key)
                if tuple(stems[position:end]) != key or not _adjacent(text, words[position:end]):
                    continue
                if quoted is None:
                    quoted = [(m.start(), m.end()) for m in _QUOTED.finditer(text)]
                start = words[position].start()
                if not any(low <= start < high for low, high in quoted):
                    yield Match(start, words[end - 1].end(), owner)
                step = len(key)
                break
            position += step


def _adjacent(text: str, words: list[re.Match[str]]) -> bool:
    """Tell whether only white space stands between the words."""
    return all(text[one.end() : other.start()].isspace() for one, other in pairwise(words))
