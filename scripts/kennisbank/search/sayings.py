"""How much each word that people say belongs to each page: the Rocchio centroid of its sayings.

Every saying is a text of its own, as in Salton & Buckley (1988), Term-weighting approaches in
automatic text retrieval: a word that many sayings have says little of any page.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt

from kennisbank.search.entry import Entry
from kennisbank.search.weigh import Postings, keep_best
from kennisbank.search.words import make_key, split_words

LEAST = 5
"""What belongs less to a page is left out: two thirds of all, and hardly an answer changes."""
Said = tuple[int, Postings]
"""How rare a word is in sayings, times ten; pages and how much it belongs to them, in turn."""


def weigh_sayings(entries: Sequence[Entry]) -> dict[str, Said]:
    """Give for each key of a saying how rare it is, and how much it is whose page (1 to 100)."""
    lines = [(number, keys) for number, entry in enumerate(entries) for keys in _read(entry)]
    counts = Counter(key for _, keys in lines for key in keys)
    rarity = {key: log((1 + len(lines)) / (1 + count)) + 1 for key, count in counts.items()}
    pages: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for number, keys in lines:
        length = _measure({key: rarity[key] for key in keys})
        for key in keys:
            pages[number][key] += rarity[key] / length
    found: dict[str, Postings] = defaultdict(list)
    for number, weights in pages.items():
        length = _measure(weights)
        for key, weight in weights.items():
            if (worth := round(100 * weight / length)) >= LEAST:
                found[key] += [number, worth]
    return {key: (round(10 * rarity[key]), keep_best(found[key])) for key in sorted(found)}


def _read(entry: Entry) -> Iterator[list[str]]:
    """Give the keys of each saying, in one order: sums of fractions depend on it."""
    return (keys for line in entry.said if (keys := sorted({*map(make_key, split_words(line))})))


def _measure(weights: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in weights.values()))
