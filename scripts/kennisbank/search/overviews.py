"""What the files beside this one say: the pages that are no record, and everyday words."""

from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

import yaml

from kennisbank.search.words import split_words


class Overview(NamedTuple):
    """A page that is no record. By the words of `asking` readers ask for a page below it; `said`
    is what people type who do not know its name."""

    address: str
    title: str
    explanation: str
    words: tuple[str, ...]
    asking: tuple[str, ...]
    said: tuple[str, ...]


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def list_rings() -> list[str]:
    """Give the rings of gewone-woorden.txt: everyday words that say about the same."""
    lines = (line for line in _read("gewone-woorden.txt").splitlines() if not line.startswith("#"))
    return [" ".join(split_words(line)) for line in lines]


def list_overviews() -> Iterator[Overview]:
    """Give each page of overzichten.yml."""
    for address, page in yaml.load(_read("overzichten.yml"), yaml.CSafeLoader).items():
        words, asking = (
            tuple(filter(None, page.get(key, "").split("; "))) for key in ("woorden", "vraagt")
        )
        said = tuple(page.get("zo_gezegd", "").splitlines())
        yield Overview(address, page["titel"], page["uitleg"], words, asking, said)
