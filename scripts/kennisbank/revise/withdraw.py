"""Take a record away with all that rests on it, and note its addresses as withdrawn."""

from dataclasses import dataclass

from kennisbank.config import Project
from kennisbank.load.raw import find_hand_written
from kennisbank.load.sheet import Sheet, read_sheet
from kennisbank.model.addresses import AddressBook
from kennisbank.model.base import Record
from kennisbank.model.records import Records
from kennisbank.model.references import iterate_references
from kennisbank.model.voices import Person
from kennisbank.permanence import find_lost_anchors, find_made, serialize
from kennisbank.pipeline import check_records
from kennisbank.problems import Where
from kennisbank.revise.book import drop_anchors, find_moves, withdraw_addresses
from kennisbank.revise.cuts import cut_entries
from kennisbank.revise.edits import Changes, Edit, apply_edits, find_links
from kennisbank.revise.leftovers import make_needles, stands_in
from kennisbank.revise.stage import stage
from kennisbank.vocabulary import PERSON, SOURCE

WITHDRAWABLE = ("persoon", "begrip", "voorbeeld", "bron", "leerroute")
NEUTRAL = {
    "persoon": "iemand",
    "begrip": "een ander begrip",
    "voorbeeld": "een voorbeeld",
    "bron": "een bron",
    "leerroute": "een leerroute",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What changes, and the words by which the withdrawn record is known."""

    changes: Changes
    needles: tuple[str, ...]
    gone: tuple[Record, ...]


def withdraw(project: Project, records: Records, record: Record) -> Withdrawal:
    """Plan the withdrawal of a record, of examples that it told, and of every claim by it."""
    gone = (record, *_told_by(records, record))
    changes: dict[str, bytes | None] = {}
    for other in records.all():
        if other in gone:
            changes[other.path] = None
            continue
        sheet = read_sheet(project.root, other.path)
        edits = cut_entries(sheet, _find_places(other, gone))
        edits |= {edit for each in gone for edit in _neutral_links(sheet, each)}
        if edits:
            changes[other.path] = sheet.encode(apply_edits(sheet.text, edits))
    book = _withdraw_pages(records, gone)
    changes[book.path] = serialize(book).encode()
    book = _settle_anchors(project, changes, book)
    changes[book.path] = serialize(book).encode()
    return Withdrawal(changes=changes, needles=make_needles(records, record), gone=gone)


def _told_by(records: Records, record: Record) -> tuple[Record, ...]:
    if record.kind not in (PERSON, SOURCE):
        return ()
    return tuple(
        example for example in records.examples.values() if any(_names(example, (record,)))
    )


def _names(record: Record, gone: tuple[Record, ...]) -> tuple[Where, ...]:
    known = {(each.kind.name, each.id) for each in gone}
    return tuple(
        reference.entry
        for reference in iterate_references(record)
        if reference.where and (reference.kind_name, reference.id) in known
    )


def _find_places(record: Record, gone: tuple[Record, ...]) -> set[Where]:
    """Give the entries to cut: of a claim by, via or from what is gone, the whole claim."""
    return set(_names(record, gone))


def _neutral_links(sheet: Sheet, record: Record) -> set[Edit]:
    """Put the link's own words in its place, or neutral ones where they would name the record."""
    edits = set()
    for match in find_links(sheet, record.kind, record.id):
        words = (match["label"] or "").strip()
        is_telling = not words or stands_in(words, record)
        edits.add(Edit(*match.span(), NEUTRAL[record.kind.name] if is_telling else words))
    return edits


def _withdraw_pages(records: Records, gone: tuple[Record, ...]) -> AddressBook:
    book, lost = records.addresses, set()
    for record in gone:
        if not (isinstance(record, Person) and record.is_private):
            lost.add(record.kind.address(record.id))
        names = (record.id, record.id)
        lost |= {a for a in find_moves(records, book, record.kind, names) if "#" not in a}
        if record.kind is PERSON:
            book = drop_anchors(book, f"stem-{record.id}")
    return withdraw_addresses(book, lost)


def _settle_anchors(project: Project, changes: Changes, book: AddressBook) -> AddressBook:
    """Keep the anchors of other voices whose only claim was joint: they lead to their page."""
    with stage(project, changes) as staged:
        made = find_made(check_records(staged).artifacts, find_hand_written(staged.docs))
    lost = {f"{page}#{anchor}": page for page, anchor in find_lost_anchors(book, made)}
    return book.model_copy(update={"redirects": {**book.redirects, **lost}})
