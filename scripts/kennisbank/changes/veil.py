"""What a report of changes may not say: what was withdrawn since."""

import re

from kennisbank.model.base import Record
from kennisbank.model.records import Records
from kennisbank.vocabulary import PERSON
from kennisbank.withdrawn.check import find_withdrawn, make_search


class Veil:
    """Knows which records of before are withdrawn now, and which texts would tell of them."""

    def __init__(self, old: Records, new: Records) -> None:
        self._gone = {
            record.key
            for record in old.all()
            if record.address in new.addresses.withdrawn
            or find_withdrawn(new.withdrawn, record.kind.name, record.id)
        }
        self._search = make_search(new)
        people = [re.escape(name) for kind, name in self._gone if kind == PERSON.name]
        self._ids = re.compile(rf"(?<![\w-])(?:{'|'.join(people)})(?![\w-])") if people else None

    def is_gone(self, record: Record) -> bool:
        """Tell whether a record of before was withdrawn."""
        return record.key in self._gone

    def hides(self, text: str) -> bool:
        """Tell whether a text of before names somebody or something that was withdrawn."""
        return bool(self._ids and self._ids.search(text)) or self._search.names(text)

    def hides_link(self, kind_name: str, record_id: str) -> bool:
        """Tell whether a link led to what was withdrawn."""
        return (kind_name, record_id) in self._gone
