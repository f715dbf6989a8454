"""Recognise concepts in running text, in every Dutch plural and inflection.

Terms are compared by the stems of their words (the Snowball stemmer for Dutch). A stem that
two concepts share links nowhere, and nor does a word that the settings call ambiguous. A noun in
-heid keeps apart from its adjective, which the stemmer would join.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from snowballstemmer import stemmer

from kennisbank.model.concept import Concept

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_INSIDE_WORD = re.compile(r"[^\W_](?:['’-])?\Z")
_QUOTED = re.compile(r"‘[^‘’]*(?:’\w[^‘’]*)*’|“[^“”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in a text: from character `start` up to `end`."""

    start: int
    end: int
    concept_id: str


class TermIndex:
    """Every unambiguous term by the stem of its first word; stems are taken from an earlier one."""

    def __init__(
        self,
        concepts: Iterable[Concept],
        ambiguous: Iterable[str],
        earlier: "TermIndex | None" = None,
    ) -> None:
        self._stem = stemmer("dutch").stemWord
        self._stems: dict[str, str] = earlier._stems if earlier else {}
        self._dull: set[str] = set()
        self._refused = {term.casefold() for term in ambiguous}
        owners: dict[tuple[str, ...], str | None] = {}
        for concept in concepts:
            for label in (*concept.labels, *concept.inflections):
                key = self._key(label)
                if key and label.casefold() not in self._refused:
                    shared = owners.get(key, concept.id) != concept.id
                    owners[key] = None if shared else concept.id
        self._owners = {key: owner for key, owner in owners.items() if owner}
        self._longest = max(map(len, owners), default=1)
        self._lengths: dict[str, list[int]] = {}
        for first, length in sorted({(key[0], -len(key)) for key in self._owners}):
            self._lengths.setdefault(first, []).append(-length)

    def _key(self, label: str) -> tuple[str, ...]:
        return tuple(self._stem_of(word) for word in _WORD.findall(label))

    def _stem_of(self, word: str) -> str:
        stem = self._stems.get(word)
        if stem is None:
            plain = word.lower().replace("’", "'")
            is_quality = plain.endswith(("heid", "heden"))
            stem = self._stems[word] = self._stem(plain) + ("+heid" if is_quality else "")
        return stem

    def find_words_that_differ(self, earlier: "TermIndex") -> frozenset[str]:
        """Give every word, in each form seen so far, that starts a term of only one of the two."""
        firsts = {key[0] for key, _ in self._owners.items() ^ earlier._owners.items()}
        return frozenset(word for word, stem in self._stems.items() if stem in firsts)

    def find(self, text: str) -> Iterator[Match]:
        """Give the terms in a text, longest first at each place, none inside quotations."""
        starts = self._starting_words(text)
        if not starts:
            return
        quoted = [(quote.start(), quote.end()) for quote in _QUOTED.finditer(text)]
        free_from = 0
        for start in _places(text, starts):
            if start < free_from:
                continue
            words = list(islice(_WORD.finditer(text, start), self._longest))
            found = self._longest_at(text, words)
            if found:
                free_from, owner = found
                if not any(low <= start < high for low, high in quoted):
                    yield Match(start, free_from, owner)

    def _starting_words(self, text: str) -> set[str]:
        """Give the words of a text that start a term; words that start none are remembered."""
        candidates = set(_WORD.findall(text)) - self._dull
        fresh = {word for word in candidates if self._stem_of(word) not in self._lengths}
        self._dull |= fresh
        return candidates - fresh

    def _longest_at(self, text: str, words: list[re.Match[str]]) -> tuple[int, str] | None:
        """Give the end and the concept of the longest term that starts at the first word."""
        stems = tuple(self._stem_of(word[0]) for word in words)
        for length in self._lengths[stems[0]]:
            owner = self._owners.get(stems[:length])
            if owner is None or length > len(words) or not _adjacent(text, words[:length]):
                continue
            end = words[length - 1].end()
            if text[words[0].start() : end].casefold() not in self._refused:
                return end, owner
        return None


def _places(text: str, words: Iterable[str]) -> list[int]:
    """Give where any of the words stands in a text as a whole word, in order."""
    places = []
    for word in words:
        start = text.find(word)
        while start >= 0:
            if _INSIDE_WORD.search(text, max(start - 2, 0), start) is None:
                match = _WORD.match(text, start)
                if match and match[0] == word:
                    places.append(start)
            start = text.find(word, start + 1)
    return sorted(places)


def _adjacent(text: str, words: list[re.Match[str]]) -> bool:
    """Tell whether only white space stands between the words."""
    return all(text[one.end() : other.start()].isspace() for one, other in pairwise(words))
