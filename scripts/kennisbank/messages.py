"""What the models refuse, told in Dutch by the error code of pydantic."""

from collections.abc import Callable, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kennisbank.problems import Fault, suggest


def explain_errors(path: str, model: type[BaseModel], error: ValidationError) -> list[Fault]:
    """Give a fault for each error of a record."""
    faults = []
    details = error.errors(include_url=False, include_context=True)
    for detail in details:
        if detail["type"] == "too_short" and _has_fault_inside(detail, details):
            continue
        explain = _EXPLAIN.get(detail["type"], _explain_own)
        rule, message = explain(detail, model)
        at_key = detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]
        faults.append(
            Fault(path=path, where=detail["loc"], rule=rule, message=message, at_key=at_key)
        )
    return faults


def _has_fault_inside(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Tell whether items were refused: then there are too few only because of that."""
    length = len(detail["loc"])
    return any(
        len(other["loc"]) > length and other["loc"][:length] == detail["loc"] for other in details
    )


def _name(detail: ErrorDetails) -> str:
    return next((str(step) for step in reversed(detail["loc"]) if isinstance(step, str)), "record")


def _explain_own(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """Our own error types are rule ids, and carry their message."""
    message = detail.get("ctx", {}).get("message", "deze waarde past niet")
    if "[key]" in detail["loc"]:
        return detail["type"], message
    return detail["type"], f'"{_name(detail)}": {message}'


def _explain_missing(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    return "veld-ontbreekt", f'verplicht veld "{_name(detail)}" ontbreekt; voeg het toe'


def _explain_unknown(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    name = _name(detail)
    known = _keys(model, detail["loc"][:-1])
    hint = suggest(name, known) or f"; kies uit: {', '.join(known)}"
    return "onbekend-veld", f'onbekend veld "{name}"{hint}'


def _keys(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """List the Dutch keys of the mapping at `loc`."""
    for step in loc:
        if isinstance(step, str):
            field = next((f for f in model.model_fields.values() if f.alias == step), None)
            inner = _find_model(field.annotation) if field else None
            model = inner or model
    return [f.alias for f in model.model_fields.values() if f.alias and not f.alias.startswith("@")]


def _find_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _find_model(arg))), None)


def _explain_text(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    if isinstance(detail["input"], Mapping):
        found = "YAML leest hier een veld, want er staat een dubbele punt in de tekst"
    else:
        found = "hier staat een lijst"
    return (
        "geen-tekst",
        f'"{_name(detail)}" moet tekst zijn, maar {found}; zet de tekst in een blok met |',
    )


def _explain_list(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    return "geen-lijst", f'"{_name(detail)}" moet een lijst zijn; begin elke regel eronder met "- "'


def _explain_mapping(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    return "geen-velden", f'onder "{_name(detail)}" horen regels "sleutel: waarde"'


def _explain_choice(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    expected = str(detail.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
    given = " ".join(str(detail["input"]).split())
    hint = suggest(given, expected.split(", ")) or f"; kies uit: {expected}"
    if "[key]" in detail["loc"]:
        return "onbekende-waarde", f'onbekende soort relatie "{given}"{hint}'
    return "onbekende-waarde", f'"{_name(detail)}" kan niet "{given}" zijn{hint}'


def _explain_pattern(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    message = (
        f'"{detail["input"]}" is geen id; een id heeft '
        "kleine letters zonder accent, cijfers en streepjes"
    )
    return "geen-id", message


def _explain_too_short(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    least = detail.get("ctx", {}).get("min_length", 1)
    return "te-weinig", f'"{_name(detail)}" heeft er minstens {least} nodig; vul aan'


def _explain_too_long(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    most = detail.get("ctx", {}).get("max_length", 0)
    return "te-lang", f'"{_name(detail)}" is te lang; kort in tot {most} tekens'


_EXPLAIN: dict[str, Callable[[ErrorDetails, type[BaseModel]], tuple[str, str]]] = {
    "missing": _explain_missing,
    "extra_forbidden": _explain_unknown,
    "string_type": _explain_text,
    "tuple_type": _explain_list,
    "mapping_type": _explain_mapping,
    "dict_type": _explain_mapping,
    "model_type": _explain_mapping,
    "model_attributes_type": _explain_mapping,
    "literal_error": _explain_choice,
    "string_pattern_mismatch": _explain_pattern,
    "too_short": _explain_too_short,
    "string_too_long": _explain_too_long,
    "too_long": _explain_too_long,
    "int_type": _explain_text,
    "bool_type": _explain_text,
    "date_type": _explain_text,
}
SHAPE_RULES = (
    "veld-ontbreekt",
    "onbekend-veld",
    "geen-tekst",
    "geen-lijst",
    "geen-velden",
    "onbekende-waarde",
    "geen-id",
    "te-weinig",
    "te-lang",
    "leeg-veld",
    "een-regel",
    "geen-getal",
    "geen-datum",
    "geen-webadres",
    "geen-mailadres",
    "volgorde",
    "geen-adres",
    "geen-herkomst",
    "geen-taalcode",
    "geen-afdruk",
)
"""Ids of the faults that the models find."""
