"""The story of a case in pieces that a reader can mark: its passages, and the other sentences."""

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from kennisbank.model.linked_lesson import LinkedCase
from kennisbank.model.text import Span, Text

_AFTER_SENTENCE = re.compile(r"(?<=[.!?…])(?:[’”\"](?=\s))?\s+(?=\S)")


class Piece(NamedTuple):
    """A sentence or a passage; `concept` is empty where the knowledge base sees nothing."""

    number: int
    text: str
    style: str
    concept: str


def split_story(text: Text) -> list[list[Piece]]:
    """Give the paragraphs of a story in pieces, numbered from 1; together they are the story."""
    paragraphs, number = [], 0
    for block in text:
        pieces = []
        for span in (span for spans in block.items for span in spans):
            for part in _split_span(span):
                number += 1
                concept = span.target.id if span.target else ""
                pieces.append(Piece(number, part, span.style, concept))
        paragraphs.append(pieces)
    return paragraphs


def _split_span(span: Span) -> Iterator[str]:
    """Give a passage whole, other text by the sentence, each with the space behind it."""
    done = 0
    for match in [] if span.target else _AFTER_SENTENCE.finditer(span.text):
        yield span.text[done : match.end()]
        done = match.end()
    if done < len(span.text):
        yield span.text[done:]


def list_passages(linked: LinkedCase) -> list[list[str]]:
    """Give for each answer of a case the passages that it is about."""
    pieces = [piece for row in split_story(linked.text) for piece in row]
    names = (answer.concept.concept.id for answer in linked.answers)
    return [[piece.text.strip() for piece in pieces if piece.concept == name] for name in names]


def write_story(text: Text) -> str:
    """Give a story as HTML: paragraphs of numbered pieces, with nothing else between them."""
    rows = ("".join(_write_piece(piece) for piece in row) for row in split_story(text))
    return "\n".join(f"<p>{row.strip()}</p>" for row in rows)


def _write_piece(piece: Piece) -> str:
    words = piece.text.strip()
    if not any(character.isalnum() for character in words):
        return escape(piece.text, quote=False)
    before, _, after = piece.text.partition(words)
    shown = escape(words, quote=False)
    shown = f"<{piece.style}>{shown}</{piece.style}>" if piece.style else shown
    seen = f' data-begrip="{piece.concept}"' if piece.concept else ""
    return f'{before}<span class="zin" data-zin="{piece.number}"{seen}>{shown}</span>{after}'
