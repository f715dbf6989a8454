"""What YAML does to one value in silence: cuts it off, joins its lines, takes it for nothing."""

from collections.abc import Callable, Iterator
from typing import Any

from kennisbank.spelling import ODD_SPACE

_NOTHING = ("", "~", "null", "Null", "NULL")
_BLOCK_STYLES = ("|", ">")


def find_faults(
    event: Any, text: str, is_needed: Callable[[], bool]
) -> Iterator[tuple[Any, str, str]]:
    """Give mark, rule id and message of each fault of a value; `text` is that of the file.

    `is_needed` tells whether the value may not be left out.
    """
    style, value, start = event.style, event.value, event.start_mark
    if style == ">":
        message = 'gebruik "|" in plaats van ">"; anders verdwijnen regeleinden'
        yield start, "gevouwen-blok", message
    elif style != "|" and start.line != event.end_mark.line and value:
        message = (
            "tekst van meer regels; zet | achter de dubbele punt en de tekst eronder, ingesprongen"
        )
        yield start, "geen-blok", message
    elif style != "|" and _is_cut_off(event, text):
        message = (
            'de tekst wordt bij " #" afgekapt; zet hem in een blok met |, '
            "of de opmerking op een eigen regel"
        )
        yield event.end_mark, "afgekapt", message
    if not style and value in _NOTHING:
        found = f'"{value}" is voor YAML niets' if value else "hier staat niets"
        advice = "vul het in" if is_needed() else "vul het in of haal de regel weg"
        yield start, "leeg-veld", f"{found}; {advice}"
    if style not in _BLOCK_STYLES and ODD_SPACE.search(value):
        yield start, "teken", "hierin staat een harde spatie; typ de hele waarde opnieuw"


def _is_cut_off(event: Any, text: str) -> bool:
    """Tell whether a comment follows on the same line."""
    end = text.find("\n", event.end_mark.index)
    rest = text[event.end_mark.index : end if end >= 0 else None]
    return rest.lstrip().startswith("#")
