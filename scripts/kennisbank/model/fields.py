"""Field types of the records: text in, checked value out.

YAML types nothing here: every scalar arrives as text. Faults carry an error type of ours,
which is the rule id, and a Dutch message.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from kennisbank.model.marks import Flag, Sort, StandIn

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_EDTF = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?[?~%]?$")
_WEB_ADDRESS = re.compile(r"^https?://[^\s<>\"'`{}|\\^]+$")


class Change(BaseModel):
    """One line of `wijzigingen`: a day and what changed for the reader."""

    model_config = ConfigDict(frozen=True)
    day: date
    text: Annotated[str, Sort.WORDS, StandIn("aangepast")]


def fault(rule: str, message: str) -> PydanticCustomError:
    """Make the error of a value that cannot be: our rule id and a Dutch message."""
    return PydanticCustomError(rule, "{message}", {"message": message})


def count_words(text: str) -> int:
    """Count words separated by white space."""
    return len(text.split())


def _fill(value: Any) -> Any:
    if isinstance(value, str):
        value = value.strip()
        if not value:
            raise fault("leeg-veld", "hier staat niets; vul het in of haal de regel weg")
    return value


def _one_line(value: Any) -> Any:
    value = _fill(value)
    if isinstance(value, str) and "\n" in value:
        raise fault("een-regel", "dit moet op één regel staan")
    return value


def _as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _as_lines(value: Any) -> Any:
    value = _fill(value)
    if isinstance(value, str):
        return tuple(line.strip() for line in value.splitlines() if line.strip())
    return value


def _as_number(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"[1-9]\d{0,3}", value):
            raise fault("geen-getal", f'schrijf een heel getal, niet "{value}"')
        return int(value)
    return value


def _as_yes(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("ja", "nee"):
            raise fault("onbekende-waarde", f'kies "ja" of "nee", niet "{value}"')
        return value == "ja"
    return value


def _as_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f'"{text}" is geen datum; schrijf jaar-maand-dag, zoals 2026-11-23'
        raise fault("geen-datum", message) from None


def _as_changes(value: Any) -> Any:
    lines = _as_lines(value)
    if not isinstance(lines, tuple):
        return lines
    changes = []
    for line in lines:
        day, _, text = line.partition(" ")
        if not text.strip():
            raise fault("geen-datum", f'schrijf "datum wat er veranderde", niet "{line}"')
        changes.append(Change(day=_as_day(day), text=text.strip()))
    if changes != sorted(changes, key=lambda change: change.day, reverse=True):
        raise fault("volgorde", "zet de nieuwste wijziging bovenaan")
    return tuple(changes)


def _check_edtf(value: str) -> str:
    if value != "z.d." and not _EDTF.match(value):
        message = f'"{value}" is geen datum; schrijf 2019, 2019-08, 2019-08-30, 2019? of z.d.'
        raise fault("geen-datum", message)
    return value


def _check_web_address(value: str) -> str:
    if not _WEB_ADDRESS.match(value):
        raise fault("geen-webadres", f'"{value}" is geen webadres; begin met https://')
    return value


def _within(limit: int) -> Callable[[str], str]:
    def check(value: str) -> str:
        words = count_words(value)
        if words > limit:
            raise fault("te-lang", f"dit zijn {words} woorden; het mogen er {limit} zijn")
        return value

    return check


def _written_as(**schema: Any) -> WithJsonSchema:
    """Tell editors what an author types, where that differs from the value that we keep."""
    return WithJsonSchema(schema)


AS_TUPLE = BeforeValidator(_as_tuple)
"""A YAML list becomes a tuple."""

Line = Annotated[
    str,
    BeforeValidator(_one_line),
    Field(max_length=300),
    Sort.WORDS,
    _written_as(type=["string", "number", "boolean"]),
]
"""Text on one line."""
Identifier = Annotated[
    str,
    BeforeValidator(_one_line),
    Field(pattern=ID_PATTERN),
    Sort.CODE,
    _written_as(type="string", pattern=ID_PATTERN),
]
"""A name that a file or a place can have; the types in `ids` say of what."""
Prose = Annotated[
    str, BeforeValidator(_fill), Field(max_length=20_000), Sort.PROSE, _written_as(type="string")
]
"""Running text in a block: paragraphs, *emphasis*, lists and [[links]]."""
ForEditors = Annotated[Prose, Flag.FOR_EDITORS]
"""Running text that readers do not get to see."""
Kept = Annotated[
    str, BeforeValidator(_fill), Sort.WORDS, Flag.FOR_EDITORS, _written_as(type="string")
]
"""Text that a command keeps for a person to look at: nothing in it has a meaning for readers."""
Definition = Annotated[Prose, AfterValidator(_within(40))]
ShortText = Annotated[Prose, AfterValidator(_within(80))]
Elaboration = Annotated[Prose, AfterValidator(_within(350))]
Sentences = Annotated[
    tuple[str, ...], BeforeValidator(_as_lines), Sort.PROSE, _written_as(type="string")
]
"""A block with one sentence or item a line."""
Words = Annotated[tuple[Line, ...], AS_TUPLE]
Number = Annotated[int, BeforeValidator(_as_number), _written_as(type=["integer", "string"])]
Yes = Annotated[bool, BeforeValidator(_as_yes), _written_as(enum=["ja", "nee"])]
Changes = Annotated[tuple[Change, ...], BeforeValidator(_as_changes), _written_as(type="string")]
EdtfDate = Annotated[Line, AfterValidator(_check_edtf), _written_as(type=["string", "integer"])]
"""A date in EDTF (ISO 8601-2), as exact as it is known, or `z.d.`."""
Day = Annotated[
    date,
    BeforeValidator(lambda value: _as_day(value) if isinstance(value, str) else value),
    _written_as(type="string", format="date"),
]
WebAddress = Annotated[Line, Sort.ADDRESS, AfterValidator(_check_web_address)]
WebAddresses = Annotated[tuple[WebAddress, ...], AS_TUPLE]
