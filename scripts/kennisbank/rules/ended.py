"""A record that ended says what came in its place.

Uitleg: Een vervallen record houdt zijn pagina, met een verwijzing naar de opvolger. Vul
"vervangen_door" in met een id van dezelfde soort.
Fout:
    status: vervallen
Goed:
    status: vervallen
    vervangen_door: werkrelatie
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.problems import Fault
from kennisbank.vocabulary import ENDED

RULES = ("vervallen-zonder-opvolger", "opvolger")


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each ended record without a living successor."""
    for record in records.all():
        name, kind = record.replaced_by, record.kind.name
        if record.status == ENDED and not name:
            message = 'vervallen, maar zonder opvolger; vul "vervangen_door" in'
            yield record.fault("vervallen-zonder-opvolger", ("status",), message)
        if not name:
            continue
        successor = records.by_kind(kind).get(name)
        problem = ""
        if not records.has(kind, name):
            problem = f'{kind} "{name}" bestaat niet'
        elif record.status != ENDED:
            problem = (
                "alleen een vervallen record heeft een opvolger; "
                'zet "status: vervallen" of haal dit weg'
            )
        elif successor and (successor.status == ENDED or successor.is_draft):
            problem = f'"{name}" is zelf {successor.status}; kies een record dat vastgesteld is'
        if problem:
            yield record.fault(
                "opvolger",
                ("vervangen_door",),
                problem,
                about=None if records.has(kind, name) else (kind, name),
            )
