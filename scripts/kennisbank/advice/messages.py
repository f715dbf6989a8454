"""What the models refuse, told in Dutch by the error code of pydantic."""

from collections.abc import Callable

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kennisbank.advice.shape import explain_shape
from kennisbank.load.unknown_key import explain_key, find_meant
from kennisbank.model.fields import EMPTY
from kennisbank.model.forms import is_required
from kennisbank.problems import Fault, suggest
from kennisbank.spelling import make_id

SAID = {
    "onder": '"{name}": {message}',
    "veld-ontbreekt": 'verplicht veld "{name}" ontbreekt; voeg het toe',
    "leeg-veld": EMPTY,
    "leeg-verplicht": "hier staat niets; vul het in",
    "geen-id": '"{text}" is geen id; een id heeft kleine letters zonder accent, '
    "cijfers en streepjes",
    "te-weinig": '"{name}" heeft er minstens {least} nodig; vul aan',
    "te-lang": '"{name}" is te lang; kort in tot {most} tekens',
}
"""What is said, for the forms of /bewerken/ too."""


def explain_errors(path: str, model: type[BaseModel], error: ValidationError) -> list[Fault]:
    """Give a fault for each error of a record."""
    faults = []
    details = error.errors(include_url=False, include_context=True)
    for detail in details:
        if _follows_from_another(detail, details, model):
            continue
        explain = _EXPLAIN.get(detail["type"], _explain_own)
        rule, message = explain(detail, model)
        context = detail.get("ctx", {})
        faults.append(
            Fault(
                path=path,
                where=(*detail["loc"], *context.get("inside", ())),
                rule=rule,
                message=message,
                at_key=detail["type"] == "extra_forbidden" or "[key]" in detail["loc"],
                text_offset=context.get("offset"),
            )
        )
    return faults


def _follows_from_another(
    detail: ErrorDetails, details: list[ErrorDetails], model: type[BaseModel]
) -> bool:
    """Tell whether it goes when another one is mended: items were refused, a key is misspelt."""
    place = detail["loc"]
    if detail["type"] == "too_short":
        length = len(place)
        return any(
            len(other["loc"]) > length and other["loc"][:length] == place for other in details
        )
    return detail["type"] == "missing" and any(
        other["type"] == "extra_forbidden"
        and other["loc"][:-1] == place[:-1]
        and find_meant(model, other["loc"]) == place[-1]
        for other in details
    )


def _name(detail: ErrorDetails) -> str:
    return next((str(step) for step in reversed(detail["loc"]) if isinstance(step, str)), "record")


def _explain_own(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """Our own error types are rule ids, and carry their message."""
    message = detail.get("ctx", {}).get("message", "deze waarde past niet")
    if detail["type"] == "leeg-veld" and is_required(model, detail["loc"]):
        message = SAID["leeg-verplicht"]
    if "[key]" in detail["loc"]:
        return detail["type"], message
    return detail["type"], SAID["onder"].format(name=_name(detail), message=message)


def _explain_shape(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    return explain_shape(model, detail["loc"], detail["input"])


def _explain_choice(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    if not isinstance(detail["input"], str):
        return _explain_shape(detail, model)
    expected = str(detail.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
    given = " ".join(detail["input"].split())
    choices = expected.split(", ")
    plain = make_id(given).replace("-", "_")
    near = f'; bedoel je "{plain}"?' if plain in choices else suggest(given, choices)
    hint = near or f"; kies uit: {expected}"
    if "[key]" in detail["loc"]:
        return "onbekende-waarde", f'onbekende soort relatie "{given}"{hint}'
    return "onbekende-waarde", f'"{_name(detail)}" kan niet "{given}" zijn{hint}'


def _explain_too_short(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    least = detail.get("ctx", {}).get("min_length", 1)
    return "te-weinig", SAID["te-weinig"].format(name=_name(detail), least=least)


def _explain_too_long(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    most = detail.get("ctx", {}).get("max_length", 0)
    return "te-lang", SAID["te-lang"].format(name=_name(detail), most=most)


_EXPLAIN: dict[str, Callable[[ErrorDetails, type[BaseModel]], tuple[str, str]]] = {
    "missing": lambda detail, _: (
        "veld-ontbreekt",
        SAID["veld-ontbreekt"].format(name=_name(detail)),
    ),
    "extra_forbidden": lambda detail, model: ("onbekend-veld", explain_key(model, detail["loc"])),
    "literal_error": _explain_choice,
    "string_pattern_mismatch": lambda detail, _: (
        "geen-id",
        SAID["geen-id"].format(text=detail["input"]),
    ),
    "too_short": _explain_too_short,
    "string_too_long": _explain_too_long,
    "too_long": _explain_too_long,
    **dict.fromkeys(
        (
            "string_type",
            "tuple_type",
            "mapping_type",
            "dict_type",
            "model_type",
            "model_attributes_type",
            "int_type",
            "bool_type",
            "date_type",
        ),
        _explain_shape,
    ),
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
    "punt",
    "aanhalingstekens",
)
"""Ids of the faults that the models find."""
