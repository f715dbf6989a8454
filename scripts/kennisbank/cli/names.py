"""Whether a record may be called what somebody asks for."""

from kennisbank.model.records import Records
from kennisbank.permanence import find_taken
from kennisbank.record_id import refuse_id
from kennisbank.vocabulary import Kind
from kennisbank.withdrawn.check import make_search


def refuse_name(records: Records, kind: Kind, name: str, mover: str = "") -> str:
    """Say why no record may get the id `name`, unless it is called `mover` now; or nothing."""
    if records.has(kind.name, name):
        return f'{kind.name} "{name}" bestaat al; kies een andere naam'
    if make_search(records).names(name):
        return f'"{name}" noemt iets dat is ingetrokken; kies een andere naam'
    return refuse_id(name) or find_taken(records.addresses, kind, name, mover)
