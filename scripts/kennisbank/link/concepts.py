"""Concept pages: voices, relations from both sides, backlinks, neighbours in the theme."""

from collections.abc import Iterable, Mapping, Sequence

from kennisbank.link.prose import ConceptTexts, collect_mentions, link_concept_texts
from kennisbank.link.shelf import Shelf, is_visible_claim
from kennisbank.model.concept import Concept
from kennisbank.model.linked_concept import (
    LinkedClaim,
    LinkedConcept,
    LinkedRelation,
    Mention,
    RouteStop,
    Voice,
)
from kennisbank.model.teaching import Example
from kennisbank.vocabulary import RELATION_KINDS

SIBLINGS_SHOWN = 12
_ORDER = {name: index for index, name in enumerate(RELATION_KINDS)}
_SIZES = ("kern", "gewoon", "kort")


def link_concepts(shelf: Shelf) -> dict[str, LinkedConcept]:
    """Give all linked concepts by id, sorted by id."""
    records = shelf.records
    texts = {c.id: link_concept_texts(shelf, c) for c in records.concepts.values()}
    joins = _Joins(shelf, texts.values())
    return {name: joins.join(text) for name, text in texts.items()}


class _Joins:
    """What other records add to each concept, looked up once for all."""

    def __init__(self, shelf: Shelf, texts: Iterable[ConceptTexts]) -> None:
        self.shelf = shelf
        self.mentions: Mapping[str, tuple[Mention, ...]] = collect_mentions(shelf, texts)
        self.relations = _link_relations(shelf)
        self.stops = _find_stops(shelf)
        self.examples = _find_examples(shelf)
        self.families = _group_families(shelf.records.concepts.values())
        self.places = {c.id: n for family in self.families.values() for n, c in enumerate(family)}

    def join(self, texts: ConceptTexts) -> LinkedConcept:
        """Give the linked concept."""
        concept, records = texts.concept, self.shelf.records
        family, place = self.families[concept.theme], self.places[concept.id]
        return LinkedConcept(
            concept=concept,
            theme=records.themes[concept.theme],
            definition=texts.definition,
            short=texts.short,
            elaboration=texts.elaboration,
            questions=texts.questions,
            editor_note=self.shelf.text(concept.editor_note, concept.id),
            addition=self.shelf.text(concept.addition, concept.id),
            voices=_group_voices(texts.claims, of_readers=False),
            reader_voices=_group_voices(texts.claims, of_readers=True),
            relations=tuple(self.relations.get(concept.id, ())),
            mentions=self.mentions.get(concept.id, ()),
            examples=tuple(self.examples.get(concept.id, ())),
            stops=tuple(self.stops.get(concept.id, ())),
            diagrams=tuple(records.diagrams[n] for n in concept.diagrams if n in records.diagrams),
            further_reading=tuple(
                records.sources[n] for n in concept.further_reading if n in records.sources
            ),
            siblings=_window(family, place),
            sibling_count=len(family),
            previous=family[place - 1] if place else None,
            next=family[place + 1] if place + 1 < len(family) else None,
        )


def sort_family(concepts: Iterable[Concept]) -> list[Concept]:
    """Give the concepts of one theme in order: core ones first, then by label."""
    return sorted(
        concepts, key=lambda c: (_SIZES.index(c.size), c.preferred_label.casefold(), c.id)
    )


def _group_families(concepts: Iterable[Concept]) -> dict[str, list[Concept]]:
    families: dict[str, list[Concept]] = {}
    for concept in concepts:
        families.setdefault(concept.theme, []).append(concept)
    return {theme: sort_family(family) for theme, family in families.items()}


def _window(family: Sequence[Concept], place: int) -> tuple[Concept, ...]:
    start = max(0, min(place - SIBLINGS_SHOWN // 2, len(family) - SIBLINGS_SHOWN))
    return tuple(family[start : start + SIBLINGS_SHOWN])


def _group_voices(claims: Iterable[LinkedClaim], of_readers: bool) -> tuple[Voice, ...]:
    """Group claims by who speaks and through whom, in the order of the record."""
    groups: dict[tuple[tuple[str, ...], str | None], list[LinkedClaim]] = {}
    for claim in claims:
        if any(person.sort == "lezer" for person in claim.speakers) == of_readers:
            groups.setdefault((claim.claim.who, claim.claim.via), []).append(claim)
    return tuple(
        Voice(speakers=group[0].speakers, via=group[0].via, claims=tuple(group))
        for group in groups.values()
    )


def _link_relations(shelf: Shelf) -> dict[str, list[LinkedRelation]]:
    """Give every relation from both of its sides, tensions first, then by label."""
    concepts = shelf.records.concepts
    found: dict[str, list[LinkedRelation]] = {}
    for concept in concepts.values():
        for kind_name, targets in concept.relations.items():
            kind = RELATION_KINDS[kind_name]
            for target_id, prose in targets.items():
                target = concepts.get(target_id)
                if target is None:
                    continue
                reason = shelf.text(prose, concept.id, target_id)
                found.setdefault(concept.id, []).append(
                    LinkedRelation(kind=kind, target=target, reason=reason)
                )
                found.setdefault(target_id, []).append(
                    LinkedRelation(kind=RELATION_KINDS[kind.inverse], target=concept, reason=reason)
                )
    for relations in found.values():
        relations.sort(key=lambda r: (_ORDER[r.kind.name], r.target.preferred_label.casefold()))
    return found


def _find_stops(shelf: Shelf) -> dict[str, list[RouteStop]]:
    found: dict[str, list[RouteStop]] = {}
    for route in shelf.records.routes.values():
        steps = [name for name in route.steps if name in shelf.records.concepts]
        for number, name in enumerate(steps, start=1):
            found.setdefault(name, []).append(RouteStop(route=route, number=number, of=len(steps)))
    return found


def _find_examples(shelf: Shelf) -> dict[str, list[Example]]:
    found: dict[str, list[Example]] = {}
    for example in shelf.records.examples.values():
        if is_visible_claim(shelf.records, example):
            for name in example.concepts:
                found.setdefault(name, []).append(example)
    return found
