"""What all makers of linked pages share: the records that readers may see, and the linker."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from operator import is_
from typing import Any

from kennisbank.link.terms import TermIndex
from kennisbank.link.texts import TextLinker
from kennisbank.model.base import Record
from kennisbank.model.concept import Claim, Concept
from kennisbank.model.linked_concept import ConceptTexts, LinkedClaim
from kennisbank.model.records import RECORD_FIELDS, Records
from kennisbank.model.teaching import Example
from kennisbank.model.text import Target, Text
from kennisbank.model.voices import Person
from kennisbank.vocabulary import DIAGRAM, ENDED


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
            heading=source.places[claim.place],
            text=self.linker.link(claim.text, own, automatic),
            caveat=self.linker.link(claim.caveat, own, automatic),
        )


def make_shelf(records: Records, with_drafts: bool, earlier: Shelf | None = None) -> Shelf:
    """Leave drafts out where readers may not see them, and index the terms.

    Texts that an `earlier` shelf linked are used again while the names of all records are the same.
    """
    visible = records if with_drafts else _without_drafts(records)
    if earlier and _have_same_names(visible, earlier.records):
        same = all(
            all(map(is_, old.values(), new.values()))
            for old, new in (
                (earlier.records.people, visible.people),
                (earlier.records.sources, visible.sources),
            )
        )
        return Shelf(records=visible, linker=earlier.linker, texts=earlier.texts if same else {})
    ambiguous = records.settings.ambiguous if records.settings else ()
    linkable = (c for c in visible.concepts.values() if c.status != ENDED)
    terms = TermIndex(linkable, ambiguous)
    closed = frozenset(Target("persoon", p.id) for p in visible.people.values() if p.is_private)
    linker = TextLinker(terms=terms, labels=_labels(visible), closed=closed)
    return Shelf(records=visible, linker=linker)


def _have_same_names(records: Records, earlier: Records) -> bool:
    """Tell whether every text would be linked in the same way."""
    if records.settings is not earlier.settings:
        return False
    for name in RECORD_FIELDS.values():
        new, old = getattr(records, name), getattr(earlier, name)
        if new.keys() != old.keys():
            return False
        pairs = zip(new.values(), old.values(), strict=True)
        if any(one is not other and _names_of(one) != _names_of(other) for one, other in pairs):
            return False
    return True


def _names_of(record: Record) -> tuple[object, ...]:
    names: tuple[object, ...] = (record.title, record.status)
    if isinstance(record, Concept):
        return (*names, record.labels, record.inflections)
    return (*names, isinstance(record, Person) and record.is_private)


def _labels(records: Records) -> Mapping[Target, str]:
    return {
        Target(record.kind.link_prefix, record.id): record.title
        for record in records.all()
        if record.kind is not DIAGRAM
    }


def _without_drafts(records: Records) -> Records:
    kept: dict[str, Any] = {
        name: {key: record for key, record in getattr(records, name).items() if not record.is_draft}
        for name in RECORD_FIELDS.values()
    }
    return replace(records, **kept)


def is_visible_claim(records: Records, part: Claim | Example) -> bool:
    """Tell whether all records that a claim or example needs may be seen."""
    return (
        part.source in records.sources
        and all(name in records.people for name in part.who)
        and (part.via is None or part.via in records.people)
    )
