"""Every place of an article that the knowledge base rests on carries a claim, or says why not.

Uitleg: Voor elke kop van een basisartikel staat er ergens een uitspraak of voorbeeld. Is er niets
te halen, zeg dan bij "zonder_uitspraak" waarom.
Fout:
    (een kop van het artikel waar niemand iets zegt, en geen reden)
Goed:
    zonder_uitspraak:
      beeldbijschriften: |
        Alleen wat er op de foto's staat.
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.problems import Fault

RULES = ("plaats-zonder-uitspraak", "reden-overbodig")


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each place of a base source without claim and without reason.

    While a concept or an example is unreadable nobody knows what it says of which place.
    """
    if any(kind in ("begrip", "voorbeeld") for kind, _ in records.broken):
        return
    used = {(claim.source, claim.place) for c in records.concepts.values() for claim in c.claims}
    used |= {(example.source, example.place) for example in records.examples.values()}
    for source in records.sources.values():
        if not source.is_base:
            continue
        for place, heading in source.places.items():
            has_claim = (source.id, place) in used
            if not has_claim and place not in source.silent_places:
                message = (
                    f'bij "{heading}" staat nergens een uitspraak; '
                    'zeg bij "zonder_uitspraak" waarom'
                )
                yield source.fault(
                    "plaats-zonder-uitspraak", ("plaatsen", place), message, at_key=True
                )
            if has_claim and place in source.silent_places:
                message = f'bij "{place}" staat wel een uitspraak; haal de reden weg'
                yield source.fault(
                    "reden-overbodig", ("zonder_uitspraak", place), message, at_key=True
                )
