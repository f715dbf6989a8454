"""What a rule is, and the relation edges that several rules look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from kennisbank.memory import remembered
from kennisbank.model.concept import Concept
from kennisbank.model.records import Records
from kennisbank.problems import Fault
from kennisbank.vocabulary import RELATION_KINDS, UPWARD


class Rule(Protocol):
    """A rule module."""

    @property
    def RULES(self) -> tuple[str, ...]:  # noqa: N802  # a constant of the module
        """Give the ids of this rule."""
        ...

    def check(self, records: Records, /) -> Iterator[Fault]:
        """Give every fault against this rule."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A relation as written: `kind` holds from `concept` to `target`."""

    concept: Concept
    kind: str
    target: str

    def fault(self, rule: str, message: str) -> Fault:
        """Give a fault that points at this relation."""
        where = ("relaties", self.kind, self.target)
        return self.concept.fault(rule, where, message, at_key=True)


@remembered
def iterate_edges(records: Records) -> Iterator[Edge]:
    """Give every relation as written, between concepts that exist."""
    for concept in records.concepts.values():
        yield from (edge for edge in _edges_of(concept) if edge.target in records.concepts)


@remembered
def _edges_of(concept: Concept) -> Iterator[Edge]:
    for kind, targets in concept.relations.items():
        yield from (Edge(concept=concept, kind=kind, target=target) for target in targets)


def parents_by_concept(records: Records) -> dict[str, dict[str, Edge]]:
    """Give for each concept the broader and whole ones, from either side's record."""
    parents: dict[str, dict[str, Edge]] = {}
    for edge in iterate_edges(records):
        if edge.kind in UPWARD:
            parents.setdefault(edge.concept.id, {})[edge.target] = edge
        elif RELATION_KINDS[edge.kind].is_hierarchy:
            parents.setdefault(edge.target, {})[edge.concept.id] = edge
    return parents
