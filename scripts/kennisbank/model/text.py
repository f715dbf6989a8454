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
from kennisbank.vocabulary import CONCEPT, KIND_BY_PREFIX

_LINK = r"\[\[(?P<target>[^\[\]|]+)(?:\|(?P<label>[^\[\]]+))?\]\]"
ONLY_LINKS = re.compile(_LINK + r"(?P<strong>(?!))?(?P<em>(?!))?")
MARKUP = re.compile(
    _LINK + r"|\*\*(?=\S)(?P<strong>[^*]+?)(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=\S)(?P<em>[^*]+?)(?<=\S)\*(?![\w*])"
)
EMPHASIS = re.compile(r"\*([^*]+)\*")
_LIST_ITEM = re.compile(r"^- +", re.MULTILINE)
_PARAGRAPH_BREAK = re.compile(r"\n[ ]*\n")


class Target(NamedTuple):
    """Where a link goes: the prefix of a kind, and an id or, as an author writes it, a word."""

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
    """Read `woord` or `persoon:woord`; without a kind it is a concept."""
    prefix, _, name = written.partition(":")
    if prefix.strip() in KIND_BY_PREFIX:
        return Target(prefix.strip(), " ".join(name.split()))
    return Target(CONCEPT.link_prefix, " ".join(written.split()))


def read_words(match: re.Match[str]) -> tuple[str, bool]:
    """Give what readers see of a link, and whether that stands in *emphasis*."""
    label = " ".join((match["label"] or "").split())
    emphasis = EMPHASIS.fullmatch(label)
    return (emphasis[1], True) if emphasis else (label or parse_target(match["target"]).id, False)


@remembered
def parse_prose(text: str) -> Text:
    """Read prose; the target of a link is as its author wrote it."""
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
    for match in (MARKUP if "*" in text else ONLY_LINKS).finditer(text):
        if match.start() > done:
            spans.append(Span(text[done : match.start()], style))
        if match["target"]:
            words, is_emphasis = read_words(match)
            target = parse_target(match["target"])
            spans.append(Span(words, "em" if is_emphasis else style, target))
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
