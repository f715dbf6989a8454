"""Find withdrawn names in a text by their fingerprints."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from kennisbank.withdrawn.marks import NameMark, hash_quickly, hash_slowly, hash_start
from kennisbank.withdrawn.places import COUNTS, FAMILY, OF_ADDRESSES, UNSURE, Words
from kennisbank.withdrawn.words import (
    clean,
    find_raw_words,
    iterate_raw_words,
    make_plain,
    read_words,
)

_AROUND = 100
"""Characters in which the rest of a name stands."""
Spelling = tuple[str, ...]
"""The words of the name of somebody who is not withdrawn, as they are compared."""


class Hit(NamedTuple):
    """A withdrawn name in a text: from where to where, and as what it counts."""

    start: int
    end: int
    counts: str

    @property
    def is_sure(self) -> bool:
        """Tell whether it must go; else a person has to look."""
        return self.counts not in UNSURE


class Search:
    """Looks for the names that have these fingerprints, and remembers every word that it looked up.

    `known` are the names of people who stay: one word that is part of their name is theirs.
    """

    def __init__(
        self, salt: str, marks: Iterable[NameMark], known: Iterable[Spelling] = ()
    ) -> None:
        self._salt = salt
        self._by_quick: dict[tuple[int, int], list[NameMark]] = {}
        self._starts: dict[int, set[int]] = {}
        for mark in marks:
            self._by_quick.setdefault((mark.length, mark.quick), []).append(mark)
            self._starts.setdefault(mark.length, set()).add(mark.start)
        self._counts: dict[str, tuple[int, ...]] = {}
        self._known: dict[str, list[tuple[Spelling, int]]] = {}
        for spelling in known:
            for number, word in enumerate(spelling):
                self._known.setdefault(word, []).append((spelling, number))

    def find(self, text: str, with_links: bool = True) -> Iterator[Hit]:
        """Give every withdrawn name in a clean text, the longest at each place.

        Without links an id behind its kind counts only when it is itself a name.
        """
        if not any(map(self._find_counts, find_raw_words(text))):
            return
        done = 0
        for start, raw in iterate_raw_words(text):
            counts = self._find_counts(raw)
            if counts and start >= done:
                words = tuple(islice(read_words(text, start), counts[0]))
                hit = self._find_here(text, words, counts)
                if hit and (with_links or hit.counts not in OF_ADDRESSES):
                    done = hit.end
                    yield hit

    def _find_here(self, text: str, words: Words, counts: tuple[int, ...]) -> Hit | None:
        for count in counts:
            found = words[:count]
            as_what = self._know(text, found) if len(found) == count else ""
            if as_what:
                return Hit(found[0].start, found[-1].end, as_what)
        return None

    def names(self, address: str) -> bool:
        """Tell whether an address, an id, a path or a field holds a withdrawn name."""
        return any(hit.is_sure for hit in self.find(clean(address), with_links=False))

    def _find_counts(self, raw: str) -> tuple[int, ...]:
        """Give of how many words a name that starts with this one can be, the longest first."""
        plain = make_plain(raw)
        counts = self._counts.get(plain)
        if counts is None:
            counts = self._counts[plain] = tuple(
                count
                for count in sorted(self._starts, reverse=True)
                if self._may_start(plain, count)
            )
        return counts

    def _may_start(self, plain: str, count: int) -> bool:
        if count == 1:
            return bool(self._match(plain, 1))
        return hash_start(self._salt, plain) in self._starts[count]

    def _match(self, phrase: str, count: int) -> tuple[NameMark, ...]:
        near = self._by_quick.get((count, hash_quickly(self._salt, phrase, count)), ())
        return tuple(mark for mark in near if mark.slow == hash_slowly(self._salt, phrase))

    def _know(self, text: str, found: Words) -> str:
        """Give as what words count, or nothing."""
        for mark in self._match(" ".join(word.plain for word in found), len(found)):
            if COUNTS[mark.counts](text, found):
                is_theirs = mark.counts in FAMILY and self._is_known(text, found)
                return "" if is_theirs else mark.counts
        return ""

    def _is_known(self, text: str, found: Words) -> bool:
        """Tell whether words stand in the name of somebody who stays."""
        start = max(found[0].start - _AROUND, 0)
        near = [word.plain for word in read_words(text[: found[-1].end + _AROUND], start)]
        here = sum(1 for _ in read_words(text[: found[0].start], start))
        for spelling, number in self._known.get(found[0].plain, ()):
            first, last = here - number, here - number + len(spelling)
            if first >= 0 and tuple(near[first:last]) == spelling and here + len(found) <= last:
                return True
        return False
