"""Addresses that a record would take from another: refused beforehand, or found in the check."""

from collections.abc import Iterable, Iterator

from kennisbank.model.addresses import AddressBook, Owner
from kennisbank.model.base import Record
from kennisbank.model.record_address import page_address, read_address
from kennisbank.model.records import Records
from kennisbank.permanence.made import Made
from kennisbank.problems import Fault
from kennisbank.prompt import typed
from kennisbank.rules.base import Edge, iterate_edges
from kennisbank.vocabulary import (
    CONCEPT,
    PERSON,
    TENSION,
    VOICE_ANCHOR,
    Kind,
    tension_id,
)

TAKEN, GONE = "doorverwijzing-dekt", "adres-ingetrokken"


def find_taken(book: AddressBook, kind: Kind, name: str, mover: str = "") -> str:
    """Say why no record may be called `name`, unless it is the one that is called `mover` now.

    Gives nothing when that is all right: the name is free, or it was this record's before.
    """
    page, own = kind.address(name), (kind.name, mover)
    for address in sorted(book.known, key=lambda each: (each != page, each)):
        found = read_address(address)
        if found and found.key == (kind.name, name) and book.owner(address) != own:
            return f"{_tell(book, address)}; kies een andere naam"
    holder = book.current_id(kind.name, name)
    if holder not in (name, mover):
        return f'"{name}" was eerder de naam van "{holder}"; kies een andere naam'
    if kind is PERSON and (voice := _find_other_voice(book, name, mover)):
        return f"{_tell(book, voice)}; kies een andere naam"
    return ""


def _tell(book: AddressBook, address: str) -> str:
    end = book.resolve(address)
    if end.partition("#")[0] in book.withdrawn:
        return f'"{address}" is ingetrokken en wordt nooit meer gebruikt'
    if end != address:
        return f'"{address}" is een gepubliceerd adres dat nu naar "{end}" leidt'
    found, owner = read_address(address), book.owner(address)
    if found and owner and owner != found.key:
        return f'"{address}" is het vaste kenmerk van {owner[0]} "{owner[1]}"'
    return f'"{address}" is het adres van een record dat er niet meer is'


def _find_other_voice(book: AddressBook, name: str, mover: str) -> str:
    """Give an anchor of this voice that leads to another one."""
    for source, target in book.redirects.items():
        if source in book.chosen:
            continue
        anchor, end = source.partition("#")[2], target.partition("#")[2]
        is_voice = anchor == VOICE_ANCHOR + name and end.startswith(VOICE_ANCHOR)
        if is_voice and end not in (anchor, VOICE_ANCHOR + mover):
            return source
    return ""


def find_other_pair(book: AddressBook, pair_id: str, concepts: Iterable[str]) -> str:
    """Say why these two concepts may not have the page of a tension, or nothing."""
    address = page_address(TENSION, pair_id)
    if address in book.withdrawn:
        return f'"{address}" is ingetrokken en wordt nooit meer gebruikt'
    noted = book.members(pair_id)
    if noted and noted != {(CONCEPT.name, name) for name in concepts}:
        one, _, other = book.pairs[address].partition(" ")
        return f'"{address}" is het adres van de spanning tussen "{one}" en "{other}"'
    return ""


def check_taken(records: Records, made: Made) -> Iterator[Fault]:
    """Give a fault for each record, tension or page that stands at an address of something else."""
    book = records.addresses
    there = {*made, *(r.address for r in records.all() if r.is_draft)}
    faults: dict[str, Fault] = {}
    for address in sorted(there & {*book.redirects, *book.withdrawn}):
        found = read_address(address)
        if found is None or found.kind != TENSION:
            is_hand_written = address in made and made[address] is None and found is None
            fault = _find_place(records, address, is_hand_written)
            faults.setdefault(fault.path, fault)
    yield from faults.values()
    yield from _check_names(records, faults)
    yield from _check_voices(records, faults)
    for edge in iterate_edges(records):
        if edge.kind == TENSION:
            yield from _check_pair(book, edge)


def _find_place(records: Records, address: str, is_hand_written: bool) -> Fault:
    """Point at the file that stands in the way: a record, a page that people write, or the book."""
    book, found = records.addresses, read_address(address)
    record = records.by_kind(found.kind).get(found.id) if found else None
    path = f"docs/{address.rstrip('/')}.md" if is_hand_written else book.path
    if record:
        page, path = record.address, record.path
        address = page if page in book.redirects or page in book.withdrawn else address
    is_withdrawn = book.resolve(address).partition("#")[0] in book.withdrawn
    way_out = _way_out(records, record, book.owner(address))
    return Fault(
        path=path,
        where=(),
        rule=GONE if is_withdrawn else TAKEN,
        message=f"{_tell(book, address)}; {way_out}",
    )


def _way_out(records: Records, record: Record | None, owner: Owner | None) -> str:
    """A file that was renamed by hand goes back to the name under which it is known."""
    if record and owner and owner[0] == record.kind.name and not records.has(*owner):
        return (
            f'noem dit bestand "{owner[1]}.yml" zoals het heette, en geef het dan een andere naam '
            f"met: {typed(f'rename {owner[0]} {owner[1]} {record.id}')}"
        )
    return "geef dit bestand een andere naam"


def _check_names(records: Records, known: Iterable[str]) -> Iterator[Fault]:
    """Other systems know a record by its first name: no other one may have that."""
    book = records.addresses
    for page, origin in book.origins.items():
        now, first = read_address(page), read_address(origin)
        if now is None or first is None or not records.has(*now.key):
            continue
        record = records.by_kind(first.kind).get(first.id)
        if record and record.path not in known:
            message = (
                f'"{first.id}" was eerder de naam van {now.kind} "{now.id}"; '
                "geef dit bestand een andere naam"
            )
            yield record.fault(TAKEN, (), message)


def _check_voices(records: Records, known: Iterable[str]) -> Iterator[Fault]:
    """A person without a page has anchors all the same: they stay with the person."""
    for person in records.people.values():
        anchor = _find_other_voice(records.addresses, person.id, person.id)
        if anchor and person.path not in known:
            message = f"{_tell(records.addresses, anchor)}; geef dit bestand een andere naam"
            yield person.fault(TAKEN, (), message)


def _check_pair(book: AddressBook, edge: Edge) -> Iterator[Fault]:
    concepts = (edge.concept.id, edge.target)
    reason = find_other_pair(book, tension_id(*concepts), concepts)
    if reason:
        rule = GONE if "ingetrokken" in reason else TAKEN
        yield edge.fault(rule, f"{reason}; kies een andere soort relatie, zoals verwant")
