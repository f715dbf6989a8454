"""The file in which withdrawn records are remembered, and addresses that would name one."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from kennisbank.journal.put import Changes
from kennisbank.load.decode import decode
from kennisbank.load.parse import parse
from kennisbank.model.addresses import FILE_MARK, NO_ANCHORS, AddressBook
from kennisbank.model.base import Record
from kennisbank.model.records import Records
from kennisbank.model.withdrawn import GONE, Withdrawn, WithdrawnRecord
from kennisbank.permanence import serialize
from kennisbank.withdrawn.check import make_search
from kennisbank.withdrawn.forms import make_forms
from kennisbank.withdrawn.marks import hash_slowly, hash_text, make_mark, make_salt
from kennisbank.withdrawn.search import Search

HEADER = """\
# Wat is ingetrokken, zonder een naam te noemen: alleen afdrukken, om te zien of het ergens nog
# staat. Dit bestand wordt bijgehouden door opdrachten: wijzig het niet met de hand, en gooi het
# niet weg, want dan weet niemand meer wat niet terug mag komen.
"""


def remember(records: Records, gone: Iterable[Record], texts: Iterable[str]) -> Withdrawn:
    """Give the file with these records in it too, and with `texts` that must be written anew."""
    book = records.withdrawn
    salt = book.salt if book.records else make_salt()
    hashed = tuple(sorted(hash_text(salt, text) for text in texts))
    fresh = tuple(
        WithdrawnRecord.model_validate(
            {
                "id": hash_slowly(salt, f"{record.kind.name} {record.id}"),
                "namen": [str(make_mark(salt, form)) for form in make_forms(record, records)],
                "teksten": [] if number else list(hashed),
            }
        )
        for number, record in enumerate(gone)
    )
    again = {record.id for record in fresh}
    kept = tuple(record for record in book.records if record.id not in again)
    return book.model_copy(update={"salt": salt, "records": (*kept, *fresh)})


def veil_addresses(
    book: AddressBook, withdrawn: Withdrawn, search: Search, ids: Iterable[str]
) -> tuple[AddressBook, Withdrawn]:
    """Take addresses that hold a withdrawn name out of the book, and keep a hash of each.

    A page that says "ingetrokken" at such an address would itself say the name, so there is none:
    the page for what is not there knows the address by its hash. Where one of the `ids` of what
    stays has such a name in it, its addresses stay until it is renamed.
    """
    living = {each for each in ids if search.names(each)}

    def is_veiled(address: str) -> bool:
        return search.names(address) and not any(each in address for each in living)

    kept = {
        address: noted if noted == FILE_MARK else _keep_anchors(search, noted)
        for address, noted in book.published.items()
        if not is_veiled(address)
    }
    redirects = {
        old: target.partition("#")[0] if is_veiled(target) else target
        for old, target in book.redirects.items()
        if not is_veiled(old) and not is_veiled(target.partition("#")[0])
    }
    veiled = {old: target for old, target in book.redirects.items() if is_veiled(old)}
    veiled |= {
        address: GONE
        for address in (*book.published, *book.withdrawn)
        if is_veiled(address) and address not in veiled
    }
    hashed = {hash_slowly(withdrawn.salt, a): t for a, t in veiled.items() if "#" not in a}
    hashed = {**withdrawn.addresses, **hashed}
    shown = tuple(address for address in book.withdrawn if not is_veiled(address))
    fresh = {"published": kept, "redirects": redirects, "withdrawn": shown}
    known = {mark: GONE if is_veiled(target) else target for mark, target in hashed.items()}
    return book.model_copy(update=fresh), withdrawn.model_copy(update={"addresses": known})


def _keep_anchors(search: Search, noted: str) -> str:
    return " ".join(each for each in noted.split() if not search.names(each)) or NO_ANCHORS


def serialize_withdrawn(withdrawn: Withdrawn) -> bytes:
    """Give the text of ingetrokken.yml."""
    return (HEADER + "".join(f"{line}\n" for line in _write(withdrawn))).encode()


def _write(withdrawn: Withdrawn) -> Iterator[str]:
    yield f"zout: '{withdrawn.salt}'"
    yield "ingetrokken:"
    for record in withdrawn.records:
        yield f"- id: '{record.id}'"
        yield from _write_list("  namen", record.names)
        yield from _write_list("  teksten", record.texts)
    if withdrawn.addresses:
        yield "adressen:"
        yield from (f"  '{old}': {target}" for old, target in sorted(withdrawn.addresses.items()))
    yield from _write_list("edities", withdrawn.editions)


def _write_list(key: str, items: Iterable[str]) -> Iterator[str]:
    items = tuple(items)
    if items:
        yield f"{key}:"
        yield from (f"{' ' * (len(key) - len(key.lstrip()))}- '{item}'" for item in items)


def veil_changes(records: Records, changes: Changes) -> Changes:
    """Give the changes of a command with old addresses that hold a withdrawn name as hashes."""
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
    changed = {path: serialize(book)}
    if withdrawn != records.withdrawn:
        changed[withdrawn.path] = serialize_withdrawn(withdrawn)
    return {**changes, **changed}
