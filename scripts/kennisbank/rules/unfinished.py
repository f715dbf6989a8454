"""What readers see is written: the dots of a first draft are gone.

Uitleg: "kennisbank new" zet drie puntjes op elke plek waar jouw tekst komt. In een ontwerp mogen ze
blijven staan. Zonder de regel "status: ontwerp" moet overal tekst staan.
Fout:
    definitie: |
      …
Goed:
    definitie: |
      de verhouding tussen mensen
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from kennisbank.memory import remembered
from kennisbank.model.base import Record
from kennisbank.model.records import Records
from kennisbank.model.references import iterate_all_references
from kennisbank.problems import Fault, Where
from kennisbank.vocabulary import DOTS

RULES = ("onaf",)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each value that is nothing but dots, in records that readers see."""
    for record in records.all():
        if record.is_draft:
            continue
        for where in _find_all_dots(record):
            message = "hier staat nog geen tekst; schrijf die"
            if not _is_named(records, record):
                message += ', of zet "status: ontwerp" bovenaan'
            yield Fault(path=record.path, where=where, rule="onaf", message=message)


def _is_named(records: Records, record: Record) -> bool:
    """Tell whether another record that readers see names this one: then it cannot be a draft."""
    name = (record.kind.name, record.id)
    others = (each for each in records.all() if each is not record and not each.is_draft)
    named = (each for other in others for each in iterate_all_references(other))
    return any((each.kind_name, each.id) == name for each in named)


@remembered
def _find_all_dots(record: Record) -> Iterator[Where]:
    return _find_dots(record, ())


def _find_dots(value: Any, where: Where) -> Iterator[Where]:
    if isinstance(value, str):
        if value in DOTS:
            yield where
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if field.alias:
                yield from _find_dots(getattr(value, name), (*where, field.alias))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _find_dots(inner, (*where, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _find_dots(inner, (*where, index))
