"""Field types of the records: text in, checked value out.

YAML types nothing here: every scalar arrives as text. Faults carry an error type of ours,
which is the rule id, and a Dutch message.
"""

from datetime import date
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
)

from kennisbank.model.guesses import guess_date
from kennisbank.model.limits import LIMITS_KEY, Limit, fault
from kennisbank.model.marks import HOLDS_LINKS, IS_QUESTION, Flag, Sort, StandIn
from kennisbank.model.values import (
    NO_STOP,
    NO_SUCH_DAY,
    ONE_SENTENCE,
    UNQUOTED,
    WRITTEN_ADDRESS,
    WRITTEN_DAY,
    WRITTEN_EDTF,
    WRITTEN_NUMBER,
    as_day,
    as_number,
    as_yes,
)
from kennisbank.record_id import ID_PATTERN


class Change(BaseModel):
    """One line of `wijzigingen`: a day and what changed for the reader."""

    model_config = ConfigDict(frozen=True)
    day: date
    text: Annotated[str, Sort.WORDS, StandIn("aangepast")]


EMPTY = "hier staat niets; vul het in of haal de regel weg"
CHANGES = {
    "begin": "elke regel begint met een datum; hoort dit bij de regel erboven, zet het daarachter",
    "words": 'schrijf "datum wat er veranderde", niet "{text}"',
    "order": "zet de nieuwste wijziging bovenaan",
}
"""What is said of the lines of `wijzigingen`."""


def _fill(value: Any) -> Any:
    if isinstance(value, str):
        value = value.strip()
        if not value:
            raise fault("leeg-veld", EMPTY)
    return value


def _one_line(value: Any) -> Any:
    value = _fill(value)
    if isinstance(value, str) and "\n" in value:
        raise fault("een-regel", "dit hoort op één regel; haal de regeleinden weg")
    return value


def _as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _as_lines(value: Any) -> Any:
    value = _fill(value)
    if isinstance(value, str):
        return tuple(line.strip() for line in value.splitlines() if line.strip())
    return value


def _as_changes(value: Any) -> Any:
    lines = _as_lines(value)
    if not isinstance(lines, tuple):
        return lines
    changes: list[Change] = []
    for number, line in enumerate(lines):
        change = _as_change(line, number)
        if changes and change.day > changes[-1].day:
            raise fault("volgorde", CHANGES["order"], (number,))
        changes.append(change)
    return tuple(changes)


def _as_change(line: str, number: int) -> Change:
    """Read one line of `wijzigingen`; `number` counts the lines."""
    words = line.split()
    if not line[0].isdigit():
        raise fault("geen-datum", CHANGES["begin"], (number,))
    count = next((n for n in (1, 2, 3) if guess_date(" ".join(words[:n]))), 1)
    written = " ".join(words[:count]).removesuffix(":")
    day, text = as_day(written, (number,)), " ".join(words[count:])
    if not text:
        raise fault("geen-datum", CHANGES["words"].format(text=line), (number,))
    return Change(day=day, text=text)


def _within(limit: int) -> Limit:
    said = f"dit zijn {{words}} woorden; kort in tot {limit}"
    return Limit(rule="te-lang", said=said, words=limit)


def _written_as(**schema: Any) -> WithJsonSchema:
    """Tell editors what an author types, where that differs from the value that we keep."""
    return WithJsonSchema(schema)


_LINES = {"type": "string", "x-lines": True}
"""A block of which each line counts."""
AS_TUPLE = BeforeValidator(_as_tuple)
"""A YAML list becomes a tuple."""

LONGEST_LINE = 300
"""Characters: what is longer is a text of its own."""
Line = Annotated[
    str,
    BeforeValidator(_one_line),
    Field(max_length=LONGEST_LINE),
    Sort.WORDS,
    _written_as(type=["string", "number", "boolean"], maxLength=LONGEST_LINE),
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
_LONGEST_TEXT = 20_000
Prose = Annotated[
    str,
    BeforeValidator(_fill),
    Field(max_length=_LONGEST_TEXT),
    Sort.PROSE,
    _written_as(type="string", maxLength=_LONGEST_TEXT),
    HOLDS_LINKS,
]
"""Running text in a block: paragraphs, *emphasis*, lists and [[links]]."""
ForEditors = Annotated[Prose, Flag.FOR_EDITORS]
"""Running text that readers do not get to see."""
Kept = Annotated[
    str, BeforeValidator(_fill), Sort.WORDS, Flag.FOR_EDITORS, _written_as(type="string")
]
"""Text that a command keeps for a person to look at: nothing in it has a meaning for readers."""
Term = Annotated[Line, UNQUOTED]
"""What something or somebody is called."""
Definition = Annotated[Prose, ONE_SENTENCE, NO_STOP, _within(40)]
ShortText = Annotated[Prose, _within(80)]
Elaboration = Annotated[Prose, _within(350)]
Sentences = Annotated[
    tuple[str, ...], BeforeValidator(_as_lines), Sort.PROSE, _written_as(**_LINES), HOLDS_LINKS
]
"""A block with one sentence or item a line."""
Question = Annotated[Prose, IS_QUESTION]
Questions = Annotated[Sentences, IS_QUESTION]
"""A block with one question a line."""
Sayings = Annotated[tuple[str, ...], BeforeValidator(_as_lines), Sort.WORDS, _written_as(**_LINES)]
"""A block of what people say, one or more a line."""
Words = Annotated[tuple[Line, ...], AS_TUPLE]
Terms = Annotated[tuple[Term, ...], AS_TUPLE]
Number = Annotated[
    int,
    BeforeValidator(as_number),
    _written_as(type=["integer", "string"], **{LIMITS_KEY: [WRITTEN_NUMBER.describe()]}),
]
Yes = Annotated[bool, BeforeValidator(as_yes), _written_as(enum=["ja", "nee"])]
_DAY_LIMITS = [WRITTEN_DAY.describe(), NO_SUCH_DAY.describe()]
_CHANGES = {**_LINES, "x-changes": CHANGES, LIMITS_KEY: _DAY_LIMITS}
Changes = Annotated[tuple[Change, ...], BeforeValidator(_as_changes), _written_as(**_CHANGES)]
EdtfDate = Annotated[
    Line, _written_as(type=["string", "integer"], maxLength=LONGEST_LINE), WRITTEN_EDTF, NO_SUCH_DAY
]
"""A date in EDTF (ISO 8601-2), as exact as it is known, or `z.d.`."""
Day = Annotated[
    date,
    BeforeValidator(lambda value: as_day(value) if isinstance(value, str) else value),
    _written_as(type="string", format="date", **{LIMITS_KEY: _DAY_LIMITS}),
]
WebAddress = Annotated[Line, Sort.ADDRESS, WRITTEN_ADDRESS]
WebAddresses = Annotated[tuple[WebAddress, ...], AS_TUPLE]
