"""A term or synonym belongs to one concept.

Uitleg: Een term of synoniem mag maar bij één begrip staan, anders weet niemand waar hij heen
moet. Zet hem bij het andere begrip desnoods als zoekterm.
Fout:
    (in werkrelatie.yml) samenwerkingsrelatie
    (in samenwerken.yml)  samenwerkingsrelatie
Goed:
    (in werkrelatie.yml)  alternatieve_termen: samenwerkingsrelatie
    (in samenwerken.yml)  zoektermen: samenwerkingsrelatie
"""

from collections.abc import Iterator

from kennisbank.model.concept import Concept
from kennisbank.model.records import Records
from kennisbank.problems import Fault, Where
from kennisbank.spelling import make_id

RULES = ("dubbele-term",)
SAID = {
    "dubbele-term": '"{label}" is al een term van begrip "{owner}"; haal hem bij één van '
    "de twee weg"
}


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each visible label that another concept has too.

    A concept whose id is its term has the better right to it.
    """
    owners: dict[str, Concept] = {}
    for concept in sorted(records.concepts.values(), key=_is_named_otherwise):
        for where, label in _labels(concept):
            owner = owners.setdefault(label.casefold(), concept)
            if owner is not concept:
                message = SAID["dubbele-term"].format(label=label, owner=owner.id)
                yield concept.fault("dubbele-term", where, message)


def _is_named_otherwise(concept: Concept) -> bool:
    return make_id(concept.preferred_label) != concept.id


def _labels(concept: Concept) -> Iterator[tuple[Where, str]]:
    yield ("voorkeursterm",), concept.preferred_label
    for index, label in enumerate(concept.alternative_labels):
        yield ("alternatieve_termen", index), label
