"""Limits of a text, each declared once: a model holds them, and the forms of /bewerken/ show them.

The words of a message stand in the limit, so that whoever types a text in a form reads what the
check says of it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError, core_schema

from kennisbank.model.guesses import tell_meant

if TYPE_CHECKING:  # these take long to import, and only who makes a schema needs them
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

LIMITS_KEY = "x-limits"
"""Where the JSON Schema of a field has its limits, for forms."""


def fault(
    rule: str, message: str, inside: tuple[int, ...] = (), offset: int | None = None
) -> PydanticCustomError:
    """Make the error of a value that cannot be: our rule id and a Dutch message.

    `inside` is the line of a block (from 0), `offset` counts the characters before the fault.
    """
    context = {"message": message, "inside": inside, "offset": offset}
    return PydanticCustomError(rule, "{message}", context)


def count_words(text: str) -> int:
    """Count words separated by white space."""
    return len(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What a text must be: `wants` matches all of it, `refuses` nothing in it, `words` counts them.

    With `is_day` its digits are a day that exists. `said` is the message, in which `{text}`,
    `{words}` and the named groups of `refuses` are filled in. `guess` gives what was meant, and
    `otherwise` ends the message when it gives nothing.
    """

    rule: str
    said: str
    wants: str = ""
    refuses: str = ""
    words: int = 0
    is_day: bool = False
    guess: Callable[[str], str] | None = None
    otherwise: str = ""

    def hold(self, text: str, inside: tuple[int, ...] = ()) -> str:
        """Give the text back. Raises our error when it is over the limit."""
        found = re.search(self.refuses, text) if self.refuses else None
        is_good = not (
            found
            or (self.wants and not re.fullmatch(self.wants, text))
            or (self.words and count_words(text) > self.words)
            or (self.is_day and not _is_day(text))
        )
        if is_good:
            return text
        filled = self.said.format(
            text=text, words=count_words(text), **(found.groupdict() if found else {})
        )
        hint = tell_meant(self.guess(text)) if self.guess else ""
        offset = found.start(found.lastgroup) if found and found.lastgroup else None
        raise fault(self.rule, f"{filled}{hint or self.otherwise}", inside, offset)

    def describe(self) -> dict[str, Any]:
        """Give it as forms read it; patterns are those of Python."""
        plain = {name: getattr(self, name) for name in self.__slots__ if name != "guess"}
        guess = {"guess": self.guess.__name__} if self.guess else {}
        return {name: value for name, value in plain.items() if value} | guess

    def __get_pydantic_core_schema__(
        self, source: Any, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        return core_schema.no_info_after_validator_function(self.hold, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> "JsonSchemaValue":
        found = handler(schema)
        return {**found, LIMITS_KEY: [*found.get(LIMITS_KEY, ()), self.describe()]}


def _is_day(text: str) -> bool:
    """Tell whether the year, month and day that a text has exist together."""
    parts = re.findall(r"\d+", text)
    try:
        date.fromisoformat("-".join((*parts, "01", "01")[:3]))
    except ValueError:
        return not parts
    return True
