"""Every message of the checker, explained with a wrong and a right example.

The rules between records carry their explanation in their docstring; those of files, fields and
addresses stand in `meldingen.txt`, in the same form:

    # rule-id
    Uitleg: what is asked, and why
    Fout:
        a wrong example
    Goed:
        a right example
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from inspect import getdoc
from textwrap import dedent

from kennisbank.rules import RULES

_PART = re.compile(r"(?ms)^(Uitleg|Fout|Goed):[ \n](.*?)(?=^(?:Fout|Goed):|\n\n|\Z)")
_ENTRY = re.compile(r"(?m)^# (\S+)\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message: the ids that share it, what it asks in Dutch, and two examples."""

    ids: tuple[str, ...]
    text: str
    wrong: str
    right: str


def explain_messages() -> tuple[Message, ...]:
    """Give every message, in alphabetical order of its first id."""
    return tuple(sorted((*_explain_rules(), *_explain_rest()), key=lambda message: message.ids))


def _explain_rules() -> Iterator[Message]:
    for rule in RULES:
        yield _read(rule.RULES, getdoc(rule) or "")


def _explain_rest() -> Iterator[Message]:
    text = (files(__package__) / "meldingen.txt").read_text(encoding="utf-8")
    _, *parts = _ENTRY.split(text)
    for name, body in zip(parts[::2], parts[1::2], strict=True):
        yield _read((name,), body)


def _read(ids: tuple[str, ...], text: str) -> Message:
    parts = dict(_PART.findall(text))
    return Message(
        ids=ids,
        text=" ".join(parts["Uitleg"].split()),
        wrong=dedent(parts.get("Fout", "")).strip("\n"),
        right=dedent(parts.get("Goed", "")).strip("\n"),
    )
