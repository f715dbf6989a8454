"""Parts of a record that somebody says: who, through whom, in which source and where."""

from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from pydantic import BaseModel

from kennisbank.model.base import Record
from kennisbank.model.shapes import Leaf, find_leaves, read_fields
from kennisbank.model.walk import walk_parts
from kennisbank.problems import Where


class Spoken(Protocol):
    """What has a place in a source: a claim, an example, the origin of a definition."""

    @property
    def who(self) -> tuple[str, ...]:
        """Give the ids of the speakers."""
        ...

    @property
    def via(self) -> str | None:
        """Give the id of the person through whom it is known."""
        ...

    @property
    def source(self) -> str:
        """Give the id of the source."""
        ...

    @property
    def place(self) -> str:
        """Give the name of the place in the source."""
        ...


def iterate_spoken(record: Record) -> Iterator[tuple[Where, Spoken]]:
    """Give every part of a record that has a place in a source, the record itself too."""
    if _can_speak(type(record)):
        for where, part in walk_parts(record):
            if _has_place(type(part)):
                yield where, cast("Spoken", part)


def as_model(part: Spoken) -> BaseModel:
    """Give the part as what it also is."""
    return cast("BaseModel", part)


@cache
def _can_speak(model: type[BaseModel]) -> bool:
    return any(leaf.place for leaf in find_leaves(model))


@cache
def _has_place(model: type[BaseModel]) -> bool:
    return any(isinstance(field.shape, Leaf) and field.shape.place for field in read_fields(model))
