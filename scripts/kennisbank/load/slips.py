"""What people type instead of a key, a list item or a value, and what to tell them.

Each entry has what a line or a value looks like, and the sentence for it.
"""

import re
from typing import NamedTuple


class Slip(NamedTuple):
    """How many characters into a line something goes wrong, what to say, and the rule."""

    at: int
    message: str
    rule: str = "yaml"


NO_HYPHEN = 'dit is een onderdeel van een lijst; zet er "- " voor'
UNEVEN = (
    'de regels van de tekst bij "{name}" springen ongelijk in; zet er overal evenveel spaties voor'
)
FENCE = "```"

_LINES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(start), said)
    for start, said in (
        (FENCE, "haal de regels met ``` weg; die horen niet in een record"),
        (r"\.\.\.$", "haal deze regel weg; drie punten zijn voor YAML het einde van het record"),
        (r"-(?=[^\s-])", "achter het streepje van een lijst hoort een spatie"),
        (
            r"(?:[•●▪◦·‣–—*+]|\d{1,2}[.)])(?=\s|\w)",  # of other programs
            'een lijst begint met een gewoon streepje en een spatie; zet hier "- "',
        ),
        (r">(?=\s)", 'een regel in een record begint niet met ">"; haal dat weg'),
        (r":(?=\s)", "voor de dubbele punt ontbreekt de sleutel; vul die in of haal de regel weg"),
        (r"[@`]", "een regel in een record kan niet met dit teken beginnen; haal het weg"),
    )
)
_AFTER_QUOTE = re.compile(r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*(?=[^\s#:])")
_INNER_KEY = re.compile(r"\s(?P<key>[\w-]+):(?=\s|$)")


def tell_line(text: str) -> str | None:
    """Say what is wrong with a line that starts as none in a record does."""
    return next((said for start, said in _LINES if start.match(text)), None)


def tell_value(value: str, known: tuple[str, ...]) -> Slip | None:
    """Say where a value on one line goes wrong, and how; `known` are keys that may stand here."""
    if match := _AFTER_QUOTE.match(value):
        said = "na het aanhalingsteken staat nog tekst; zet de hele tekst in een blok met |"
        return Slip(match.end(), said)
    for match in _INNER_KEY.finditer(value):
        if match["key"] in known and value[:1] not in "\"'":
            return Slip(match.start("key"), f'"{match["key"]}" hoort op een eigen regel')
    return None


def tell_form(value: str, form: str) -> Slip | None:
    """Say how to write what stands as a list or as fields on the line of its key."""
    items = 'zet elk onderdeel op een eigen regel eronder, met "- " ervoor'
    if value.startswith("[") and not value.startswith(("[[", "[]")) and "lijst" in form:
        return Slip(0, f"een lijst staat niet tussen vierkante haken; {items}", "haken")
    if value.startswith("{") and form == "velden":
        said = "zet elk veld op een eigen regel eronder, met twee spaties meer ervoor"
        return Slip(0, f"velden staan niet tussen accolades; {said}", "haken")
    if value.startswith("- ") and "lijst" in form:
        return Slip(0, f"een lijst begint onder de sleutel; {items}")
    if value.startswith("- ") and form == "regel":
        return Slip(0, "dit is één waarde en geen lijst; haal het streepje weg")
    return None


def tell_indent(what: str, found: int, wanted: int) -> str:
    """Say that something stands too far in or out."""
    if not wanted:
        return f"{what} hoort helemaal vooraan op de regel; haal de spaties ervoor weg"
    return f"voor {what} horen {wanted} spaties te staan, hier staan er {found}"


def tell_colon(word: str, rest: str) -> str:
    """Say what stands behind a key instead of a colon and a space."""
    if rest[:1] == ":":
        return f'achter "{word}:" hoort een spatie'
    if rest[:1] in (";", "=", "："):
        return f'achter "{word}" hoort een dubbele punt, geen "{rest[0]}"'
    return f'achter "{word}" hoort een dubbele punt'


def tell_half_key(meant: str) -> str:
    """Say that a line is a key that is not finished."""
    return f'dit lijkt het begin van "{meant}:"; maak de regel af of haal hem weg'


def tell_extra_hyphen(inner: int) -> str:
    """Say that a hyphen begins an item where the one above goes on."""
    spaces = f"zet er {inner} spaties voor"
    return f"dit hoort nog bij het onderdeel erboven; haal het streepje weg en {spaces}"
