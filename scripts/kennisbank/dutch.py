"""Dutch as readers see it: dates and small numbers in words."""

from datetime import date

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_LANGUAGES = {"nl": "Nederlands", "en": "Engels", "de": "Duits", "fr": "Frans", "it": "Italiaans"}
_NUMBERS = (
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)


def write_language(code: str) -> str:
    """Write a language by its ISO code; one that we do not know stays a code."""
    return _LANGUAGES.get(code, code)


def write_day(day: date) -> str:
    """Write a day: 23 november 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def write_month(number: int) -> str:
    """Write a month: 3 is maart."""
    return _MONTHS[number - 1]


def write_number(number: int) -> str:
    """Write a number up to twelve in letters, a greater one in digits."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def write_edtf(written: str) -> str:
    """Write an EDTF date: 30 augustus 2019, ca. 2022; what is no such date stays as it is."""
    about = "ca. " if written[-1:] in {"?", "~", "%"} else ""
    parts = written.rstrip("?~%").split("-")
    if not all(part.isdigit() for part in parts):
        return written
    year, *rest = (int(part) for part in parts)
    if not all(1 <= month <= len(_MONTHS) for month in rest[:1]):
        return written
    words = [_MONTHS[month - 1] for month in rest[:1]] + [str(year)]
    if len(rest) > 1:
        words.insert(0, str(rest[1]))
    return f"{about}{' '.join(words)}"
