"""A relation is written once, in one of its two records.

Uitleg: Een relatie staat één keer, bij één van de twee begrippen; de site toont haar aan beide
kanten. Een begrip heeft geen relatie met zichzelf. Wat bij spanning_gezegd staat, hoort bij een
spanning van die twee.
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
from kennisbank.vocabulary import TENSION

RULES = ("relatie-met-zichzelf", "dubbele-relatie", "geen-spanning")

SAID = {
    "relatie-met-zichzelf": '"{id}" heeft een relatie met zichzelf; noem een ander begrip',
    "dubbele-relatie": '"{id}" en "{target}" hebben al een relatie ("{kind}" in {path}); haal één '
    "van de twee weg",
    "geen-spanning": 'er is geen spanning met "{target}"; zet haar bij "relaties", of haal dit weg',
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
    for concept in records.concepts.values():
        for target in concept.tension_said:
            related = seen.get(frozenset((concept.id, target)))
            if target in records.concepts and not (related and related.kind == TENSION):
                message = SAID["geen-spanning"].format(target=target)
                where = ("spanning_gezegd", target)
                yield concept.fault("geen-spanning", where, message, at_key=True)
