"""An author who is a person of the knowledge base is named by id.

Uitleg: Staat de auteur van een bron ook als persoon in de kennisbank, schrijf dan het id. Dan
krijgt de bron een link naar die persoon, en de persoon een link naar de bron. Is het toevallig
iemand anders met dezelfde naam, dan mag de naam blijven staan.
Fout:
    auteurs:
    - Vuurvlieg, K.
Goed:
    auteurs:
    - kirsten-vuurvlieg
"""

import re
from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.model.voices import Person
from kennisbank.problems import Fault
from kennisbank.record_id import ID_PATTERN
from kennisbank.spelling import make_id

RULES = ("bekende-auteur",)


def check(records: Records) -> Iterator[Fault]:
    """Give a notice for each author in words whose name is that of one person."""
    for source in records.sources.values():
        for index, author in enumerate(source.authors):
            if re.fullmatch(ID_PATTERN, author):
                continue
            named = [each for each in records.people.values() if _is_name_of(each, author)]
            if len(named) == 1:
                yield source.fault(
                    "bekende-auteur",
                    ("auteurs", index),
                    f'auteur "{author}" is een bekende persoon; bedoel je "{named[0].id}"?',
                    level="let op",
                )


def _is_name_of(person: Person, author: str) -> bool:
    """Tell whether an author is this person: the same words, or initials with the same last ones.

    `Van Zwerk, H.` and `Zwerk, H. van` are Hans van Zwerk.
    """
    if person.sort != "persoon":
        return False
    written, name = make_id(author).split("-"), make_id(person.name).split("-")
    if sorted(written) == sorted(name):
        return True
    first, *last = name
    initials = [word for word in written if len(word) == 1]
    words = [word for word in written if len(word) > 1]
    return bool(last and initials) and sorted(words) == sorted(last) and initials[0] == first[0]
