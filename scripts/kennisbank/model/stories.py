"""Which records tell the story of somebody private.

A record does when it names her with an id, or when it rests on a source that does and names her in
words: a source in which she is heard, an example, a concept with a statement of hers.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from kennisbank.model.base import Record
from kennisbank.model.hiding import Key
from kennisbank.model.marks import Sort
from kennisbank.model.private_names import PrivateNames
from kennisbank.model.records import Records
from kennisbank.model.references import iterate_all_references, iterate_references
from kennisbank.model.settings import Settings
from kennisbank.model.spoken import iterate_spoken
from kennisbank.model.voices import Person
from kennisbank.model.walk import walk_texts
from kennisbank.vocabulary import SOURCE

Stories = Mapping[Key, frozenset[str]]
"""Kind and id of each record that tells a story, with the ids of whose it is."""


class Sieve:
    """Tells fast that a record holds none of some words, and so points at nothing of that name."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.open_names = [p.name for p in records.people.values() if not p.is_private]
        self._joined: dict[str, str] = {}

    def iterate_texts(self) -> Iterator[str]:
        """Give every text that is words."""
        for record in self.records.all():
            for found in walk_texts(record):
                if found.leaf.sort in (Sort.PROSE, Sort.WORDS):
                    yield found.text

    def holds(self, record: Record | Settings, words: Iterable[str]) -> bool:
        """Tell whether one of some words stands in a record, perhaps inside another word."""
        text = self._joined.get(record.path)
        if text is None:
            text = self._joined[record.path] = "\n".join(each.text for each in walk_texts(record))
        return any(word in text for word in words)

    def points_at(self, record: Record, keys: Collection[Key], *, with_links: bool = False) -> bool:
        """Tell whether a field of a record, or a link in it, names one of some records."""
        if not self.holds(record, (name for _, name in keys)):
            return False
        references = iterate_all_references(record) if with_links else iterate_references(record)
        return any((each.kind_name, each.id) in keys for each in references)


def find_stories(sieve: Sieve, people: Iterable[Person]) -> Stories:
    """Give every record that tells the story of one of some people."""
    found: dict[Key, frozenset[str]] = {}
    for person in people:
        for record in _list_tellers(sieve, person):
            found[record.key] = found.get(record.key, frozenset()) | {person.id}
    return found


def _list_tellers(sieve: Sieve, person: Person) -> list[Record]:
    names, key = PrivateNames([person], sieve), person.key
    pointing = [record for record in sieve.records.all() if sieve.points_at(record, [key])]
    heard = {
        part.source
        for record in pointing
        for _, part in iterate_spoken(record)
        if person.id in (*part.who, part.via)
    }
    heard |= {record.id for record in pointing if record.kind is SOURCE}
    sources = [source for name, source in sieve.records.sources.items() if name in heard]
    naming = (record for record in sieve.records.all() if sieve.holds(record, names.hints))
    return [*pointing, *sources, *(each for each in naming if _is_told_in(each, names, heard))]


def _is_told_in(record: Record, names: PrivateNames, sources: set[str]) -> bool:
    """Tell whether a part of a record names somebody and rests on one of some sources."""
    return any(
        part.source in sources
        and any(names.find(each.text, each.leaf.sort) for each in walk_texts(part))
        for _, part in iterate_spoken(record)
    )
