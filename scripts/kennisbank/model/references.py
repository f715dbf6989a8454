"""Every place where one record names another, from the types of its fields."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kennisbank.memory import remembered
from kennisbank.model.base import Record
from kennisbank.model.links import find_links
from kennisbank.model.text import iterate_prose
from kennisbank.model.walk import walk_texts
from kennisbank.problems import Where
from kennisbank.record_id import ID_PATTERN
from kennisbank.vocabulary import KIND_BY_PREFIX


@dataclass(frozen=True, slots=True)
class Reference:
    """An id in a record: where it stands, and the kind and id of the record that it names.

    `entry` is what goes when that record goes: the id, or what cannot be without it. What holds one
    that `is_firm` is not shown without it. `offset` counts characters into prose, for a [[link]].
    """

    where: Where
    kind_name: str
    id: str
    at_key: bool = False
    entry: Where = ()
    offset: int | None = None
    is_firm: bool = False
    is_successor: bool = False


@dataclass(frozen=True, slots=True)
class PlaceReference:
    """The name of a place in a record, and the source that has to have it."""

    where: Where
    source: str
    name: str
    at_key: bool = False


@remembered
def iterate_references(record: Record) -> Iterator[Reference]:
    """Give every id in the fields of a record; links in texts are not among them."""
    for found in walk_texts(record):
        names = found.leaf.names
        if names and not (names.or_words and not re.fullmatch(ID_PATTERN, found.text)):
            yield Reference(
                found.where,
                (names.kind or record.kind).name,
                found.text,
                found.at_key,
                entry=found.entry,
                is_firm=found.is_firm,
                is_successor=names.kind is None,
            )


@remembered
def iterate_places(record: Record) -> Iterator[PlaceReference]:
    """Give every name of a place in the fields of a record."""
    for found in walk_texts(record):
        if found.leaf.place:
            yield PlaceReference(found.where, found.source, found.text, found.at_key)


@remembered
def iterate_all_references(record: Record) -> Iterator[Reference]:
    """Give every id in the fields and in the texts of a record."""
    yield from iterate_references(record)
    for where, text in iterate_prose(record):
        for link in find_links(text):
            kind = KIND_BY_PREFIX[link.target.prefix]
            yield Reference(where, kind.name, link.target.id, offset=link.offset)
