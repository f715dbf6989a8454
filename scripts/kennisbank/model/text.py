"""Prose of a record as a small tree: paragraphs and lists of spans, nothing else.

Whatever an author types that is not a paragraph, a list, *emphasis*, **strong** or a
[[link]] is plain text. HTML and Markdown have no meaning here, so nothing can break out.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from kennisbank.memory import remembered
from kennisbank.model.marks import Sort
from kennisbank.model.walk import walk_texts
from kennisbank.problems import Where

_LINK = r"\[\[(?P<target>[^\[\]|]+)(?:\|(?P<label>[^\[\]]+))?\]\]"
_ONLY_LINKS = re.compile(_LINK + r"(?P<strong>(?!))?(?P<em>(?!))?")
_MARKUP = re.compile(
    _LINK + r"|\*\*(?=\S)(?P<strong>[^*]+?)(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=\S)(?P<em>[^*]+?)(?<=\S)\*(?![\w*])"
)
_BRACKETS = re.compile(r"\[\[|\]\]")
_EMPHASIS = re.compile(r"\*([^*]+)\*")
_LIST_ITEM = re.compile(r"^- +", re.MULTILINE)
_PARAGRAPH_BREAK = re.compile(r"\n[ ]*\n")


class Target(NamedTuple):
    """Where a link goes: the prefix of a kind, and an id."""

    prefix: str
    id: str


class Span(NamedTuple):
    """A run of text; `style` is "", "em" or "strong"."""

    text: str
    style: str = ""
    target: Target | None = None
    is_automatic: bool = False


class Block(NamedTuple):
    """A paragraph (one item) or a list (its items)."""

    items: tuple[tuple[Span, ...], ...]
    is_list: bool = False


Text = tuple[Block, ...]


def parse_target(written: str) -> Target:
    """Read `id` or `persoon:id`; a bare id is a concept."""
    prefix, colon, name = written.strip().partition(":")
    return Target(prefix.strip(), name.strip()) if colon else Target("begrip", prefix)


def find_targets(text: str) -> Iterator[tuple[Target, int]]:
    """Give every [[link]] in a text with its offset in characters."""
    for match in _MARKUP.finditer(text):
        if match["target"]:
            yield parse_target(match["target"]), match.start()
        else:
            inner = match["strong"] or match["em"]
            start = match.start("strong" if match["strong"] else "em")
            yield from ((target, start + offset) for target, offset in find_targets(inner))


def find_loose_brackets(text: str) -> Iterator[int]:
    """Give the offset of every `[[` or `]]` that is not part of a link."""
    done = 0
    for match in _MARKUP.finditer(text):
        yield from _brackets_between(text, done, match.start())
        done = match.end()
        inner = match["strong"] or match["em"]
        if inner:
            start = match.start("strong" if match["strong"] else "em")
            yield from (start + offset for offset in find_loose_brackets(inner))
    yield from _brackets_between(text, done, len(text))


def _brackets_between(text: str, start: int, end: int) -> Iterator[int]:
    return (match.start() for match in _BRACKETS.finditer(text, start, end))


def parse_prose(text: str) -> Text:
    """Read prose; a link without words of its own gets an empty text."""
    blocks = []
    for part in _PARAGRAPH_BREAK.split(text.strip()):
        if part.startswith("- "):
            items = [item for item in _LIST_ITEM.split(part) if item.strip()]
            blocks.append(Block(tuple(parse_spans(item) for item in items), is_list=True))
        else:
            blocks.append(Block((parse_spans(part),)))
    return tuple(blocks)


def parse_spans(text: str, style: str = "") -> tuple[Span, ...]:
    """Read one paragraph; line ends count as spaces."""
    text = " ".join(text.split()) if not style else text
    if "[" not in text and "*" not in text:
        return (Span(text, style),)
    spans: list[Span] = []
    done = 0
    for match in (_MARKUP if "*" in text else _ONLY_LINKS).finditer(text):
        if match.start() > done:
            spans.append(Span(text[done : match.start()], style))
        if match["target"]:
            label = (match["label"] or "").strip()
            emphasis = _EMPHASIS.fullmatch(label)
            words, label_style = (emphasis[1], "em") if emphasis else (label, style)
            spans.append(Span(words, label_style, parse_target(match["target"])))
        else:
            inner_style = "strong" if match["strong"] else "em"
            spans.extend(parse_spans(match["strong"] or match["em"], inner_style))
        done = match.end()
    if done < len(text):
        spans.append(Span(text[done:], style))
    return tuple(spans)


@remembered
def iterate_prose(record: BaseModel) -> Iterator[tuple[Where, str]]:
    """Give every text of a record in which links may stand, with its place."""
    for found in walk_texts(record):
        if found.leaf.sort is Sort.PROSE:
            yield found.where, found.text
