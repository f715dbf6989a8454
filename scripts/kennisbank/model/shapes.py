"""The shape of each model, read once from its types: where its texts are, and what they are."""

import types
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kennisbank.model.marks import Flag, Names, PlaceIn, Sort, StandIn

_WORDLESS = (bool, int, date, type(None))


class Leaf(NamedTuple):
    """A text. One of a sort that nobody declared has none."""

    sort: Sort | None = None
    names: Names | None = None
    place: PlaceIn | None = None
    for_editors: bool = False


class Items(NamedTuple):
    """A row of values of one shape."""

    inner: "Shape"


class Entries(NamedTuple):
    """A mapping; a key or a value without words has no shape."""

    key: "Shape | None"
    value: "Shape | None"


class Inner(NamedTuple):
    """A part with fields of its own."""

    model: type[BaseModel]


Shape = Leaf | Items | Entries | Inner


class FieldShape(NamedTuple):
    """A field that holds texts: its attribute, the step to it, and what holds for it."""

    name: str
    step: tuple[str, ...]
    shape: Shape
    default: Any
    is_required: bool
    is_firm: bool
    stand_in: StandIn | None


@cache
def read_fields(model: type[BaseModel]) -> tuple[FieldShape, ...]:
    """Give the fields of a model that hold texts, in their order.

    What is computed (its key starts with `@`) stands nowhere in the file: its step is empty.
    """
    found = []
    for name, info in model.model_fields.items():
        shape = _read_shape(info.annotation, info.metadata)
        if shape is not None:
            found.append(_read_field(name, info, shape))
    return tuple(found)


def _read_field(name: str, info: FieldInfo, shape: Shape) -> FieldShape:
    alias = info.alias or name
    return FieldShape(
        name=name,
        step=() if alias.startswith("@") else (alias,),
        shape=shape,
        default=None if info.is_required() else info.get_default(call_default_factory=True),
        is_required=info.is_required(),
        is_firm=Flag.FIRM in info.metadata or (info.is_required() and isinstance(shape, Leaf)),
        stand_in=next((mark for mark in info.metadata if isinstance(mark, StandIn)), None),
    )


def _read_shape(annotation: Any, marks: Iterable[Any]) -> Shape | None:
    """Give the shape of a type, None when no words for readers and no id can stand in it.

    Marks nearest to the field count most. What this does not know is a text of no sort.
    """
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _read_shape(inner[0], (*annotation.__metadata__, *marks))
    if annotation in _WORDLESS or origin is Literal:
        return None
    if origin in (Union, types.UnionType):
        return _read_union(inner, marks)
    if origin is Mapping:
        key, value = _read_shape(inner[0], ()), _read_shape(inner[1], ())
        return Entries(key, value) if key or value else None
    if origin is tuple and inner[1:] == (...,):
        shape = _read_shape(inner[0], marks)
        return Items(shape) if shape else None
    return _read_single(annotation, marks)


def _read_union(choices: Iterable[Any], marks: Iterable[Any]) -> Shape | None:
    """Give the one shape that is not None; of two nobody knows which one stands there."""
    shapes = {shape for each in choices if (shape := _read_shape(each, marks)) is not None}
    return shapes.pop() if len(shapes) == 1 else Leaf() if shapes else None


def _read_single(annotation: Any, marks: Iterable[Any]) -> Shape | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Inner(annotation) if read_fields(annotation) else None
    leaf = Leaf()
    for mark in marks if annotation is str else ():
        if isinstance(mark, Sort):
            leaf = leaf._replace(sort=mark)
        elif isinstance(mark, Names):
            leaf = leaf._replace(names=mark)
        elif isinstance(mark, PlaceIn):
            leaf = leaf._replace(place=mark)
        elif mark is Flag.FOR_EDITORS:
            leaf = leaf._replace(for_editors=True)
    return None if leaf == Leaf(Sort.CODE) else leaf


def find_parts(model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """Give each field that holds parts with fields of their own, and what they are."""
    for field in read_fields(model):
        inner = field.shape.inner if isinstance(field.shape, Items) else field.shape
        if isinstance(inner, Inner):
            yield field.step[-1], inner.model


def find_leaves(model: type[BaseModel]) -> Iterator[Leaf]:
    """Give every sort of text that a model can hold, in its parts too."""
    for field in read_fields(model):
        yield from _find_leaves(field.shape)


def _find_leaves(shape: Shape | None) -> Iterator[Leaf]:
    if isinstance(shape, Leaf):
        yield shape
    elif isinstance(shape, Items):
        yield from _find_leaves(shape.inner)
    elif isinstance(shape, Entries):
        yield from _find_leaves(shape.key)
        yield from _find_leaves(shape.value)
    elif isinstance(shape, Inner):
        yield from find_leaves(shape.model)
