"""Parts of a record that somebody says: who, through whom, in which source and where."""

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from kennisbank.model.base import Record
from kennisbank.model.concept import Origin
from kennisbank.model.shapes import find_leaves
from kennisbank.model.teaching import Example
from kennisbank.model.walk import walk_parts
from kennisbank.problems import Where

Spoken = Origin | Example
"""What has a place in a source: a claim, an example, the origin of a definition."""


def iterate_spoken(record: Record) -> Iterator[tuple[Where, Spoken]]:
    """Give every part of a record that has a place in a source, the record itself too."""
    if _can_speak(type(record)):
        for where, part in walk_parts(record):
            if isinstance(part, Spoken):
                yield where, part


@cache
def _can_speak(model: type[BaseModel]) -> bool:
    return any(leaf.place for leaf in find_leaves(model))
