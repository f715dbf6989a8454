"""The book of addresses after a record moved, was merged or was withdrawn."""

import re
from collections.abc import Iterable, Mapping

from kennisbank.model.addresses import FILE_MARK, NO_ANCHORS, AddressBook
from kennisbank.model.records import Records
from kennisbank.rules.base import iterate_edges
from kennisbank.vocabulary import CONCEPT, PERSON, PRACTICE, TENSION, Kind, tension_id


def find_moves(
    records: Records, book: AddressBook, kind: Kind, names: tuple[str, str]
) -> dict[str, str]:
    """Give the old and new address of each page and file of a record and its tensions."""
    old, new = names
    pairs = _pairs(records, names) if kind is CONCEPT else {}
    moves: dict[str, str] = {}
    targets = {target.partition("#")[0] for target in book.redirects.values()}
    for address in (*book.published, *sorted(targets - set(book.published))):
        moved = _move_record(address, kind, old, new) or _move_pair(address, pairs)
        if moved:
            moves[address] = moved
        elif kind is PERSON:
            moves.update(_moved_anchor(book, address, names))
    return moves


def _move_record(address: str, kind: Kind, old: str, new: str) -> str:
    """Give the new address when the last part of it is the id, in a folder of the record's kind.

    The page to practise with it has its kind before the id.
    """
    practice = re.escape(f"{PRACTICE}/{kind.link_prefix}-")
    match = re.fullmatch(rf"({practice}|.*?/)?({re.escape(old)})((?:\.\w+)?/?)", address)
    folders = (match[1] or "").split("/") if match else []
    own = {kind.folder, kind.name, kind.link_prefix, f"{kind.link_prefix}-"}
    if not match or not own & set(folders):
        return ""
    return f"{match[1]}{new}{match[3]}"


def _pairs(records: Records, names: tuple[str, str]) -> dict[str, str]:
    old, new = names
    edges = [edge for edge in iterate_edges(records) if edge.kind == TENSION]
    others = {edge.target for edge in edges if edge.concept.id == old}
    others |= {edge.concept.id for edge in edges if edge.target == old}
    return {tension_id(old, other): tension_id(new, other) for other in others}


def _move_pair(address: str, pairs: Mapping[str, str]) -> str:
    head, _, last = address.removesuffix("/").rpartition("/")
    return f"{head}/{pairs[last]}/" if last in pairs and address.endswith("/") else ""


def _moved_anchor(book: AddressBook, address: str, names: tuple[str, str]) -> dict[str, str]:
    old, new = (f"stem-{name}" for name in names)
    return {f"{address}#{old}": f"{address}#{new}"} if old in book.anchors(address) else {}


def move_addresses(book: AddressBook, moves: Mapping[str, str]) -> AddressBook:
    """Lead every moved address to its new place, and older redirects straight to the end."""
    redirects = {old: _follow(target, moves) for old, target in book.redirects.items()}
    published = {old: new for old, new in moves.items() if old.partition("#")[0] in book.published}
    redirects.update(published)
    ends = set(moves.values())
    kept = {old: target for old, target in redirects.items() if old not in ends and old != target}
    return book.model_copy(update={"redirects": kept})


def _follow(target: str, moves: Mapping[str, str]) -> str:
    page, mark, anchor = target.partition("#")
    return moves.get(target) or f"{moves.get(page, page)}{mark}{anchor}"


def withdraw_addresses(book: AddressBook, gone: Iterable[str]) -> AddressBook:
    """Note addresses as withdrawn, with every address that led to them."""
    lost = set(gone)
    lost |= {old for old, target in book.redirects.items() if target.partition("#")[0] in lost}
    kept = {old: target for old, target in book.redirects.items() if old not in lost}
    pages = {address for address in lost if "#" not in address}
    withdrawn = tuple(sorted(pages | set(book.withdrawn)))
    return book.model_copy(update={"redirects": kept, "withdrawn": withdrawn})


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
    return book.model_copy(update={"published": published, "redirects": redirects})


def _without(book: AddressBook, address: str, anchor: str) -> tuple[str, ...]:
    return tuple(a for a in book.anchors(address) if a != anchor) or (NO_ANCHORS,)
