"""What the files beside this one say: the pages that are no record, and everyday words."""

from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from kennisbank.search.words import split_words


class Overview(NamedTuple):
    """A page that is no record. By the words of `asking` readers ask for a page below it."""

    address: str
    title: str
    explanation: str
    words: tuple[str, ...]
    asking: tuple[str, ...]


def _read_lines(name: str) -> Iterator[str]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if not line.startswith("#"))


def list_rings() -> list[str]:
    """Give the rings of gewone-woorden.txt: everyday words that say about the same."""
    return [" ".join(split_words(line)) for line in _read_lines("gewone-woorden.txt")]


def list_overviews() -> Iterator[Overview]:
    """Give each page of overzichten.txt."""
    for line in _read_lines("overzichten.txt"):
        address, title, explanation, words, *sorts = line.split(" | ")
        asking = tuple(sorts[0].split("; ")) if sorts else ()
        yield Overview(address, title, explanation, tuple(words.split("; ")), asking)
