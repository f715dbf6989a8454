"""What readers see does not rest on a record that they cannot see yet.

Uitleg: Wie iets zegt en in welke bron, dat staat er voor de lezer altijd bij. Is die persoon of
bron nog een ontwerp, dan zou de uitspraak zonder bericht wegvallen. Zo ook het thema van een begrip
en de bronnen van een tekening. Maak dat andere record af, en haal daar de regel met status weg.
Fout:
    status: ontwerp
    naam: Kirsten Vuurvlieg
    soort: persoon
Goed:
    naam: Kirsten Vuurvlieg
    soort: persoon
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.model.references import iterate_references
from kennisbank.problems import Fault

RULES = ("rust-op-ontwerp",)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each draft that a concept, an example or a diagram cannot do without."""
    drafts = {record.key for record in records.all() if record.is_draft}
    if not drafts:
        return
    visible = (records.concepts, records.examples, records.diagrams)
    for record in (each for kind in visible for each in kind.values() if not each.is_draft):
        for reference in iterate_references(record):
            kind, name = reference.kind_name, reference.id
            if reference.is_firm and (kind, name) in drafts:
                message = (
                    f'{kind} "{name}" is nog een ontwerp; maak dat eerst af en haal daar de regel '
                    'met "status" weg'
                )
                yield record.fault("rust-op-ontwerp", reference.where, message, about=(kind, name))
