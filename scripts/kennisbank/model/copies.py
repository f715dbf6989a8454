"""Records that are a copy of another one, as a sync program leaves them: `macht-laptop-7.yml`."""

from collections.abc import Iterator, Mapping

from kennisbank.model.base import Record
from kennisbank.model.concept import Concept

_OWN = ("id", "path")
_CHANGED = 1
"""Fields in which a copy may differ from what it is a copy of."""


def find_copies(found: Mapping[str, Record]) -> Iterator[tuple[Record, Record]]:
    """Give each copy among the records of one kind, with its original.

    Its id is the other one with something behind it. A concept has the same term, of which there
    can be only one; two people may share a name, so another record is the same in nearly all.
    """
    for name, record in list(found.items()):
        words = name.split("-")
        starts = ("-".join(words[:end]) for end in range(len(words) - 1, 0, -1))
        original = next((found[start] for start in starts if start in found), None)
        if original and _is_copy(record, original):
            yield record, original


def _is_copy(record: Record, original: Record) -> bool:
    if record.title.casefold() != original.title.casefold():
        return False
    fields = [name for name in type(record).model_fields if name not in _OWN]
    differing = [name for name in fields if getattr(record, name) != getattr(original, name)]
    return isinstance(record, Concept) or len(differing) <= _CHANGED
