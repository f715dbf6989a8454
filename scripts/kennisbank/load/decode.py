"""Bytes of a record file to text, or the problems that make them unreadable."""

import re
from collections.abc import Iterator

from kennisbank.problems import Problem

MAX_BYTES = 1_000_000
_BAD_CHARACTER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\u2060\ufeff\ufffe\uffff]|\t"
)
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def decode(path: str, content: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Give the text with `\\n` line ends and without BOM, and what is wrong with it."""
    if len(content) > MAX_BYTES:
        message = "bestand is groter dan 1 MB; verdeel de inhoud over meer records"
        return "", (_problem(path, "te-groot", message),)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", (_problem(path, "codering", _encoding_message("UTF-16")),)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        message = _encoding_message("een oude Windows-codering")
        found = Problem(path=path, line=line, column=column, rule="codering", message=message)
        return "", (found,)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return "", (_problem(path, "leeg-bestand", "bestand is leeg; vul het of haal het weg"),)
    return text, tuple(_find_bad_characters(path, text))


def _encoding_message(found: str) -> str:
    return f"bestand is opgeslagen als {found}; kies in je editor opslaan als UTF-8"


def _problem(path: str, rule: str, message: str) -> Problem:
    return Problem(path=path, line=1, column=1, rule=rule, message=message)


def _find_bad_characters(path: str, text: str) -> Iterator[Problem]:
    """Give the first forbidden character of each line."""
    if not (_BAD_CHARACTER.search(text) or _DIRECTION.search(text)):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        match = _BAD_CHARACTER.search(line) or _DIRECTION.search(line)
        if not match:
            continue
        if match[0] == "\t":
            rule, message = "tab", "hier staat een tab; gebruik spaties"
        else:
            code = f"U+{ord(match[0]):04X}"
            rule, message = "teken", f"hier staat een onzichtbaar teken ({code}); haal het weg"
        yield Problem(path=path, line=number, column=match.start() + 1, rule=rule, message=message)
