"""What all makers of linked pages share: the records that readers may see, and the linker."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from kennisbank.link.texts import Leads, TextLinker
from kennisbank.model.base import Record
from kennisbank.model.linked_concept import Notes
from kennisbank.model.names import names_of
from kennisbank.model.records import RECORD_FIELDS, Records
from kennisbank.model.spoken import Spoken
from kennisbank.model.text import Target, Text
from kennisbank.model.voices import Person
from kennisbank.terms import index_terms, list_terms
from kennisbank.vocabulary import ENDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Visible records, and how their texts are linked."""

    records: Records
    linker: TextLinker

    def people(self, names: Iterable[str]) -> tuple[Person, ...]:
        """Give people by id."""
        return tuple(self.records.people[name] for name in names)

    def text(self, prose: str | None, *exclude: str) -> Text:
        """Link a text; the concepts in `exclude` get no automatic link."""
        return self.linker.link(prose, frozenset(exclude))

    def notes(self, record: Record) -> Notes:
        """Link what the editors add to a record."""
        return Notes(self.text(record.editor_note), self.text(record.addition))


def make_shelf(records: Records, with_drafts: bool) -> Shelf:
    """Leave drafts out where readers may not see them, and index the terms."""
    visible = records if with_drafts else _without_drafts(records)
    ambiguous = visible.settings.ambiguous if visible.settings else ()
    concepts = (c for c in visible.concepts.values() if c.status != ENDED)
    terms = index_terms(tuple(term for c in concepts for term in list_terms(c)), ambiguous)
    closed = frozenset(Target("persoon", p.id) for p in visible.people.values() if p.is_private)
    return Shelf(records=visible, linker=TextLinker(terms, Leads(names_of(visible), closed)))


def _without_drafts(records: Records) -> Records:
    kept: dict[str, Any] = {
        name: {key: record for key, record in getattr(records, name).items() if not record.is_draft}
        for name in RECORD_FIELDS.values()
    }
    return replace(records, **kept)


def is_visible_claim(records: Records, part: Spoken) -> bool:
    """Tell whether all records that a claim, example or origin needs may be seen."""
    return (
        part.source in records.sources
        and all(name in records.people for name in part.who)
        and (part.via is None or part.via in records.people)
    )
