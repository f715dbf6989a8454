"""The one walk over a record: every text in it with its place, and every part that it has."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from kennisbank.memory import remembered
from kennisbank.model.shapes import (
    Entries,
    FieldShape,
    Inner,
    Items,
    Leaf,
    Shape,
    find_leaves,
    read_fields,
)
from kennisbank.problems import Where


class Found(NamedTuple):
    """A text of a record, or the key of a mapping in it: what it is, and where it stands.

    It does not hold on to the record itself, which may be forgotten.
    """

    text: str
    leaf: Leaf
    where: Where
    at_key: bool
    is_firm: bool
    entry: Where
    """The smallest entry of the record that can do without it: itself, or what it belongs to."""
    source: str
    """The id of the source, for the name of a place in one."""


@remembered
def walk_texts(record: BaseModel) -> list[Found]:
    """Give every text of a record in the order of the model; defaults are passed over."""
    walk = _Walk()
    walk.go_through(record, (), ())
    return walk.found


class _Holder(NamedTuple):
    """The part, its own entry, and the field of it that hold a text, as a value or as a key."""

    part: BaseModel
    entry: Where
    field: FieldShape
    at_key: bool = False


class _Walk:
    """Gathers the texts of a part, and of the parts in it."""

    def __init__(self) -> None:
        self.found: list[Found] = []

    def go_through(self, part: BaseModel, where: Where, entry: Where) -> None:
        for field in read_fields(type(part)):
            value = getattr(part, field.name)
            if value != field.default:
                self._add(value, field.shape, (*where, *field.step), _Holder(part, entry, field))

    def _add(self, value: Any, shape: Shape | None, where: Where, holder: _Holder) -> None:
        if isinstance(shape, Leaf):
            if isinstance(value, str) or shape.sort is None:
                source = getattr(holder.part, shape.place.source) if shape.place else ""
                is_firm = holder.field.is_firm
                entry = (is_firm and holder.entry) or where
                found = Found(str(value), shape, where, holder.at_key, is_firm, entry, source)
                self.found.append(found)
        elif isinstance(shape, Items):
            for index, inner in enumerate(value):
                self._add(inner, shape.inner, (*where, index), holder)
        elif isinstance(shape, Inner):
            is_bound = holder.field.is_required and isinstance(holder.field.shape, Inner)
            self.go_through(value, where, holder.entry if is_bound else where)
        elif shape is not None:
            for key, inner in value.items():
                self._add(key, shape.key, (*where, key), holder._replace(at_key=True))
                self._add(inner, shape.value, (*where, key), holder)


def has_closed(record: BaseModel) -> bool:
    """Tell whether a record holds a text that is for no reader, whoever it names."""
    closed = _find_closed(type(record))
    return bool(closed) and any(found.leaf in closed for found in walk_texts(record))


@cache
def _find_closed(model: type[BaseModel]) -> frozenset[Leaf]:
    leaves = find_leaves(model)
    return frozenset(leaf for leaf in leaves if leaf.sort is None or leaf.for_editors)


def walk_parts(part: BaseModel, where: Where = ()) -> Iterator[tuple[Where, BaseModel]]:
    """Give a record, and every part in it that holds texts, with its place."""
    yield where, part
    for field in read_fields(type(part)):
        value = getattr(part, field.name)
        if value is not None and not isinstance(field.shape, Leaf):
            yield from _walk_inner(value, field.shape, (*where, *field.step))


def _walk_inner(value: Any, shape: Shape | None, where: Where) -> Iterator[tuple[Where, BaseModel]]:
    if isinstance(shape, Inner):
        yield from walk_parts(value, where)
    elif isinstance(shape, Items) and not isinstance(shape.inner, Leaf):
        for index, inner in enumerate(value):
            yield from _walk_inner(inner, shape.inner, (*where, index))
    elif isinstance(shape, Entries) and not isinstance(shape.value, Leaf):
        for key, inner in value.items():
            yield from _walk_inner(inner, shape.value, (*where, key))
