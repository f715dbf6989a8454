"""The forms in which the name of a person is written."""

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from kennisbank.withdrawn.marks import Form
from kennisbank.withdrawn.words import PARTICLES, Word, clean, read_words

_SHORT = 2
"""A family name of so few letters is not looked for by itself."""
_LONG_FIRST_NAME = 3

Plain = tuple[str, ...]


class Name(NamedTuple):
    """A name in parts: first names or initials, and the family name with its particles."""

    first: tuple[Word, ...]
    family: tuple[Word, ...]

    @property
    def cores(self) -> tuple[Word, ...]:
        """Give the family name without its particles."""
        return tuple(w for w in self.family if w.plain not in PARTICLES) or self.family[-1:]


def split_name(written: str) -> Name:
    """Split a name at its first particle, else before its last word; hyphens hold together."""
    text = clean(written)
    words = tuple(read_words(text))
    if not words:
        return Name((), ())
    start = next(
        (n for n, w in enumerate(words[:-1]) if w.plain in PARTICLES and (n or not w.has_capital)),
        len(words) - 1,
    )
    if words[0].plain in PARTICLES:
        start = 0
    while start > 1 and text[words[start - 1].end : words[start].start] == "-":
        start -= 1
    return Name(words[:start], words[start:])


def make_spellings(written: str) -> Iterator[Plain]:
    """Give the words of a name as it is written, also as an owner: `Rosinks`."""
    words = tuple(word.plain for word in read_words(clean(written)))
    if words:
        yield from _with_owner(words)


def make_person_forms(written: str, ordinary: Set[str], shared: Set[str]) -> Iterator[Form]:
    """Give every form of the name of a person.

    `ordinary` words are ones that are no name in other texts, `shared` ones stand in the name of
    somebody who stays: those alone say nothing.
    """
    name = split_name(written)
    for words in _whole_forms(name):
        is_ordinary = all(w in ordinary or w in PARTICLES or len(w) == 1 for w in words)
        yield Form(words, "naam" if is_ordinary else "overal")
    for glued in _glued_forms(name):
        yield Form((glued,), "overal")
    for core in name.cores:
        counts = "" if core.plain in shared else _counts_alone(core, ordinary)
        for alone in _family_forms(name, core) if counts else ():
            yield from (Form(words, counts) for words in _with_owner(alone))
    for word in name.first:
        if word.plain not in shared | ordinary and len(word.plain) >= _LONG_FIRST_NAME:
            yield from (Form(words, "voornaam") for words in _with_owner((word.plain,)))


def _counts_alone(core: Word, ordinary: Set[str]) -> str:
    if core.plain in ordinary:
        return "midden"
    return "hoofdletter" if core.has_capital else "overal"


def _whole_forms(name: Name) -> Iterator[Plain]:
    """Give first names or initials with the family name: either first, also without particles."""
    first, family, cores = _plain(name.first), _plain(name.family), _plain(name.cores)
    particles = tuple(word for word in family if word in PARTICLES)
    if not first:
        return
    letters = tuple(word[0] for word in first)
    starts = {first, letters, *((word,) for word in (*first, letters[0], "".join(letters)))}
    for start in starts:
        for end in {family, cores}:
            yield from _with_owner((*start, *end))
            yield (*end, *start)
        if particles:
            yield (*cores, *start, *particles)


def _family_forms(name: Name, core: Word) -> Iterator[Plain]:
    """Give a family name by itself; a short one only with what stands before it: `van Os`."""
    if len(core.plain) > _SHORT:
        yield (core.plain,)
    elif len(name.family) > 1:
        yield _plain(name.family)


def _glued_forms(name: Name) -> Iterator[str]:
    """Give the name as it stands in mail addresses and hashtags."""
    first, family = _plain(name.first), "".join(_plain(name.family))
    if first:
        yield from {"".join(first) + family, first[0] + family, first[0][0] + family}


def _plain(words: tuple[Word, ...]) -> Plain:
    return tuple(word.plain for word in words)


def _with_owner(words: Plain) -> Iterator[Plain]:
    yield words
    if not re.search(r"[sxz]$", words[-1]):
        yield (*words[:-1], f"{words[-1]}s")
