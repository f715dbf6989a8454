"""What readers see is written: the dots of a first draft are gone.

Uitleg: De opdracht new zet drie puntjes op elke plek waar jouw tekst komt. In een ontwerp mogen ze
blijven staan. Zonder de regel "status: ontwerp" moet overal tekst staan.
Fout:
    definitie: |
      …
Goed:
    definitie: |
      de verhouding tussen mensen
"""

from collections.abc import Iterator

from kennisbank.memory import remembered
from kennisbank.model.base import Record
from kennisbank.model.records import Records
from kennisbank.model.references import iterate_all_references
from kennisbank.model.walk import walk_texts
from kennisbank.problems import Fault, Where
from kennisbank.vocabulary import DOTS

RULES = ("onaf",)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each value that is nothing but dots, in records that readers see."""
    for record in records.all():
        if record.is_draft:
            continue
        for where in _find_all_dots(record):
            message = "hier staat nog geen tekst; schrijf die"
            if not _is_named(records, record):
                message += ', of zet "status: ontwerp" bovenaan'
            yield record.fault("onaf", where, message)


def _is_named(records: Records, record: Record) -> bool:
    """Tell whether another record that readers see names this one: then it cannot be a draft."""
    name = record.key
    others = (each for each in records.all() if each is not record and not each.is_draft)
    named = (each for other in others for each in iterate_all_references(other))
    return any((each.kind_name, each.id) == name for each in named)


@remembered
def _find_all_dots(record: Record) -> Iterator[Where]:
    return (found.where for found in walk_texts(record) if found.text in DOTS)
