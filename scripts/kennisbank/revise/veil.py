"""Keep withdrawn names out of the book of addresses when a record moves."""

from pathlib import PurePosixPath

from kennisbank.journal.put import Changes
from kennisbank.load.decode import decode
from kennisbank.load.parse import parse
from kennisbank.model.addresses import AddressBook
from kennisbank.model.records import Records
from kennisbank.permanence import serialize
from kennisbank.withdrawn.book import serialize_withdrawn, veil_addresses
from kennisbank.withdrawn.check import make_search


def veil_changes(records: Records, changes: Changes) -> Changes:
    """Give changes with the old addresses that hold a withdrawn name as hashes only."""
    path = records.addresses.path
    content = changes.get(path)
    if content is None or not records.withdrawn.records:
        return changes
    data, _ = parse(path, decode(path, content)[0])
    written = {PurePosixPath(each).stem for each, new in changes.items() if new is not None}
    stay = {each.id for each in records.all() if changes.get(each.path, b"") is not None}
    search = make_search(records)
    book, withdrawn = veil_addresses(
        AddressBook.model_validate(data), records.withdrawn, search, written | stay
    )
    changed = {path: serialize(book).encode()}
    if withdrawn != records.withdrawn:
        changed[withdrawn.path] = serialize_withdrawn(withdrawn)
    return {**changes, **changed}
