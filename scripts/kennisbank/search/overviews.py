"""What the files beside this one say: the pages that are no record, and everyday words."""

from collections.abc import Iterator
from importlib.resources import files

from kennisbank.search.words import split_words

Row = tuple[str, str, str, tuple[str, ...]]
"""Address, title, explanation and words."""


def _read_lines(name: str) -> Iterator[str]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if not line.startswith("#"))


def list_rings() -> list[str]:
    """Give the rings of gewone-woorden.txt: everyday words that say about the same."""
    return [" ".join(split_words(line)) for line in _read_lines("gewone-woorden.txt")]


def list_overviews() -> Iterator[Row]:
    """Give each page of overzichten.txt."""
    for line in _read_lines("overzichten.txt"):
        address, title, explanation, words = line.split(" | ")
        yield address, title, explanation, tuple(words.split("; "))
