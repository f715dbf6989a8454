"""How a field should have been written, when an author gave it another form."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from kennisbank.model.forms import (
    FormName,
    Slot,
    find_items,
    find_slot,
    list_keys,
    name_form,
    name_items,
)
from kennisbank.problems import Where

_RULES: dict[FormName, str] = {
    "regel": "geen-tekst",
    "tekst": "geen-tekst",
    "regels": "geen-tekst",
    "lijst": "geen-lijst",
    "één of lijst": "geen-lijst",
    "velden": "geen-velden",
}
_BELOW = "eronder, met twee spaties meer ervoor"


def explain_shape(model: type[BaseModel], where: Where, given: Any) -> tuple[str, str]:
    """Give rule id and message for a value that is a list, fields or text where it cannot be."""
    slot = find_slot(model, where) or Slot(str)
    name = next((str(step) for step in reversed(where) if isinstance(step, str)), "record")
    form = name_form(slot)
    if isinstance(given, list) and isinstance(where[-1], int) and form == "regel":
        return _RULES[form], f'in "{name}" staat een lijst in een lijst; haal één streepje weg'
    return _RULES[form], f'"{name}" {_ADVICE[form](slot, given)}'


def _tell_line(slot: Slot, given: Any) -> str:
    if isinstance(given, Mapping):
        return (
            "is één waarde, maar YAML leest hier een veld omdat er een dubbele punt in staat; "
            "zet aanhalingstekens om de hele waarde"
        )
    if len(given) > 1:
        return "is één waarde en geen lijst; kies er één en zet die achter de dubbele punt"
    return "is één waarde en geen lijst; zet haar achter de dubbele punt, zonder streepje"


def _tell_text(slot: Slot, given: Any) -> str:
    block = f"zet | achter de dubbele punt en de tekst {_BELOW}"
    if isinstance(given, Mapping):
        return (
            f"is tekst, maar YAML leest hier een veld omdat er een dubbele punt in staat; {block}"
        )
    return f"is tekst en geen lijst; {block}"


def _tell_lines(slot: Slot, given: Any) -> str:
    block = f"zet | achter de dubbele punt en elk onderdeel op een eigen regel {_BELOW}"
    return f"is een blok met regels; {block}, zonder streepje"


def _tell_list(slot: Slot, given: Any) -> str:
    if name_items(slot) == "velden" and isinstance(given, str):
        first, *rest = list_keys(find_items(slot))
        return (
            f'is een lijst met velden; schrijf voor elk onderdeel "- {first}:" en daaronder, met '
            f"twee spaties ervoor, wat er nodig is van: {', '.join(rest)}"
        )
    if name_items(slot) == "velden":
        return (
            'is een lijst; zet "- " voor de eerste regel van elk onderdeel, '
            "en twee spaties voor de andere regels"
        )
    return 'is een lijst; zet elk onderdeel op een eigen regel eronder, met "- " ervoor'


def _tell_fields(slot: Slot, given: Any) -> str:
    keys, end = list_keys(slot), ", zonder streepje" if isinstance(given, list) else ""
    if isinstance(slot.base, type):
        return (
            f"bestaat uit velden; schrijf eronder, elk op een eigen regel{end}: {', '.join(keys)}"
        )
    if keys:
        return (
            f"bestaat uit velden; schrijf eronder één van {', '.join(keys)}, "
            f"daaronder een id met : | en daaronder de tekst{end}"
        )
    if name_items(slot) == "tekst":
        return f"bestaat uit velden; schrijf eronder een id met : | en daaronder de tekst{end}"
    return f'bestaat uit velden; schrijf eronder regels "naam: waarde"{end}'


_ADVICE = {
    "regel": _tell_line,
    "tekst": _tell_text,
    "regels": _tell_lines,
    "lijst": _tell_list,
    "één of lijst": _tell_list,
    "velden": _tell_fields,
}
