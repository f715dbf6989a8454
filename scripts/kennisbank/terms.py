"""Recognise concepts in running text, in every Dutch plural and inflection.

A term is a row of words and signs. Words are compared by their stems (the Snowball stemmer for
Dutch), signs as they are: `C++` is not the C of vitamins. A row that two concepts share links
nowhere, and nor does a term that the settings call ambiguous. A noun in -heid keeps apart from its
adjective, which the stemmer would join.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from Stemmer import Stemmer

from kennisbank.memory import remembered
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
_STEM = Stemmer("dutch").stemWord
_GLUED = "\0"
"""Marks a token that follows the one before it without a space."""


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in a text: from character `start` up to `end`."""

    start: int
    end: int
    concept_id: str


Term = tuple[str, str]
"""A term, and the id of the concept that it names."""
Branch = frozenset[tuple[tuple[str, ...], str]]
"""All rows of tokens that start with the same one, each with the concept that it names."""


@dataclass(slots=True)
class _Node:
    """Where a row of tokens has come to: the concept that it names, and the tokens that go on."""

    owner: str | None = None
    further: dict[str, "_Node"] = field(default_factory=dict)
    branch: Branch = frozenset()
    """For a first token: all rows that start with it."""


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Unambiguous terms, token by token; two with the same terms are equal."""

    branches: frozenset[Branch]
    refused: frozenset[str]
    """Terms that name no concept, without what may stand around them."""
    _roots: Mapping[str, _Node] = field(compare=False)

    def narrow(self, forms: frozenset[str]) -> "TermIndex":
        """Give the terms that texts with tokens of only these forms can hold."""
        roots = {form: self._roots[form] for form in forms if form in self._roots}
        return TermIndex(frozenset(root.branch for root in roots.values()), self.refused, roots)

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
        """Give the tokens of a text that start a term."""
        found = {match[0] for match in _TOKEN.finditer(text)}
        return {token for token in found if _form_of(token) in self._roots}

    def _longest_at(self, text: str, start: int) -> tuple[int, str] | None:
        """Give the end and the concept of the longest term that starts at a place."""
        further, found = self._roots, None
        for form, end in _read(text, start):
            if form not in further:
                break
            node = further[form]
            further = node.further
            is_whole = node.owner and not _NOT_AFTER.match(text, end)
            if node.owner and is_whole and text[start:end].casefold() not in self.refused:
                found = end, node.owner
        return found


@remembered
def index_terms(terms: tuple[Term, ...], ambiguous: tuple[str, ...]) -> TermIndex:
    """Give the index of these terms; one that two concepts share is in it for neither."""
    refused = frozenset(_strip(term) for term in ambiguous)
    owners: dict[tuple[str, ...], str | None] = {}
    for label, concept_id in terms:
        key = tuple(form for form, _ in _read(label, 0))
        if key and not {label.casefold(), _strip(label)} & refused:
            shared = owners.get(key, concept_id) != concept_id
            owners[key] = None if shared else concept_id
    roots: dict[str, _Node] = {}
    for key, owner in owners.items():
        if owner:
            node = root = roots.setdefault(key[0], _Node())
            for form in key[1:]:
                node = node.further.setdefault(form, _Node())
            node.owner, root.branch = owner, root.branch | {(key, owner)}
    return TermIndex(frozenset(root.branch for root in roots.values()), refused, roots)


def list_terms(concept: Concept) -> tuple[Term, ...]:
    """Give every term of a concept, and its inflections."""
    return tuple((label, concept.id) for label in (*concept.labels, *concept.inflections))


def find_forms(text: str) -> frozenset[str]:
    """Give the form of each token in a text."""
    return frozenset(_form_of(match[0]) for match in _TOKEN.finditer(text))


def _read(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Give the form of each token from a place in a text, and where the token ends."""
    end = -1
    for match in _TOKEN.finditer(text, start):
        form = _form_of(match[0])
        is_glued, end = match.start() == end, match.end()
        yield (_GLUED + form if is_glued else form), end


@cache
def _form_of(token: str) -> str:
    plain = token.lower().translate(_ONE_FORM)
    if token[0].isalnum():
        is_quality = plain.endswith(("heid", "heden"))
        plain = _STEM(plain) + ("+heid" if is_quality else "")
    return plain


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
