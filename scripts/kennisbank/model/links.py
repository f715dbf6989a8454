"""The [[links]] and other markup in a text as its author wrote it, with their places."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kennisbank.model.text import EMPHASIS, MARKUP, ONLY_LINKS, Target, parse_target, read_words

_BRACKETS = re.compile(r"\[\[|\]\]")


class Link(NamedTuple):
    """A link as an author writes it: `words` are empty when readers see what it goes to."""

    target: Target
    words: str
    offset: int


def find_links(text: str) -> Iterator[Link]:
    """Give every [[link]] in a text with its offset in characters."""
    for match in MARKUP.finditer(text):
        if match["target"]:
            yield Link(parse_target(match["target"]), (match["label"] or "").strip(), match.start())
        else:
            inner = match["strong"] or match["em"]
            start = match.start("strong" if match["strong"] else "em")
            yield from (link._replace(offset=start + link.offset) for link in find_links(inner))


def show_links(text: str) -> str:
    """Give a text as readers see it: each [[link]] gives way to its words."""
    return ONLY_LINKS.sub(lambda match: read_words(match)[0], text)


def hide_markup(text: str) -> str:
    """Give a text, as long as it was, in which all that has a meaning is blotted out by letters.

    A star inside the words of a link has none, unless it makes all of them *emphasis*.
    """

    def blot(match: re.Match[str]) -> str:
        label = match["label"] or ""
        if match["target"] and "*" in label and not EMPHASIS.fullmatch(label.strip()):
            return re.sub(r"[^\s*]", "x", match[0])
        inner = match["strong"] or match["em"]
        if not inner:
            return re.sub(r"\S", "x", match[0])
        marks = "x" * (2 if match["strong"] else 1)
        return f"{marks}{hide_markup(inner)}{marks}"

    return MARKUP.sub(blot, text)


def find_loose_brackets(text: str) -> Iterator[int]:
    """Give the offset of every `[[` or `]]` that is not part of a link."""
    done = 0
    for match in MARKUP.finditer(text):
        yield from _brackets_between(text, done, match.start())
        done = match.end()
        inner = match["strong"] or match["em"]
        if inner:
            start = match.start("strong" if match["strong"] else "em")
            yield from (start + offset for offset in find_loose_brackets(inner))
    yield from _brackets_between(text, done, len(text))


def _brackets_between(text: str, start: int, end: int) -> Iterator[int]:
    return (match.start() for match in _BRACKETS.finditer(text, start, end))
