"""Relations and links that come or go, as both of their pages show them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kennisbank.changes.veil import Veil
from kennisbank.model.base import Record
from kennisbank.model.records import Records
from kennisbank.model.references import iterate_all_references
from kennisbank.vocabulary import RELATION_KINDS

Moves = Mapping[tuple[str, str], tuple[str, str]]
"""Kind and id of what was renamed, with those of now."""


def compare_relations(old: Records, new: Records, moved: Moves) -> dict[str, tuple[str, ...]]:
    """Give for each concept, on both sides, the relations that come, go or get another reason."""
    names = {one[1]: other[1] for one, other in moved.items() if one[0] == "begrip"}
    before, after = _relations(old, names), _relations(new, {})
    titles = {concept.id: concept.title for concept in new.concepts.values()}
    lines: dict[str, list[str]] = {}
    for here, kind, there in sorted(before.keys() | after.keys()):
        one, other = before.get((here, kind, there)), after.get((here, kind, there))
        if one == other or here not in titles or there not in titles:
            continue
        label = f"{RELATION_KINDS[kind].label.lower()} {titles[there]}"
        if one is None:
            text = f"relatie erbij: {label}"
        elif other is None:
            text = f"relatie weg: {label}"
        else:
            text = f"andere reden: {label}"
        lines.setdefault(here, []).append(text)
    return {name: tuple(found) for name, found in lines.items()}


def _relations(records: Records, names: Mapping[str, str]) -> dict[tuple[str, str, str], str]:
    found: dict[tuple[str, str, str], str] = {}
    for concept in records.concepts.values():
        if concept.is_draft:
            continue
        here = names.get(concept.id, concept.id)
        for kind, targets in concept.relations.items():
            for target, reason in targets.items():
                there = names.get(target, target)
                found[here, kind, there] = reason
                found[there, RELATION_KINDS[kind].inverse, here] = reason
    return found


def compare_links(before: Record, after: Record, veil: Veil) -> Iterator[str]:
    """Give the links in texts that come or go; what was withdrawn is not named."""
    old, new = _links(before), _links(after)
    for kind, name in sorted(new - old):
        yield f"link erbij: {kind} {name}"
    for kind, name in sorted(old - new):
        if not veil.hides_link(kind, name):
            yield f"link weg: {kind} {name}"


def _links(record: Record) -> set[tuple[str, str]]:
    references: Iterable[Any] = iterate_all_references(record)
    return {(each.kind_name, each.id) for each in references if each.offset is not None}
