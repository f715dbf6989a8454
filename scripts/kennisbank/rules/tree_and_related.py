"""A concept is not both above another and merely related to it (SKOS S27).

Uitleg: Staat het ene begrip boven het andere (breder of onderdeel_van, ook via een tussenstap),
dan kunnen ze niet ook verwant zijn of een spanning vormen. Kies één van de twee.
Fout:
    breder:
      gesprek: |
        Een dialoog is een gesprek.
    verwant:
      gesprek: |
        Ze lijken op elkaar.
Goed:
    breder:
      gesprek: |
        Een dialoog is een gesprek.
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.problems import Fault
from kennisbank.rules.base import Edge, iterate_edges, parents_by_concept
from kennisbank.vocabulary import RELATION_KINDS

RULES = ("breder-en-verwant",)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each associative relation between a concept and one further above it.

    One right above it is related twice, which has a message of its own.
    """
    parents = parents_by_concept(records)
    above: dict[str, frozenset[str]] = {}
    for edge in iterate_edges(records):
        if RELATION_KINDS[edge.kind].is_hierarchy:
            continue
        pair = (edge.concept.id, edge.target)
        for low, high in (pair, pair[::-1]):
            is_direct = high in parents.get(low, ())
            if low != high and not is_direct and high in _above(parents, low, above):
                message = (
                    f'"{high}" staat al boven "{low}"; "{edge.kind}" '
                    "kan dan niet, haal één van de twee weg"
                )
                yield edge.fault("breder-en-verwant", message)


def _above(
    parents: dict[str, dict[str, Edge]], name: str, known: dict[str, frozenset[str]]
) -> frozenset[str]:
    if name not in known:
        found: set[str] = set()
        waiting = list(parents.get(name, ()))
        while waiting:
            parent = waiting.pop()
            if parent not in found:
                found.add(parent)
                waiting.extend(parents.get(parent, ()))
        known[name] = frozenset(found)
    return known[name]
