"""The book of addresses after a record moved, was merged or was withdrawn."""

from collections.abc import Iterable, Iterator, Mapping

from kennisbank.model.addresses import FILE_MARK, NO_ANCHORS, AddressBook
from kennisbank.model.record_address import RecordAddress, read_address
from kennisbank.model.records import Records
from kennisbank.model.voices import Person
from kennisbank.rules.base import iterate_edges
from kennisbank.vocabulary import (
    CONCEPT,
    DIAGRAM,
    EMBED,
    PERSON,
    TENSION,
    VOICE_ANCHOR,
    Kind,
    tension_id,
)
from kennisbank.withdrawn.check import make_search

Names = tuple[str, str]
"""The id of now and the one that it gets, or that of the record which carries it on."""


def list_live(book: AddressBook) -> Iterator[str]:
    """Give every page and file in the book at which something stands, in order."""
    ends = (target.partition("#")[0] for target in book.redirects.values())
    gone = {*book.redirects, *book.withdrawn}
    yield from sorted({*book.published, *ends} - gone)


def find_moves(records: Records, book: AddressBook, kind: Kind, names: Names) -> dict[str, str]:
    """Give the old and new address of each page and file of a record, of its tensions, and of the
    anchors of a person. What other systems know it by stays where it is.
    """
    old, new = names
    pairs = find_pairs(records, names) if kind is CONCEPT else {}
    moves: dict[str, str] = {}
    for address in list_live(book):
        found = read_address(address)
        if found and found.is_identifier:
            if book.owner(address) == (kind.name, old):
                moves[address] = address
        elif found and found.key == (kind.name, old):
            moves[address] = found.with_id(new)
        elif found and found.kind == TENSION and found.id in pairs:
            moves[address] = found.with_id(pairs[found.id])
    if kind is PERSON:
        moves |= _find_voices(book, old, new)
    return moves


def find_pairs(records: Records, names: Names) -> dict[str, str]:
    """Give the id of each tension of a concept, and the id that it gets."""
    old, new = names
    edges = [edge for edge in iterate_edges(records) if edge.kind == TENSION]
    others = {edge.target for edge in edges if edge.concept.id == old}
    others |= {edge.concept.id for edge in edges if edge.target == old}
    return {tension_id(old, other): tension_id(new, other) for other in others}


def _find_voices(book: AddressBook, old: str, new: str) -> dict[str, str]:
    """Give each published anchor of a person, and each to which one leads."""
    before, after = f"{VOICE_ANCHOR}{old}", f"{VOICE_ANCHOR}{new}"
    moves = {
        target: target.removesuffix(before) + after
        for target in book.redirects.values()
        if target.endswith(f"#{before}")
    }
    for page in book.published:
        end = book.resolve(page).partition("#")[0]
        if before in book.anchors(page) and end not in book.withdrawn:
            moves[f"{page}#{before}"] = f"{end}#{after}"
    return moves


def move_addresses(book: AddressBook, moves: Mapping[str, str]) -> AddressBook:
    """Lead every moved address to its new place, and older redirects straight to the end.

    A redirect that stood at a new place has turned round: it is gone.
    """
    redirects = {old: _follow(target, moves) for old, target in book.redirects.items()}
    redirects |= {old: new for old, new in moves.items() if _is_known(book, old)}
    ends = set(moves.values())
    kept = {old: target for old, target in redirects.items() if old not in ends and old != target}
    return book.changed(redirects=kept)


def _is_known(book: AddressBook, address: str) -> bool:
    page, _, anchor = address.partition("#")
    is_known = address in book.redirects or not anchor or anchor in book.anchors(page)
    return is_known and page in book.known


def _follow(target: str, moves: Mapping[str, str]) -> str:
    page, mark, anchor = target.partition("#")
    if target in moves:
        return moves[target]
    end = moves.get(page, page)
    return end if "#" in end else f"{end}{mark}{anchor}"


def rename_in_book(records: Records, kind: Kind, names: Names) -> AddressBook:
    """Give the book in which a record has another id; the first that it had stays noted.

    A draft was never seen, and a diagram or a private person has no name in other systems. An id
    that names what was withdrawn goes for good, unless it was published.
    """
    book = records.addresses
    moves = find_moves(records, book, kind, names)
    page, end = (kind.address(name) for name in names)
    origins = dict(book.origins)
    first = origins.pop(page, page)
    record = records.by_kind(kind.name)[names[0]]
    is_private = isinstance(record, Person) and record.is_private
    is_named = make_search(records).names(names[0])
    is_nameless = record.is_draft or kind is DIAGRAM or is_private or is_named
    is_seen = page in book.known or not is_nameless
    if first != end and is_seen:
        origins[end] = first
    return move_addresses(book, moves).changed(origins=origins)


def find_lost_pair(address: RecordAddress, into: str) -> str:
    """Give where the page or card of a tension leads that is one no longer: to the concept."""
    if not address.is_card:
        return CONCEPT.address(into)
    return f"{EMBED}/{into}{address.after}"


def merge_in_book(records: Records, names: Names, pairs: Iterable[str]) -> AddressBook:
    """Give the book in which concept `names[0]` is part of `names[1]`; `pairs` are the ids of the
    tensions that this one has afterwards.
    """
    old, into = names
    book, there = records.addresses, set(pairs)
    moves = find_moves(records, book, CONCEPT, names)
    for address, target in moves.items():
        found, end = read_address(address), read_address(target)
        if found and found.is_identifier:
            moves[address] = found.with_id(book.first_id(CONCEPT.name, into))
        elif end and end.kind == TENSION and end.id not in there:
            moves[address] = find_lost_pair(end, into)
    page = CONCEPT.address(old)
    origins = {end: first for end, first in book.origins.items() if end != page}
    moved = move_addresses(book.without_returned(there), moves)
    return moved.changed(origins=origins)


def withdraw_addresses(book: AddressBook, gone: Iterable[str]) -> AddressBook:
    """Note addresses as withdrawn, with every address that led to them."""
    lost = set(gone)
    lost |= {old for old, target in book.redirects.items() if target.partition("#")[0] in lost}
    kept = {
        old: target
        for old, target in book.redirects.items()
        if old not in lost and old.partition("#")[0] not in lost
    }
    pages = {address for address in lost if "#" not in address}
    origins = {page: first for page, first in book.origins.items() if page not in lost}
    withdrawn = tuple(sorted(pages | set(book.withdrawn)))
    return book.changed(redirects=kept, withdrawn=withdrawn, origins=origins)


def drop_anchors(book: AddressBook, anchor: str) -> AddressBook:
    """Forget an anchor that would itself name who is withdrawn."""
    published = {
        address: noted if noted == FILE_MARK else " ".join(_without(book, address, anchor))
        for address, noted in book.published.items()
    }
    redirects = {
        old: target.removesuffix(f"#{anchor}")
        for old, target in book.redirects.items()
        if not old.endswith(f"#{anchor}")
    }
    return book.changed(published=published, redirects=redirects)


def _without(book: AddressBook, address: str, anchor: str) -> tuple[str, ...]:
    return tuple(a for a in book.anchors(address) if a != anchor) or (NO_ANCHORS,)
