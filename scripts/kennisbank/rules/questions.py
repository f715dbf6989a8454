"""A question ends with a question mark, and stands on one line.

Uitleg: Elke regel onder "vragen" is een eigen vraag, ook al is hij lang. Breek je een vraag af,
dan zien lezers er twee. Een opdracht ("Noem drie ...") is geen vraag: maak er een vraag van, of zet
haar bij een werkvorm.
Fout:
    vragen: |
      Waaraan merkte de ander
      dat jij meer macht had?
Goed:
    vragen: |
      Waaraan merkte de ander dat jij meer macht had?
"""

import re
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from kennisbank.model.base import Record
from kennisbank.model.marks import IS_QUESTION
from kennisbank.model.records import Records
from kennisbank.problems import Fault, Level, Where
from kennisbank.vocabulary import DOTS

RULES = ("geen-vraag",)
CLOSING = r"[*)\]’”\"'»]+\Z"
LIST_SIGN = r"\A(?:[-*+•–]|\d+[.)]) "
ENDS = (".", "!", ":", ";", "…")
SAID = {
    "vraag-in-lijst": "elke regel is hier al een eigen vraag; haal het teken vooraan weg",
    "vraag-is-zin": 'een vraag eindigt op "?"; maak er een vraag van',
    "vraag-gaat-verder": "deze vraag gaat op de volgende regel verder, en wordt zo twee vragen; "
    "zet hem op één regel",
    "vraag-zonder-teken": 'een vraag eindigt op "?"; zet het erachter',
}


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each question without a mark; it stops the build when it is half a one."""
    for record in records.all():
        for where, text, has_next in _iterate_questions(record):
            if found := _judge(text, has_next, is_line=len(where) > 1):
                level, offset, message = found
                yield record.fault("geen-vraag", where, message, level=level, text_offset=offset)


def _judge(text: str, has_next: bool, is_line: bool) -> tuple[Level, int, str] | None:
    """Give level, place in the text and message for what is wrong with a question."""
    end = re.sub(CLOSING, "", text)
    if is_line and re.match(LIST_SIGN, text):
        return "fout", 0, SAID["vraag-in-lijst"]
    if text in DOTS or end.endswith("?"):
        return None
    if end.endswith(ENDS):
        return "let op", len(text), SAID["vraag-is-zin"]
    if has_next:
        return "fout", len(text), SAID["vraag-gaat-verder"]
    return "fout", len(text), SAID["vraag-zonder-teken"]


def _iterate_questions(record: Record) -> Iterator[tuple[Where, str, bool]]:
    """Give every question with its place, and whether a line comes after it."""
    for name, alias in _plan(type(record)):
        value = getattr(record, name)
        if isinstance(value, str):
            yield (alias,), value, False
        for number, line in enumerate(value if isinstance(value, tuple) else ()):
            yield (alias, number), line, number + 1 < len(value)


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """List the fields that ask something: name and Dutch key."""
    return tuple(
        (name, info.alias or name)
        for name, info in model.model_fields.items()
        if IS_QUESTION in info.metadata or _asks(info.annotation)
    )


def _asks(annotation: object) -> bool:
    """Tell whether this is such a type that may be left out."""
    inner = getattr(annotation, "__args__", ())
    return any(IS_QUESTION in getattr(each, "__metadata__", ()) for each in inner)
