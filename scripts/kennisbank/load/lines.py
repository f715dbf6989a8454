"""A record read line by line, as people write it: finds the line that went wrong, and says why.

YAML takes a slip for something else and complains about a line further down. A record has only four
forms of line: a key, a list item, text below a key with `|`, and a comment. The first line that is
none of these, or that stands too far in or out, is the one to mend.
"""

import re
from dataclasses import dataclass

from pydantic import BaseModel

from kennisbank.load.outline import Level, Outline
from kennisbank.load.slips import (
    FENCE,
    NO_HYPHEN,
    UNEVEN,
    Slip,
    tell_colon,
    tell_form,
    tell_half_key,
    tell_line,
    tell_value,
)
from kennisbank.load.unknown_key import find_meant
from kennisbank.model.forms import find_slot, name_form
from kennisbank.problems import Problem

_ENTRY = re.compile(
    r"(?P<dashes>(?:-(?: +|$))*)(?:(?P<key>[\w-]+) ?:(?: +(?P<value>.*))?|(?P<item>.*))"
)
_FIRST_WORD = re.compile(r"[\"'‘“]?(?P<word>[\w-]+)[\"'’”]?(?P<rest>.*)")
_OF_YAML = ("? ", "%", "---")
"""What YAML itself complains about well enough."""
_OF_THE_FORM = frozenset(
    {
        *("yaml", "geen-blok", "leeg-veld", "haken", "geen-sleutel"),
        *("onbekend-veld", "onbekende-waarde", "veld-ontbreekt", "geen-velden", "te-weinig"),
    }
)
"""Complaints of YAML and of the models that a line which is written wrongly can cause."""


@dataclass(slots=True)
class _Block:
    """Text below a key: how far in the key stands, and the first line."""

    indent: int
    name: str
    text_indent: int = 0


class _LostError(Exception):
    """A line is neither key nor item, and nothing is known about it: only YAML can go on."""


class _Reading:
    """The reading of one record."""

    def __init__(self, model: type[BaseModel]) -> None:
        self.open = Outline(model)
        self.block: _Block | None = None

    def read(self, indent: int, text: str) -> Slip | None:
        """Read one line without what is before it; give what is wrong with it."""
        block = self.block
        if block and indent > block.indent:
            block.text_indent = block.text_indent or indent
            is_even = indent >= block.text_indent
            return None if is_even else Slip(0, UNEVEN.format(name=block.name))
        if text.startswith("#"):
            return None
        self.block = None
        return self._read_entry(indent, text, block)

    def _read_entry(self, indent: int, text: str, above: _Block | None) -> Slip | None:
        """Read a key or a list item, below the block `above` if there is one."""
        entry = _ENTRY.fullmatch(text)
        assert entry
        dashes, key, value = entry["dashes"], entry["key"], entry["value"] or ""
        if key and above and value[:1] != "|" and not self.open.may_be_key(indent, key):
            key = None
        if not key and not dashes:
            return Slip(0, self._explain(indent, text, above))
        inner = indent + len(dashes)
        said = (
            self.open.open_item(indent, inner, key) if dashes else self.open.open_key(indent, key)
        )
        if said:
            return Slip(0, said)
        self.open.waiting, level = None, self.open.levels[-1]
        if key:
            level.seen.add(key)
            return self._read_value(Level(inner, (*level.where, key)), value, entry)
        if (entry["item"] or "").startswith("|"):
            self.block = _Block(indent, "een onderdeel van de lijst")
        return None

    def _read_value(self, owner: Level, value: str, entry: re.Match[str]) -> Slip | None:
        """Read what stands behind a key."""
        if value.startswith(("|", ">")):
            self.block = _Block(owner.indent, str(owner.where[-1]))
        elif not value or value.startswith("#"):
            self.open.waiting = owner
        else:
            slot = find_slot(self.open.model, owner.where)
            slip = tell_value(value, self.open.keys_of(owner.where[:-1]))
            slip = slip or tell_form(value, name_form(slot) if slot else "")
            return slip._replace(at=entry.start("value") + slip.at) if slip else None
        return None

    def _explain(self, indent: int, text: str, above: _Block | None) -> str:
        """Say what is wrong with a line that is no key and no item; LostError when YAML must."""
        if text.startswith(_OF_YAML):
            raise _LostError
        if said := self._explain_key(indent, text, above is not None):
            return said
        if above and not text.startswith(FENCE):
            far = above.text_indent or above.indent + 2
            return f'deze regel hoort bij de tekst van "{above.name}"; zet er {far} spaties voor'
        if said := tell_line(text):
            return said
        if self.open.may_be_item(indent):
            return NO_HYPHEN
        raise _LostError

    def _explain_key(self, indent: int, text: str, is_below_text: bool) -> str | None:
        """Say what is wrong with a line that starts with a word which is a key here."""
        first = _FIRST_WORD.match(text)
        word, rest = (first["word"], first["rest"].strip()) if first else ("", "")
        here = self.open.here(indent)
        is_cut = not rest or rest[0] in ":;=|："
        if any(word in self.open.keys_of(where) for where in here) and (
            is_cut or not is_below_text
        ):
            if f"{rest} ".startswith(": "):
                raise _LostError
            return tell_colon(word, rest)
        is_bare = word and not rest
        meant = (find_meant(self.open.model, (*where, word)) for where in here if is_bare)
        found = next(filter(None, meant), None)
        return tell_half_key(found) if found else None


def _find_slip(path: str, text: str, model: type[BaseModel]) -> Problem | None:
    """Give the first line of a record that is not written as a record is, or None."""
    reading = _Reading(model)
    for number, line in enumerate(text.split("\n"), start=1):
        inner = line.lstrip(" ")
        if not inner.strip():
            continue
        indent = len(line) - len(inner)
        try:
            slip = reading.read(indent, inner.rstrip())
        except _LostError:
            return None
        if slip:
            column = indent + slip.at + 1
            return Problem(
                path=path, line=number, column=column, rule=slip.rule, message=slip.message
            )
    return None


def prefer_slip(
    text: str, model: type[BaseModel], problems: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """Give, instead of complaints about one record, the line that was written wrongly before them.

    YAML complains at that line or below; a model complains at that very line.
    """
    lines = [problem.line for problem in problems if problem.rule in _OF_THE_FORM]
    slip = _find_slip(problems[0].path, text, model) if lines else None
    is_of_yaml = any(problem.rule == "yaml" for problem in problems)
    if slip is None or not (
        slip.line <= max(lines) if is_of_yaml else {slip.line, slip.line - 1} & set(lines)
    ):
        return problems
    others = (p for p in problems if p.rule not in _OF_THE_FORM and p.line < slip.line)
    return (*others, slip)
