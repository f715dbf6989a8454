"""Broader and whole-part relations form no circle.

Uitleg: Loopt "breder" of "onderdeel_van" in een kring, dan is een begrip breder dan zichzelf.
Haal één stap weg.
Fout:
    (in dialoog.yml) breder: gesprek
    (in gesprek.yml) breder: dialoog
Goed:
    (in dialoog.yml) breder: gesprek
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.problems import Fault
from kennisbank.rules.base import Edge, parents_by_concept

RULES = ("kringloop",)


def check(records: Records) -> Iterator[Fault]:
    """Give one fault for each circle, at the relation that closes it."""
    parents = parents_by_concept(records)
    done: set[str] = set()
    for start in sorted(parents):
        yield from _walk(parents, start, done)


def _walk(parents: dict[str, dict[str, Edge]], start: str, done: set[str]) -> Iterator[Fault]:
    """Go up from `start`, depth first, without recursion."""
    trail: list[str] = []
    stack: list[tuple[str, int]] = [(start, 0)]
    while stack:
        name, depth = stack.pop()
        del trail[depth:]
        if name in done:
            continue
        trail.append(name)
        above = parents.get(name, {})
        for parent, edge in sorted(above.items()):
            if parent in (name, *trail[-2:-1]):
                continue  # that pair is related twice, which has a message of its own
            if parent in trail:
                circle = " > ".join([*trail[trail.index(parent) :], parent])
                yield edge.fault(
                    "kringloop", f"kring van bredere begrippen: {circle}; haal één stap weg"
                )
            elif parent not in done:
                stack.append((parent, len(trail)))
        if all(parent in done or parent in trail for parent in above):
            done.add(name)
    done.add(start)
