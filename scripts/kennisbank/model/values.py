"""Values that an author types, read and checked; what cannot be has our rule id and a message."""

from datetime import date
from typing import Any

from kennisbank.model.guesses import (
    ENDS_WITH_STOP,
    QUOTED,
    guess_date,
    guess_number,
    guess_source_date,
    guess_web_address,
    guess_yes,
    tell_meant,
)
from kennisbank.model.limits import Limit, fault
from kennisbank.spelling import strip_quotes

NO_SUCH_DAY = Limit(
    rule="geen-datum",
    said='"{text}" is geen datum, want die dag of maand bestaat niet; kijk haar na',
    is_day=True,
)
WRITTEN_DAY = Limit(
    rule="geen-datum",
    said='"{text}" is geen datum',
    wants=r"\d{4}-\d{2}-\d{2}",
    guess=guess_date,
    otherwise="; schrijf jaar-maand-dag, zoals 2026-11-23",
)
WRITTEN_EDTF = Limit(
    rule="geen-datum",
    said='"{text}" is geen datum',
    wants=r"\d{4}(?:-\d{2}(?:-\d{2})?)?[?~%]?|z\.d\.",
    guess=guess_source_date,
    otherwise="; schrijf 2019, 2019-08, 2019-08-30, 2019? of z.d.",
)
WRITTEN_NUMBER = Limit(
    rule="geen-getal",
    said='schrijf een heel getal, niet "{text}"',
    wants=r"[1-9]\d{0,3}",
    guess=guess_number,
)
WRITTEN_ADDRESS = Limit(
    rule="geen-webadres",
    said='"{text}" is geen webadres',
    wants=r"https?://[^\s<>\"'`{}|\\^]+",
    guess=guess_web_address,
    otherwise="; begin met https://",
)
ONE_SENTENCE = Limit(
    rule="punt",
    said="een definitie is één zin; schrijf de rest bij uitleg of toelichting",
    refuses=r"(?<=[a-zë][.!?])(?P<gap>\s+)(?=[A-ZÀ-Þ])",
)
NO_STOP = Limit(
    rule="punt",
    said='een definitie eindigt zonder "{sign}"; haal die weg',
    refuses=ENDS_WITH_STOP,
)
UNQUOTED = Limit(
    rule="aanhalingstekens",
    said="een naam staat niet tussen aanhalingstekens",
    refuses=QUOTED,
    guess=strip_quotes,
)


def as_number(value: Any) -> Any:
    """Give the number that a text writes in digits."""
    return int(WRITTEN_NUMBER.hold(value)) if isinstance(value, str) else value


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
    return date.fromisoformat(NO_SUCH_DAY.hold(WRITTEN_DAY.hold(text, inside), inside))
