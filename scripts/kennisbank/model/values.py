"""Values that an author types, read and checked; what cannot be has our rule id and a message."""

import re
from contextlib import suppress
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError

from kennisbank.model.guesses import (
    ends_with_stop,
    guess_date,
    guess_number,
    guess_source_date,
    guess_web_address,
    guess_yes,
    is_quoted,
    tell_meant,
)
from kennisbank.spelling import strip_quotes

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_EDTF = re.compile(r"^(\d{4}(?:-\d{2}(?:-\d{2})?)?)[?~%]?$")
_NO_SUCH_DAY = ", want die dag of maand bestaat niet; kijk haar na"
_NEXT_SENTENCE = re.compile(r"(?<=[a-zë][.!?])\s+(?=[A-ZÀ-Þ])")
_WEB_ADDRESS = re.compile(r"^https?://[^\s<>\"'`{}|\\^]+$")


def fault(
    rule: str, message: str, inside: tuple[int, ...] = (), offset: int | None = None
) -> PydanticCustomError:
    """Make the error of a value that cannot be: our rule id and a Dutch message.

    `inside` is the line of a block (from 0), `offset` counts the characters before the fault.
    """
    context = {"message": message, "inside": inside, "offset": offset}
    return PydanticCustomError(rule, "{message}", context)


def as_number(value: Any) -> Any:
    """Give the number that a text writes in digits."""
    if isinstance(value, str):
        if not re.fullmatch(r"[1-9]\d{0,3}", value):
            meant = tell_meant(guess_number(value))
            raise fault("geen-getal", f'schrijf een heel getal, niet "{value}"{meant}')
        return int(value)
    return value


def as_yes(value: Any) -> Any:
    """Give whether a text says ja; anything but ja and nee is refused."""
    if isinstance(value, str):
        if value not in ("ja", "nee"):
            meant = tell_meant(guess_yes(value))
            raise fault("onbekende-waarde", f'kies "ja" of "nee", niet "{value}"{meant}')
        return value == "ja"
    return value


def as_day(text: str, inside: tuple[int, ...] = ()) -> date:
    """Give the day that a text writes as year-month-day; `inside` is the line of its block."""
    if _DAY.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    form = "; schrijf jaar-maand-dag, zoals 2026-11-23"
    hint = _NO_SUCH_DAY if _DAY.fullmatch(text) else tell_meant(guess_date(text)) or form
    raise fault("geen-datum", f'"{text}" is geen datum{hint}', inside)


def check_edtf(value: str) -> str:
    """Refuse a text that is no date in EDTF and not `z.d.`."""
    match = _EDTF.match(value)
    whole = "-".join((*match[1].split("-"), "01", "01")[:3]) if match else ""
    if value == "z.d.":
        return value
    try:
        date.fromisoformat(whole)
    except ValueError:
        forms = "; schrijf 2019, 2019-08, 2019-08-30, 2019? of z.d."
        hint = _NO_SUCH_DAY if match else tell_meant(guess_source_date(value)) or forms
        raise fault("geen-datum", f'"{value}" is geen datum{hint}') from None
    return value


def check_web_address(value: str) -> str:
    """Refuse a text that is no web address."""
    if not _WEB_ADDRESS.match(value):
        hint = tell_meant(guess_web_address(value)) or "; begin met https://"
        raise fault("geen-webadres", f'"{value}" is geen webadres{hint}')
    return value


def check_no_stop(value: str) -> str:
    """Refuse a text of more than one sentence, or that ends with a full stop."""
    if match := _NEXT_SENTENCE.search(value):
        message = "een definitie is één zin; schrijf de rest bij uitleg of toelichting"
        raise fault("punt", message, offset=match.start())
    if ends_with_stop(value):
        message = f'een definitie eindigt zonder "{value[-1]}"; haal die weg'
        raise fault("punt", message, offset=len(value) - 1)
    return value


def check_unquoted(value: str) -> str:
    """Refuse a name that stands between quotation marks."""
    if is_quoted(value):
        meant = tell_meant(strip_quotes(value))
        raise fault("aanhalingstekens", f"een naam staat niet tussen aanhalingstekens{meant}")
    return value
