"""Resolve the links of one text, and add the automatic ones."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kennisbank.memory import remembered
from kennisbank.model.base import Record
from kennisbank.model.names import Names
from kennisbank.model.text import Block, Span, Target, Text, iterate_prose, parse_prose
from kennisbank.terms import TermIndex, find_forms

_SENTENCE_END = re.compile(r"(?<=[.!?…])[’”\"]?\s+(?=[^\sa-z])")


class Leads(NamedTuple):
    """Where links lead: by the records that there are; those in `closed` have no page."""

    names: Names
    closed: frozenset[Target] = frozenset()

    def lead(self, written: Target) -> Target | None:
        """Give the record that a link means, if readers can open it."""
        found = self.names.find(written)
        return found[0] if len(found) == 1 and found[0] not in self.closed else None


class FewLeads(NamedTuple):
    """Where the links of one record lead."""

    known: tuple[tuple[Target, Target | None], ...]

    def lead(self, written: Target) -> Target | None:
        """Give the record that a link means, if readers can open it."""
        return next(target for each, target in self.known if each == written)


class TextLinker(NamedTuple):
    """Turns prose of records into linked texts."""

    terms: TermIndex
    leads: Leads | FewLeads

    def narrow(self, record: Record) -> "TextLinker":
        """Give a linker of only what the texts of a record use: equal as long as that is."""
        forms, links = _find_uses(record)
        leads = FewLeads(tuple((link, self.leads.lead(link)) for link in links))
        return TextLinker(self.terms.narrow(forms), leads)

    def link(self, prose: str | None, exclude: frozenset[str], automatic: bool = True) -> Text:
        """Link one text; concepts in `exclude` (the page itself) get no automatic link."""
        if not prose:
            return ()
        text = parse_prose(prose)
        seen = set(exclude)
        if "[[" in prose:
            text = self._resolve(text, seen)
        return self._add_automatic(text, seen) if automatic else text

    def _resolve(self, text: Text, seen: set[str]) -> Text:
        """Lead links to their records; one that readers cannot open becomes plain text."""
        blocks = []
        for block in text:
            items = []
            for spans in block.items:
                resolved: list[Span] = []
                for span in spans:
                    if span.target:
                        span = span._replace(target=self.leads.lead(span.target))
                        if span.target and span.target.prefix == "begrip":
                            seen.add(span.target.id)
                    resolved.append(span)
                items.append(tuple(resolved))
            blocks.append(Block(tuple(items), block.is_list))
        return tuple(blocks)

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


@remembered
def _find_uses(record: Record) -> tuple[frozenset[str], tuple[Target, ...]]:
    """Give the forms of all tokens in the texts of a record, and its links as written."""
    texts = (parse_prose(prose) for _, prose in iterate_prose(record))
    spans = [span for text in texts for block in text for item in block.items for span in item]
    forms = frozenset(form for span in spans for form in find_forms(span.text))
    return forms, tuple(dict.fromkeys(span.target for span in spans if span.target))


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
