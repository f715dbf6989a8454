"""All records together, as authored and valid in shape."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kennisbank.model.addresses import EMPTY_BOOK, AddressBook
from kennisbank.model.base import Part, Record
from kennisbank.model.concept import Concept
from kennisbank.model.lesson import Case, Route
from kennisbank.model.settings import Settings
from kennisbank.model.shapes import find_leaves
from kennisbank.model.teaching import Diagram, Example, Theme
from kennisbank.model.voices import Person, Source
from kennisbank.model.withdrawn import NOTHING_WITHDRAWN, Withdrawn
from kennisbank.vocabulary import KIND_BY_FOLDER

RECORD_TYPES: tuple[type[Record], ...] = (
    *(Theme, Concept, Person, Source),
    *(Example, Case, Route, Diagram),
)
FILE_TYPES: dict[str, type[Part]] = {
    **{model.kind.name: model for model in RECORD_TYPES},
    "kennisbank": Settings,
    "adressen": AddressBook,
    "ingetrokken": Withdrawn,
}
"""What a file holds: by the name of its kind, or its own where there is one of."""


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Records:
    """Every valid record by kind and id, sorted by id."""

    settings: Settings | None = None
    addresses: AddressBook = EMPTY_BOOK
    withdrawn: Withdrawn = NOTHING_WITHDRAWN
    themes: Mapping[str, Theme] = field(default_factory=dict)
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    examples: Mapping[str, Example] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)
    routes: Mapping[str, Route] = field(default_factory=dict)
    diagrams: Mapping[str, Diagram] = field(default_factory=dict)
    broken: frozenset[tuple[str, str]] = frozenset()
    """Kind name and id of records that exist but could not be read: others may point at them."""
    today: date | None = None
    """The day of today, or None when nobody asks what lies in the future."""

    def all(self) -> Iterator[Record]:
        """Give every record, kind by kind."""
        for name in RECORD_FIELDS.values():
            yield from getattr(self, name).values()

    def without(self, gone: Iterable[Record], withdrawn: Withdrawn) -> "Records":
        """Give the records once some are withdrawn."""
        left = {each.key for each in gone}
        kept: dict[str, Any] = {
            field_name: {n: r for n, r in self.by_kind(kind).items() if (kind, n) not in left}
            for kind, field_name in RECORD_FIELDS.items()
        }
        return replace(self, withdrawn=withdrawn, **kept)

    def by_kind(self, kind_name: str) -> Mapping[str, Record]:
        """Give the records of one kind by id."""
        records: Mapping[str, Record] = getattr(self, RECORD_FIELDS[kind_name])
        return records

    def at(self, address: str) -> Record | None:
        """Give the record whose page stands at an address."""
        folder, _, name = address.partition("/")
        kind = KIND_BY_FOLDER.get(folder)
        return self.by_kind(kind.name).get(name.removesuffix("/")) if kind else None

    def has(self, kind_name: str, record_id: str) -> bool:
        """Tell whether a record exists, readable or not."""
        return record_id in self.by_kind(kind_name) or (kind_name, record_id) in self.broken


RECORD_FIELDS = {
    "thema": "themes",
    "begrip": "concepts",
    "persoon": "people",
    "bron": "sources",
    "voorbeeld": "examples",
    "casus": "cases",
    "leerroute": "routes",
    "diagram": "diagrams",
}
"""Kind name and the attribute of `Records` that holds its records."""


def find_named_kinds() -> frozenset[str]:
    """Give the kinds of record that a field of some kind of record names by id."""
    leaves = (leaf for model in RECORD_TYPES for leaf in find_leaves(model))
    return frozenset(leaf.names.kind.name for leaf in leaves if leaf.names and leaf.names.kind)
