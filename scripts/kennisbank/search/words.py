"""Words as the index keeps them; docs/assets/zoeken/woorden.js does the same with a question."""

import re
import unicodedata
from functools import cache

from snowballstemmer import stemmer

_STEMMER = stemmer("dutch_porter")
_ENDINGS = ((r"(.)\1+", r"\1"), (r"(?<=.{4})s$", ""), (r"(?<=.{4}[^aeiou])t$", ""))


def split_words(text: str) -> list[str]:
    """Give the words of a text in small letters, without accents and apostrophes."""
    decomposed = unicodedata.normalize("NFKD", text).lower()
    plain = "".join(letter for letter in decomposed if unicodedata.category(letter)[0] != "M")
    return re.findall(r"[a-z0-9]+", re.sub("['’‘`]", "", plain))


@cache
def make_key(word: str) -> str:
    """Give the key of a word: its stem, by which "sociaal" and "sociale" are one."""
    key: str = _STEMMER.stemWord(word)
    for pattern, instead in _ENDINGS:
        key = re.sub(pattern, instead, key)
    return key


def make_label_keys(label: str) -> set[str]:
    """Give the keys of a whole label: its words apart ("social=netwerk") and written as one."""
    words = split_words(label)
    if not words:
        return set()
    first, *others = map(make_key, words)
    return {f"{first}={''.join(others)}", f"{make_key(''.join(words))}="}
