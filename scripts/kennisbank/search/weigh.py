"""How well each page meets each word: BM25F, with a word of a name worth more than one of a text.

Robertson, Zaragoza & Taylor (2004), Simple BM25 extension to multiple weighted fields.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sys import intern

from kennisbank.search.entry import Entry
from kennisbank.search.words import make_key, make_label_keys, split_words

FIELDS = {
    "title": 9.0,
    "names": 6.0,
    "hidden": 5.0,
    "explanation": 6.0,
    "short": 3.0,
    "rest": 0.5,
    "said": 0.75,
}
STEP, STEPS = 3, 33
"""Weights that differ little are one: a file says each of them once for all its pages."""
PART = 0.4
"""The share of a part of a compound: "relatie" in "werkrelatie"."""
SATURATION, LENGTH = 8.0, 0.5
WHOLE = {"title": 99, "names": 92, "hidden": 60}
"""How well a whole name is met by the same words."""
MOST = 1_000
"""Pages that are kept of one word, those that meet it best."""
SHORTEST = 4
"""Letters of a part of a compound."""
Words = dict[str, list[str]]
"""The words of a page, by field."""
Postings = list[int]
"""Pages and how well they meet a word, in turn."""


def weigh(entries: Sequence[Entry]) -> dict[str, Postings]:
    """Give for each key the pages that have it, with their weight of 1 to 99."""
    fields = [_read_fields(entry) for entry in entries]
    known = frozenset(word for page in fields for words in page.values() for word in words)
    parts = {word: both for word in known if (both := split_compound(word, known))}
    lengths = {name: _mean(len(page[name]) for page in fields) for name in FIELDS}
    found: dict[str, Postings] = defaultdict(list)
    for number, (entry, words) in enumerate(zip(entries, fields, strict=True)):
        for key, worth in _weigh_page(entry, words, lengths, parts).items():
            found[key] += (number, worth)
    return {key: keep_best(pages) for key, pages in found.items()}


def _weigh_page(
    entry: Entry, words: Words, lengths: Mapping[str, float], parts: Mapping[str, tuple[str, str]]
) -> dict[str, int]:
    """Give for each key of a page how well the page meets it."""
    totals: dict[str, float] = defaultdict(float)
    for name, weight in FIELDS.items():
        longer = 1 - LENGTH + LENGTH * len(words[name]) / lengths[name]
        for key, count in _count(words[name], parts).items():
            totals[key] += weight * count / longer
    met = {key: max(1, STEP * round(STEPS * t / (SATURATION + t))) for key, t in totals.items()}
    for key, worth in _find_label_keys(entry):
        met[key] = max(worth, met.get(key, 0))
    return met


def _read_fields(entry: Entry) -> Words:
    short = (p for p in entry.passages if p.anchor == "in-het-kort")
    rest = (p for p in entry.passages if p.anchor != "in-het-kort")
    texts = {
        "title": entry.title,
        "names": " ".join(entry.names),
        "hidden": " ".join((*entry.hidden, *entry.about)),
        "explanation": entry.explanation,
        "short": " ".join(passage.text for passage in short),
        "said": " ".join(entry.said),
        "rest": " ".join((*(f"{p.voice} {p.text}" for p in rest), entry.more)),
    }
    return {name: [intern(word) for word in split_words(text)] for name, text in texts.items()}


def _mean(numbers: Iterable[int]) -> float:
    counted = list(numbers)
    return max(1.0, sum(counted) / max(1, len(counted)))


def _count(words: Iterable[str], parts: Mapping[str, tuple[str, str]]) -> dict[str, float]:
    counted: dict[str, float] = defaultdict(float)
    for word in words:
        counted[make_key(word)] += 1
        for part in parts.get(word, ()):
            counted[make_key(part)] += PART
    return counted


def split_compound(word: str, known: frozenset[str]) -> tuple[str, str] | None:
    """Give the two known words of which a compound is made, the longest last part first."""
    for place in range(SHORTEST, len(word) - SHORTEST + 1):
        first, last = word[:place], word[place:]
        if last not in known:
            continue
        for ending in ("", "s", "en", "e"):
            part = first.removesuffix(ending) if ending else first
            if len(part) >= SHORTEST and part + ending == first and part in known:
                return part, last
    return None


def _find_label_keys(entry: Entry) -> Iterator[tuple[str, int]]:
    labels = {"title": (entry.title,), "names": entry.names, "hidden": entry.hidden}
    for name, given in labels.items():
        for label in given:
            yield from ((key, WHOLE[name]) for key in make_label_keys(label))


def keep_best(postings: Postings) -> Postings:
    """Give the pages that meet a word best, the best first."""
    pairs = zip(postings[::2], postings[1::2], strict=True)
    best = sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:MOST]
    return [number for pair in best for number in pair]
