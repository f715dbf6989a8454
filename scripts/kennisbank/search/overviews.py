"""The pages that are no record, with the words by which people look for them."""

from collections.abc import Iterator
from importlib.resources import files

Row = tuple[str, str, str, tuple[str, ...]]
"""Address, title, explanation and words."""


def list_overviews() -> Iterator[Row]:
    """Give each page of overzichten.txt."""
    text = files(__package__).joinpath("overzichten.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            address, title, explanation, words = line.split(" | ")
            yield address, title, explanation, tuple(words.split("; "))
