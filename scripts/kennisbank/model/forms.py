"""How a field is written, from its type: what a message tells whoever wrote it otherwise."""

from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema

from kennisbank.problems import Where


class Slot(NamedTuple):
    """The type of what stands at a place: its bare type, and what goes with it."""

    base: Any
    marks: tuple[Any, ...] = ()

    @property
    def written(self) -> Mapping[str, Any]:
        """Give the JSON Schema of what an author types, where the type says so."""
        found = [mark.json_schema for mark in self.marks if isinstance(mark, WithJsonSchema)]
        return (found[-1] if found else None) or {}


def find_slot(model: type[BaseModel], where: Where) -> Slot | None:
    """Give the type at a place in a record of this model; None when there can be nothing.

    The step `[key]` is the key of the mapping before it.
    """
    slot = Slot(model)
    steps = list(where)
    while steps:
        step = steps.pop(0)
        arguments = get_args(slot.base)
        if steps[:1] == ["[key]"]:
            return _peel(arguments[0])
        if _is_model(slot.base):
            field = next((f for f in slot.base.model_fields.values() if f.alias == step), None)
            if field is None:
                return None
            slot = _peel(field.annotation, tuple(field.metadata))
        elif get_origin(slot.base) is tuple and isinstance(step, int):
            slot = _peel(arguments[0])
        elif _is_mapping(slot.base):
            slot = _peel(arguments[1])
        else:
            return None
    return slot


def _peel(annotation: Any, marks: tuple[Any, ...] = ()) -> Slot:
    """Take off what stands around a type: its marks, and that it may be left out."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            marks = (*more, *marks)
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(each for each in get_args(annotation) if each is not type(None))
        else:
            return Slot(annotation, marks)


M = TypeVar("M")


def find_mark(slot: Slot, mark: type[M]) -> M | None:
    """Give what a type says by a mark of this sort: the one nearest to the field."""
    return next((each for each in reversed(slot.marks) if isinstance(each, mark)), None)


def is_model(slot: Slot) -> bool:
    """Tell whether this is a part with fields of its own."""
    return _is_model(slot.base)


def _is_model(base: Any) -> bool:
    return isinstance(base, type) and issubclass(base, BaseModel)


def _is_mapping(base: Any) -> bool:
    return isinstance(get_origin(base), type) and issubclass(get_origin(base), Mapping)


def list_keys(slot: Slot) -> tuple[str, ...]:
    """Give the keys that may stand here; none where it is an id."""
    if _is_model(slot.base):
        aliases = (field.alias or "" for field in slot.base.model_fields.values())
        return tuple(alias for alias in aliases if alias and not alias.startswith("@"))
    if _is_mapping(slot.base):
        key = _peel(get_args(slot.base)[0])
        return get_args(key.base) if get_origin(key.base) is Literal else ()
    return ()


FormName = Literal["regel", "tekst", "regels", "lijst", "één of lijst", "velden"]


def name_form(slot: Slot) -> FormName:
    """Give how a value is written: on one line, in a block, as a list, or as fields."""
    types = slot.written.get("type")
    if _is_model(slot.base) or _is_mapping(slot.base):
        return "velden"
    if get_origin(slot.base) is tuple:
        if types == "string":
            return "regels"
        return "één of lijst" if isinstance(types, list) else "lijst"
    is_block = types == "string" and not {"pattern", "format"} & slot.written.keys()
    return "tekst" if slot.base is str and is_block else "regel"


def find_items(slot: Slot) -> Slot:
    """Give the type of each item of a list, or of each value of a mapping."""
    return _peel(get_args(slot.base)[-1 if _is_mapping(slot.base) else 0])


def name_items(slot: Slot) -> FormName:
    """Give how each item of a list, or each value of a mapping, is written."""
    return name_form(find_items(slot))


def is_required(model: type[BaseModel], where: Where) -> bool:
    """Tell whether a place must be filled: a field without which its part cannot be."""
    holder = find_slot(model, where[:-1]) if where else None
    if holder is None or not _is_model(holder.base):
        return False
    fields = holder.base.model_fields.values()
    return any(field.alias == where[-1] and field.is_required() for field in fields)
