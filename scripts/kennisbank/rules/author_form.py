"""A name written for references is the name of the same person.

Uitleg: De achternaam in als_auteur staat ook in naam. Verander je naam, verander dan ook
als_auteur, of haal als_auteur weg: meestal kan het zonder.
Fout:
    naam: Anna de Boer
    als_auteur: Smit, Anna
Goed:
    naam: Anna de Boer
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.problems import Fault

RULES = ("andere-naam",)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each name for references of which the family name is another."""
    for person in records.people.values():
        family = person.author.core
        if person.author_form and family.casefold() not in person.name.casefold():
            message = (
                f'de achternaam "{family}" staat niet in naam; schrijf hier dezelfde achternaam '
                f'als in "{person.name}", of haal als_auteur weg'
            )
            yield person.fault("andere-naam", ("als_auteur",), message)
