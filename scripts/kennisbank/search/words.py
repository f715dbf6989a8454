"""Words as the index keeps them; docs/assets/zoeken/woorden.js does the same with a question."""

import re
import unicodedata
from functools import cache

from Stemmer import Stemmer

_WORD = re.compile(r"[a-z0-9]+")
_NO_LETTERS = re.compile("[\u0300-\u036f'’‘`]")
"""Accents, taken off their letters, and apostrophes."""
_STEMMER = Stemmer("dutch_porter")
_ENDINGS = tuple(
    re.compile(ending)
    for ending in ("(?<=.{4})s$", "(?<=ng)etje$|(?<=m)pje$|(?<=.{3})je$", "(?<=.{4}[^aeiou])t$")
)
"""Of more than one, of what is small ("dingetje"; "kamertje" loses its "t" as well), of a verb."""
_DOUBLE = re.compile(r"(.)\1+")
_VOICED = str.maketrans("vz", "fs")
"""As Dutch writes the end of a word: "geven" and "geeft", "lezen" and "leest"."""
_ARTICLES = frozenset(("de", "het", "een"))


def split_words(text: str) -> list[str]:
    """Give the words of a text in small letters, without accents and apostrophes."""
    decomposed = unicodedata.normalize("NFKD", text).lower()
    return _WORD.findall(_NO_LETTERS.sub("", decomposed))


@cache
def make_key(word: str) -> str:
    """Give the key of a word: its stem, by which "sociaal" and "sociale" are one."""
    for ending in _ENDINGS:
        word = ending.sub("", word)
    stem = _DOUBLE.sub(r"\1", _STEMMER.stemWord(word))
    return stem[:-1] + stem[-1:].translate(_VOICED)


def make_label_keys(label: str) -> set[str]:
    """Give the keys of a whole label: its words apart ("social=netwerk") and written as one.

    A label that begins with an article is known without it as well.
    """
    words = split_words(label)
    if len(words) > 1 and words[0] in _ARTICLES:
        return _make_keys(words) | _make_keys(words[1:])
    return _make_keys(words)


def _make_keys(words: list[str]) -> set[str]:
    if not words:
        return set()
    first, *others = map(make_key, words)
    return {f"{first}={''.join(others)}", f"{make_key(''.join(words))}="}
