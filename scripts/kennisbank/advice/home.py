"""Records in the folder of another kind: recognised because they would be right elsewhere."""

from typing import Any

from pydantic import BaseModel, ValidationError

from kennisbank.model.forms import Slot, list_keys
from kennisbank.model.records import FILE_TYPES
from kennisbank.vocabulary import CONCEPT, KINDS

_FOLDERS = {
    kind.name: f"concepts/{kind.folder}/{'<thema>/' if kind is CONCEPT else ''}" for kind in KINDS
}


def find_home(data: dict[str, Any], model: type[BaseModel]) -> str:
    """Give the folder where a file belongs that is wrong as `model` and right as one other."""
    if set(data) <= set(list_keys(Slot(model))):
        return ""
    homes = [
        _FOLDERS.get(name, "concepts/")
        for name, other in FILE_TYPES.items()
        if set(data) <= set(list_keys(Slot(other))) and _is_right(data, other)
    ]
    return homes[0] if len(homes) == 1 else ""


def _is_right(data: dict[str, Any], model: type[BaseModel]) -> bool:
    aliases = (field.alias or "" for field in model.model_fields.values())
    computed = {alias: "x" for alias in aliases if alias in ("@id", "@path", "@folder")}
    try:
        model.model_validate({**data, **computed})
    except ValidationError:
        return False
    return True
