"""Resolve the links of one text, and add the automatic ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kennisbank.model.names import Names
from kennisbank.model.text import Block, Span, Target, Text, parse_prose
from kennisbank.terms import TermIndex

_SENTENCE_END = re.compile(r"(?<=[.!?…])[’”\"]?\s+(?=[^\sa-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLinker:
    """Turns prose of records into linked texts.

    `names` knows every visible record; those in `closed` have no page of their own and stay plain
    text.
    """

    terms: TermIndex
    names: Names
    closed: frozenset[Target] = frozenset()
    known: dict[tuple[str, frozenset[str], bool], Text] = field(default_factory=dict)
    """Every text that was linked before."""

    def link(self, prose: str | None, exclude: frozenset[str], automatic: bool = True) -> Text:
        """Link one text; concepts in `exclude` (the page itself) get no automatic link."""
        if not prose:
            return ()
        key = (prose, exclude, automatic)
        text = self.known.get(key)
        if text is None:
            text = parse_prose(prose)
            seen = set(exclude)
            if "[[" in prose:
                text = self._resolve(text, seen)
            text = self.known[key] = self._add_automatic(text, seen) if automatic else text
        return text

    def _resolve(self, text: Text, seen: set[str]) -> Text:
        """Lead links to their records; one that readers cannot open becomes plain text."""
        blocks = []
        for block in text:
            items = []
            for spans in block.items:
                resolved: list[Span] = []
                for span in spans:
                    if span.target:
                        span = span._replace(target=self._resolve_target(span.target))
                        if span.target and span.target.prefix == "begrip":
                            seen.add(span.target.id)
                    resolved.append(span)
                items.append(tuple(resolved))
            blocks.append(Block(tuple(items), block.is_list))
        return tuple(blocks)

    def _resolve_target(self, written: Target) -> Target | None:
        found = self.names.find(written)
        return found[0] if len(found) == 1 and found[0] not in self.closed else None

    def _add_automatic(self, text: Text, seen: set[str]) -> Text:
        return tuple(
            Block(tuple(tuple(self._split(spans, seen)) for spans in block.items), block.is_list)
            for block in text
        )

    def _split(self, spans: tuple[Span, ...], seen: set[str]) -> Iterator[Span]:
        for span in spans:
            if span.target:
                yield span
                continue
            done = 0
            for match in self.terms.find(span.text):
                target = Target("begrip", match.concept_id)
                if match.concept_id in seen:
                    continue
                seen.add(match.concept_id)
                if match.start > done:
                    yield Span(span.text[done : match.start], span.style)
                yield Span(
                    span.text[match.start : match.end], span.style, target, is_automatic=True
                )
                done = match.end
            if done < len(span.text):
                yield Span(span.text[done:], span.style) if done else span


def find_mentions(text: Text) -> Iterator[tuple[Target, str]]:
    """Give every link in a text with the sentence that it stands in, as plain text."""
    for block in text:
        for spans in block.items:
            if not any(span.target for span in spans):
                continue
            plain = "".join(span.text for span in spans)
            offset = 0
            for span in spans:
                if span.target:
                    yield span.target, _sentence_at(plain, offset)
                offset += len(span.text)


def _sentence_at(plain: str, offset: int) -> str:
    start = 0
    for match in _SENTENCE_END.finditer(plain):
        if match.start() >= offset:
            return plain[start : match.start() + 1].strip()
        start = match.end()
    return plain[start:].strip()
