"""A relation is written once, in one of its two records.

Uitleg: Een relatie staat één keer, bij één van de twee begrippen; de site toont haar aan beide
kanten. Een begrip heeft geen relatie met zichzelf.
Fout:
    (in macht.yml)            spanning: gelijkwaardigheid
    (in gelijkwaardigheid.yml) spanning: macht
Goed:
    (in macht.yml) spanning: gelijkwaardigheid
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.problems import Fault
from kennisbank.rules.base import Edge, iterate_edges

RULES = ("relatie-met-zichzelf", "dubbele-relatie")

SAID = {
    "relatie-met-zichzelf": '"{id}" heeft een relatie met zichzelf; noem een ander begrip',
    "dubbele-relatie": '"{id}" en "{target}" hebben al een relatie ("{kind}" in {path}); haal één '
    "van de twee weg",
}


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each relation to itself and each pair that is related twice."""
    seen: dict[frozenset[str], Edge] = {}
    for edge in iterate_edges(records):
        if edge.target == edge.concept.id:
            message = SAID["relatie-met-zichzelf"].format(id=edge.target)
            yield edge.fault("relatie-met-zichzelf", message)
            continue
        first = seen.setdefault(frozenset((edge.concept.id, edge.target)), edge)
        if first is not edge:
            message = SAID["dubbele-relatie"].format(
                id=edge.concept.id, target=edge.target, kind=first.kind, path=first.concept.path
            )
            yield edge.fault("dubbele-relatie", message)
