"""Concept pages: voices, relations from both sides, backlinks, neighbours in the theme."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields

from kennisbank.link.origins import find_voice_names, link_origin, names_a_voice
from kennisbank.link.prose import collect_mentions, link_all_texts
from kennisbank.link.shelf import Shelf, is_visible_claim
from kennisbank.model.concept import Concept
from kennisbank.model.lesson import Case
from kennisbank.model.linked_concept import (
    ConceptTexts,
    LinkedConcept,
    LinkedRelation,
    Mention,
    RouteStop,
)
from kennisbank.model.teaching import Example
from kennisbank.vocabulary import RELATION_KINDS

SIBLINGS_SHOWN = 12
_ORDER = {name: index for index, name in enumerate(RELATION_KINDS)}
_SIZES = ("kern", "gewoon", "kort")


def link_concepts(shelf: Shelf) -> dict[str, LinkedConcept]:
    """Give all linked concepts by id, sorted by id."""
    texts = link_all_texts(shelf)
    joins = _Joins(shelf, texts.values())
    return {name: joins.join(text) for name, text in texts.items()}


class _Joins:
    """What other records add to each concept, looked up once for all."""

    def __init__(self, shelf: Shelf, texts: Collection[ConceptTexts]) -> None:
        self.shelf = shelf
        self.mentions: Mapping[str, tuple[Mention, ...]] = collect_mentions(shelf, texts)
        self.relations = _link_relations(shelf, texts)
        self.stops = _find_stops(shelf)
        self.examples = _find_examples(shelf)
        self.cases = _find_cases(shelf)
        self.families = _group_families(shelf.records.concepts.values())
        self.places = {c.id: n for family in self.families.values() for n, c in enumerate(family)}

    def join(self, texts: ConceptTexts) -> LinkedConcept:
        """Give the linked concept."""
        concept, records = texts.concept, self.shelf.records
        family, place = self.families[concept.theme], self.places[concept.id]
        return LinkedConcept(
            **{each.name: getattr(texts, each.name) for each in fields(texts)},
            theme=records.themes[concept.theme],
            origin=link_origin(self.shelf, concept),
            relations=tuple(self.relations.get(concept.id, ())),
            mentions=self.mentions.get(concept.id, ()),
            examples=tuple(self.examples.get(concept.id, ())),
            cases=tuple(self.cases.get(concept.id, ())),
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


def _link_relations(shelf: Shelf, texts: Iterable[ConceptTexts]) -> dict[str, list[LinkedRelation]]:
    """Give every relation from both of its sides, tensions first, then by label."""
    found: dict[str, list[LinkedRelation]] = {}
    names = find_voice_names(shelf.records)
    for each in texts:
        for kind_name, target_id, reason in each.reasons:
            target = shelf.records.concepts.get(target_id)
            if target is None:
                continue
            kind = RELATION_KINDS[kind_name]
            inverse = RELATION_KINDS[kind.inverse]
            is_ours = bool(reason) and not names_a_voice(reason, names)
            there = LinkedRelation(kind, target, reason, is_ours)
            back = LinkedRelation(inverse, each.concept, reason, is_ours)
            found.setdefault(each.concept.id, []).append(there)
            found.setdefault(target_id, []).append(back)
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


def _find_cases(shelf: Shelf) -> dict[str, list[Case]]:
    found: dict[str, list[Case]] = {}
    for case in shelf.records.cases.values():
        for name in case.answers:
            found.setdefault(name, []).append(case)
    return found
