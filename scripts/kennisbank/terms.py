"""Recognise concepts in running text, in every Dutch plural and inflection.

A term is a row of words and signs. Words are compared by their stems (the Snowball stemmer for
Dutch), signs as they are: `C++` is not the C of vitamins. A row that two concepts share links
nowhere, and nor does a term that the settings call ambiguous. A noun in -heid keeps apart from its
adjective, which the stemmer would join.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from Stemmer import Stemmer

from kennisbank.model.concept import Concept

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TOKEN = re.compile(rf"{_WORD.pattern}|(?P<sign>[^\w\s]|_)(?P=sign)*")
"""A word, or a run of one sign. All that is not white space belongs to a token."""
_NOT_BEFORE = re.compile(r"(?:[^\W_]['’-]?|[+%&@#])\Z")
_NOT_AFTER = re.compile(r"['’-]?[^\W_]|[+%&@#]")
"""What makes another word of a term that it touches, as the signs of `70+` and `AT&T` do."""
_QUOTED = re.compile(r"‘[^‘’]*(?:’\w[^‘’]*)*’|“[^“”]*”|\"[^\"]*\"")
_ONE_FORM = str.maketrans("’‘‚“”„–—‑−", "'''\"\"\"----")
_OUTER = " .,;:!?…'’‘\"“”()[]"
"""What may stand around a term without making it another one."""
_GLUED = "\0"
"""Marks a token that follows the one before it without a space."""


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in a text: from character `start` up to `end`."""

    start: int
    end: int
    concept_id: str


@dataclass(slots=True)
class _Node:
    """Where a row of tokens has come to: the concept that it names, and the tokens that go on."""

    owner: str | None = None
    further: dict[str, "_Node"] = field(default_factory=dict)


class TermIndex:
    """Every unambiguous term, token by token; forms of tokens are taken from an earlier index."""

    def __init__(
        self,
        concepts: Iterable[Concept],
        ambiguous: Iterable[str],
        earlier: "TermIndex | None" = None,
    ) -> None:
        self._stem = Stemmer("dutch").stemWord
        self._forms: dict[str, str] = earlier._forms if earlier else {}
        self._dull: set[str] = set()
        self._refused = {_strip(term) for term in ambiguous}
        owners: dict[tuple[str, ...], str | None] = {}
        for concept in concepts:
            for label in (*concept.labels, *concept.inflections):
                key = tuple(form for form, _ in self._read(label, 0))
                if key and not self._is_refused(label):
                    shared = owners.get(key, concept.id) != concept.id
                    owners[key] = None if shared else concept.id
        self._owners = {key: owner for key, owner in owners.items() if owner}
        self._root = _Node()
        for key, owner in self._owners.items():
            node = self._root
            for form in key:
                node = node.further.setdefault(form, _Node())
            node.owner = owner
        self._has_signs = any(not form[0].isalnum() for form in self._root.further)

    def _is_refused(self, label: str) -> bool:
        return label.casefold() in self._refused or _strip(label) in self._refused

    def _read(self, text: str, start: int) -> Iterator[tuple[str, int]]:
        """Give the form of each token from a place in a text, and where the token ends."""
        end = -1
        for match in _TOKEN.finditer(text, start):
            form = self._form_of(match[0])
            is_glued, end = match.start() == end, match.end()
            yield (_GLUED + form if is_glued else form), end

    def _form_of(self, token: str) -> str:
        form = self._forms.get(token)
        if form is None:
            plain = token.lower().translate(_ONE_FORM)
            if token[0].isalnum():
                is_quality = plain.endswith(("heid", "heden"))
                plain = self._stem(plain) + ("+heid" if is_quality else "")
            form = self._forms[token] = plain
        return form

    def find_words_that_differ(self, earlier: "TermIndex") -> frozenset[str]:
        """Give every token, in each form seen so far, that starts a term of only one of the two."""
        firsts = {key[0] for key, _ in self._owners.items() ^ earlier._owners.items()}
        return frozenset(token for token, form in self._forms.items() if form in firsts)

    def find(self, text: str) -> Iterator[Match]:
        """Give the terms in a text, longest first at each place, none inside quotations."""
        starts = self._starting_tokens(text)
        if not starts:
            return
        quoted = [(quote.start(), quote.end()) for quote in _QUOTED.finditer(text)]
        free_from = 0
        for start in _places(text, starts):
            if start < free_from:
                continue
            found = self._longest_at(text, start)
            if found:
                free_from, owner = found
                if not any(low <= start < high for low, high in quoted):
                    yield Match(start, free_from, owner)

    def _starting_tokens(self, text: str) -> set[str]:
        """Give the tokens of a text that start a term; those that start none are remembered."""
        candidates = set(_WORD.findall(text))
        if self._has_signs:
            candidates |= {match[0] for match in _TOKEN.finditer(text)}
        candidates -= self._dull
        further = self._root.further
        fresh = {token for token in candidates if self._form_of(token) not in further}
        self._dull |= fresh
        return candidates - fresh

    def _longest_at(self, text: str, start: int) -> tuple[int, str] | None:
        """Give the end and the concept of the longest term that starts at a place."""
        node, found = self._root, None
        for form, end in self._read(text, start):
            if form not in node.further:
                break
            node = node.further[form]
            is_whole = node.owner and not _NOT_AFTER.match(text, end)
            if node.owner and is_whole and text[start:end].casefold() not in self._refused:
                found = end, node.owner
        return found


def _strip(term: str) -> str:
    return term.casefold().strip(_OUTER)


def _places(text: str, tokens: Iterable[str]) -> list[int]:
    """Give where any of the tokens stands in a text as a whole, in order."""
    places = []
    for token in tokens:
        start = text.find(token)
        while start >= 0:
            before = text[max(start - 2, 0) : start]
            is_inside = _NOT_BEFORE.search(before) or before[-1:] == token[0]
            if not is_inside:
                match = _TOKEN.match(text, start)
                if match and match[0] == token:
                    places.append(start)
            start = text.find(token, start + 1)
    return sorted(places)
