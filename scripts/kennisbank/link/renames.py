"""What a save changes in the texts of other records: those that hold what has another name."""

from dataclasses import dataclass

from kennisbank.link.texts import TextLinker
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.names import fold_links, fold_names
from kennisbank.model.records import RECORD_FIELDS, Records
from kennisbank.model.references import iterate_references
from kennisbank.model.text import iterate_prose
from kennisbank.model.voices import Person

_MANY = 50
"""To look for more words takes longer than to link all texts anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renames:
    """What texts may hold that is linked in another way than before."""

    names: frozenset[str]
    """What a link may call records that came, went or have another name, folded."""
    words: frozenset[str] = frozenset()
    """Words that may start another term."""
    voices: frozenset[str] = frozenset()
    """People and sources that changed: a claim shows more of them than a name."""

    @property
    def are_many(self) -> bool:
        """Tell whether all texts are better linked anew."""
        return len(self.words) > _MANY

    def touch(self, prose: str) -> bool:
        """Tell whether a text may be linked in another way."""
        return any(word in prose for word in self.words) or (
            "[[" in prose and not self.names.isdisjoint(fold_links(prose))
        )

    def touch_concept(self, concept: Concept) -> bool:
        """Tell whether a text or a claim of a concept may be linked in another way."""
        if self.names and any(self.touch(prose) for _, prose in iterate_prose(concept)):
            return True
        return bool(self.voices) and not self.voices.isdisjoint(
            reference.id for reference in iterate_references(concept)
        )

    def keep_known(self, earlier: TextLinker, linker: TextLinker) -> None:
        """Let a linker know every text of an earlier one that is linked in the same way."""
        linker.known.update(
            (key, text) for key, text in earlier.known.items() if not self.touch(key[0])
        )


def find_renamed(records: Records, earlier: Records) -> frozenset[str]:
    """Give every name, folded, of records that came, went, or are called otherwise in texts."""
    changed: list[Record] = []
    for name in RECORD_FIELDS.values():
        new, old = getattr(records, name), getattr(earlier, name)
        for key in new.keys() | old.keys():
            one, other = old.get(key), new.get(key)
            if one is not other and _names_of(one) != _names_of(other):
                changed += filter(None, (one, other))
    return frozenset(name for record in changed for name in fold_names(record))


def find_changed_voices(records: Records, earlier: Records) -> frozenset[str]:
    """Give the ids of people and sources that came, went or changed."""
    pairs = ((records.people, earlier.people), (records.sources, earlier.sources))
    return frozenset(
        key
        for new, old in pairs
        for key in new.keys() | old.keys()
        if new.get(key) is not old.get(key)
    )


def _names_of(record: Record | None) -> tuple[object, ...]:
    if record is None:
        return ()
    names: tuple[object, ...] = (record.title, record.status)
    if isinstance(record, Concept):
        return (*names, record.labels, record.inflections)
    return (*names, isinstance(record, Person) and record.is_private)
