"""The index as small files: a start, words with the pages that have them, and what pages show.

`begin.json` comes with the first question. `w-<n>.json` holds a run of keys in order, each with
pages by how well they meet it (1 to 99), and how much what is said with it belongs to them;
`p-<n>.json` has some pages. A file says of which index it
is: a browser never mixes two publications.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import sha256
from itertools import chain, groupby, pairwise
from math import ceil
from typing import Any

from kennisbank.model.site import Site
from kennisbank.search.entries import list_shows
from kennisbank.search.entry import OVERVIEW, Entry
from kennisbank.search.overviews import list_rings
from kennisbank.search.sayings import Said, weigh_sayings
from kennisbank.search.weigh import Postings, weigh
from kennisbank.search.words import split_words
from kennisbank.vocabulary import CONCEPT

PAGES = 4
"""Pages in a file."""
KNOWN_BYTES = 60_000
"""Room for the words against which slips of the pen are held: those of names first."""


class Index:
    """The index of some pages; nothing is made before a file is asked for."""

    def __init__(self, site: Site) -> None:
        self._shows = list(list_shows(site))
        self.word_files = len(self._shows) // 5 + 1
        self.page_files = ceil(len(self._shows) / PAGES)
        self._themes = [[each.theme.id, each.theme.name] for each in site.themes]
        self._elsewhere = [[each.terms, each.place, each.url] for each in site.settings.elsewhere]

    @cached_property
    def _entries(self) -> list[Entry]:
        """Every page that can be found, those of one kind and theme together."""
        return sorted((show() for show in self._shows), key=lambda entry: (entry.kind, entry.theme))

    @cached_property
    def _words(self) -> list[dict[str, Postings]]:
        """The keys in order, cut into files of about the same size."""
        postings = sorted(weigh(self._entries).items())
        sizes = [len(key) + 4 * len(pages) for key, pages in postings]
        count, total, seen = self.word_files, sum(sizes), 0
        files: list[dict[str, Postings]] = [{} for _ in range(count)]
        for (key, pages), size in zip(postings, sizes, strict=True):
            files[min(seen * count // max(total, 1), count - 1)][key] = pages
            seen += size
        return files

    @cached_property
    def _said(self) -> dict[str, Said]:
        return weigh_sayings(self._entries)

    @cached_property
    def _version(self) -> str:
        rows = [_row(each) for each in self._entries]
        return sha256(_dump([self._words, self._said, rows])).hexdigest()[:8]

    def dump_start(self) -> bytes:
        """Give what every question needs."""
        kinds = [
            [kind, theme, len(list(group))]
            for (kind, theme), group in groupby(self._entries, key=lambda e: (e.kind, e.theme))
        ]
        names, others = _choose_known(self._entries)
        start = {
            "versie": self._version,
            "soorten": kinds,
            "themas": self._themes,
            "elders": self._elsewhere,
            "woorden": [min(file, default="") for file in self._words],
            "paginas": PAGES,
            "kringen": list_rings(),
            "lijsten": self._find_lists(),
            "namen": " ".join(names),
            "bekend": " ".join(others),
        }
        return _dump(start)

    def _find_lists(self) -> dict[str, int]:
        """Give by kind the page that lists it; a concept is asked without saying so."""
        lists = {e.address: n for n, e in enumerate(self._entries) if e.kind == OVERVIEW}
        folders = {e.kind: f"{e.address.split('/')[0]}/" for e in self._entries}
        return {
            kind: lists[folder]
            for kind, folder in folders.items()
            if folder in lists and kind not in (OVERVIEW, CONCEPT.name)
        }

    def dump_words(self, number: int) -> bytes:
        """Give a file of words, with what those that are said belong to."""
        words = self._words[number]
        said = {key: self._said[key] for key in words if key in self._said}
        packed = {key: [rare, *_pack(pages)] for key, (rare, pages) in said.items()}
        return _dump([self._version, [{k: _pack(p) for k, p in words.items()}, packed]])

    def dump_pages(self, number: int) -> bytes:
        """Give a file of pages."""
        start = number * PAGES
        return _dump([self._version, [_row(e) for e in self._entries[start : start + PAGES]]])


def _pack(postings: Postings) -> list[list[int]]:
    """Give the pages by weight: a weight, then its pages, each as a step from the one before it."""
    pairs = sorted(zip(postings[1::2], postings[::2], strict=True), key=lambda p: (-p[0], p[1]))
    packed = []
    for weight, group in groupby(pairs, key=lambda pair: pair[0]):
        numbers = [number for _, number in group]
        packed.append([weight, numbers[0], *(b - a for a, b in pairwise(numbers))])
    return packed


def _row(entry: Entry) -> list[Any]:
    shown = [passage for passage in entry.passages if passage.text]
    names = (*entry.names, *entry.hidden)
    return [entry.address, entry.title, entry.explanation, names, shown]


def _choose_known(entries: Iterable[Entry]) -> tuple[list[str], list[str]]:
    """Give the words of names and the other words, as many as there is room for, in order."""
    named, others = Counter[str](), Counter[str]()
    for entry in entries:
        named.update(set(split_words(" ".join((entry.title, *entry.names)))))
        texts = (entry.explanation, *(passage.text for passage in entry.passages), entry.more)
        others.update(set(split_words(" ".join((*entry.hidden, *texts, *entry.said)))))
    room, chosen = KNOWN_BYTES, set[str]()
    for word in chain(_by_count(named), _by_count(others - named)):
        room -= len(word) + 1
        if room < 0:
            break
        chosen.add(word)
    return sorted(chosen & named.keys()), sorted(chosen - named.keys())


def _by_count(words: Counter[str]) -> Iterator[str]:
    return (word for word, _ in sorted(words.items(), key=lambda pair: (-pair[1], pair[0])))


def _dump(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n".encode()
