"""What all makers of linked pages share: the records that readers may see, and the linker."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from kennisbank.link.renames import Renames, find_changed_voices, find_renamed
from kennisbank.link.texts import TextLinker
from kennisbank.model.base import Record
from kennisbank.model.concept import Claim, Concept
from kennisbank.model.linked_concept import ConceptTexts, LinkedClaim, Notes
from kennisbank.model.names import names_of
from kennisbank.model.records import RECORD_FIELDS, Records
from kennisbank.model.spoken import Spoken
from kennisbank.model.text import Target, Text
from kennisbank.model.voices import Person
from kennisbank.terms import TermIndex
from kennisbank.vocabulary import ENDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Visible records, and how their texts are linked; `texts` has those that were, by concept."""

    records: Records
    linker: TextLinker
    texts: dict[str, ConceptTexts] = field(default_factory=dict)

    def people(self, names: Iterable[str]) -> tuple[Person, ...]:
        """Give people by id."""
        return tuple(self.records.people[name] for name in names)

    def text(self, prose: str | None, *exclude: str) -> Text:
        """Link a text; the concepts in `exclude` get no automatic link."""
        return self.linker.link(prose, frozenset(exclude))

    def notes(self, record: Record) -> Notes:
        """Link what the editors add to a record."""
        return Notes(self.text(record.editor_note), self.text(record.addition))

    def claim(self, concept: Concept, claim: Claim) -> LinkedClaim:
        """Join a claim with its records."""
        records, own = self.records, frozenset((concept.id,))
        source = records.sources[claim.source]
        automatic = concept.automatic_links and claim.form != "citaat"
        return LinkedClaim(
            claim=claim,
            concept=concept,
            speakers=self.people(claim.who),
            via=records.people[claim.via] if claim.via else None,
            source=source,
            heading=source.heading(claim.place),
            text=self.linker.link(claim.text, own, automatic),
            caveat=self.linker.link(claim.caveat, own, automatic),
        )


def make_shelf(records: Records, with_drafts: bool, earlier: Shelf | None = None) -> Shelf:
    """Leave drafts out where readers may not see them, and index the terms.

    What an `earlier` shelf linked is used again, but for what has changed since.
    """
    visible = records if with_drafts else _without_drafts(records)
    if earlier is None or visible.settings is not earlier.records.settings:
        return Shelf(records=visible, linker=_make_linker(visible))
    linker, voices = earlier.linker, find_changed_voices(visible, earlier.records)
    renames = Renames(names=find_renamed(visible, earlier.records), voices=voices)
    if renames.names:
        linker = _make_linker(visible, linker.terms)
        words = linker.terms.find_words_that_differ(earlier.linker.terms)
        renames = replace(renames, words=words)
        if renames.are_many:
            return Shelf(records=visible, linker=linker)
        renames.keep_known(earlier.linker, linker)
    texts = {
        name: texts
        for name, texts in earlier.texts.items()
        if visible.concepts.get(name) is texts.concept and not renames.touch_concept(texts.concept)
    }
    return Shelf(records=visible, linker=linker, texts=texts)


def _make_linker(records: Records, terms: TermIndex | None = None) -> TextLinker:
    ambiguous = records.settings.ambiguous if records.settings else ()
    linkable = (c for c in records.concepts.values() if c.status != ENDED)
    closed = frozenset(Target("persoon", p.id) for p in records.people.values() if p.is_private)
    return TextLinker(
        terms=TermIndex(linkable, ambiguous, terms), names=names_of(records), closed=closed
    )


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
