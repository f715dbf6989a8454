"""Relations and links that come or go, as both of their pages show them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kennisbank.changes.veil import Veil
from kennisbank.model.base import Record
from kennisbank.model.names import Names
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


Link = tuple[str, str]
"""The kind and the id of the record that a link leads to."""


@dataclass(frozen=True, slots=True)
class LinkReader:
    """Reads where the links of texts lead in one state of the records, by the ids of now."""

    names: Names
    moved: Moves

    def read(self, record: Record) -> set[Link]:
        """Give every record that the texts of a record link to."""
        found = set()
        for reference in iterate_all_references(record):
            if reference.offset is not None:
                here = (reference.kind_name, self.names.lead(reference))
                found.add(self.moved.get(here, here))
        return found


def compare_links(old: set[Link], new: set[Link], veil: Veil) -> Iterator[str]:
    """Give the links in texts that come or go; what was withdrawn is not named."""
    for kind, name in sorted(new - old):
        yield f"link erbij: {kind} {name}"
    for kind, name in sorted(old - new):
        if not veil.hides_link(kind, name):
            yield f"link weg: {kind} {name}"
