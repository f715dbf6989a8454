"""Take a record away with all that rests on it, and remember how to know it again."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kennisbank.config import Project
from kennisbank.journal.put import Changes
from kennisbank.load.sheet import Sheet, read_sheet
from kennisbank.model.addresses import AddressBook
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.names import Names, names_of
from kennisbank.model.records import Records
from kennisbank.model.text import parse_target
from kennisbank.model.voices import Person, Source
from kennisbank.model.withdrawn import Withdrawn
from kennisbank.permanence import serialize
from kennisbank.problems import Where
from kennisbank.revise.book import drop_anchors, find_moves, withdraw_addresses
from kennisbank.revise.edits import Edit, apply_edits, cut_entries, find_links
from kennisbank.revise.parts import find_cuts
from kennisbank.revise.silence import find_lost_voices, is_silent, say_silence
from kennisbank.vocabulary import OURS, PERSON
from kennisbank.withdrawn.book import remember, serialize_withdrawn, veil_addresses
from kennisbank.withdrawn.check import make_search
from kennisbank.withdrawn.search import Search

WITHDRAWABLE = ("persoon", "begrip", "voorbeeld", "bron", "casus", "leerroute")
NEUTRAL = {
    "persoon": "iemand",
    "begrip": "een ander begrip",
    "voorbeeld": "een voorbeeld",
    "bron": "een bron",
    "casus": "een casus",
    "leerroute": "een leerroute",
}
_ORIGIN: Where = ("definitie_van",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What changes, which records go, and what is remembered of them."""

    changes: Changes
    gone: tuple[Record, ...]
    withdrawn: Withdrawn
    cut: tuple[tuple[str, int], ...]
    """What was cut from records that stay: the key, and how often."""
    silent: tuple[str, ...] = ()
    """Concepts of which nobody says anything any more."""


def withdraw(project: Project, records: Records, record: Record) -> Withdrawal:
    """Plan the withdrawal of a record and of all that nobody else says or tells."""
    gone = (record, *_told_by(records, record))
    kept = [other for other in records.all() if other not in gone]
    cuts = {other.path: find_cuts(other, gone) for other in kept}
    lost = [c.definition for c in kept if isinstance(c, Concept) and _ORIGIN in cuts[c.path]]
    withdrawn = remember(records, gone, lost)
    rest = records.without(gone, withdrawn)
    search, names = make_search(rest), names_of(records)
    changes: dict[str, bytes | None] = {each.path: None for each in gone}
    for other in kept:
        sheet = read_sheet(project.root, other.path)
        edits = _edit(sheet, other, cuts[other.path], search)
        edits |= {edit for each in gone for edit in _neutral_links(sheet, names, each, search)}
        edits |= say_silence(sheet, other, records, cuts)
        if edits:
            changes[other.path] = sheet.encode(apply_edits(sheet.text, edits))
    book = _withdraw_pages(records, gone)
    for concept in (other for other in kept if isinstance(other, Concept)):
        book = _keep_anchors(book, concept, cuts[concept.path], gone)
    ids = [other.id for other in kept]
    book, withdrawn = veil_addresses(book, withdrawn, search, ids)
    changes[book.path] = serialize(book)
    changes[withdrawn.path] = serialize_withdrawn(withdrawn)
    cut = Counter(_name_cut(where) for wheres in cuts.values() for where in wheres)
    concepts = [other for other in kept if isinstance(other, Concept)]
    return Withdrawal(
        changes=changes,
        gone=gone,
        withdrawn=withdrawn,
        cut=tuple(sorted(cut.items())),
        silent=tuple(c.id for c in concepts if is_silent(c, cuts[c.path])),
    )


def look_again(records: Records) -> Withdrawal:
    """Plan what is left to do of earlier withdrawals: addresses that hold a name go."""
    search, ids = make_search(records), [each.id for each in records.all()]
    book, withdrawn = veil_addresses(records.addresses, records.withdrawn, search, ids)
    is_same = book == records.addresses
    changes = {} if is_same else {book.path: serialize(book)}
    return Withdrawal(changes=changes, gone=(), withdrawn=withdrawn, cut=())


def _name_cut(where: Where) -> str:
    """Give the key that is cut: one voice of several is `wie`."""
    return next(str(step) for step in reversed(where) if step == "wie" or step == where[0])


def _told_by(records: Records, record: Record) -> Iterator[Record]:
    return (each for each in records.all() if () in find_cuts(each, (record,)))


def _edit(sheet: Sheet, record: Record, cuts: frozenset[Where], search: Search) -> set[Edit]:
    """Cut what goes; a definition that was somebody's is ours until it is written anew."""
    named = frozenset(_find_authors(record, search))
    edits = cut_entries(sheet, (cuts | named) - {_ORIGIN})
    if _ORIGIN in cuts:
        edits.add(Edit(*sheet.entry(_ORIGIN), f"{_ORIGIN[0]}: {OURS}\n"))
    return edits


def _find_authors(record: Record, search: Search) -> Iterator[Where]:
    """Give the authors of a source that stand there by name, not by id."""
    if isinstance(record, Source):
        for index, author in enumerate(record.authors):
            if search.names(author):
                yield ("auteurs", index)


def _neutral_links(sheet: Sheet, names: Names, record: Record, search: Search) -> set[Edit]:
    """Put the link's own words in its place, or neutral ones where they would name the record."""
    edits = set()
    for match in find_links(sheet, names, record):
        words = (match["label"] or parse_target(match["target"]).id).strip()
        is_telling = any(search.find(words)) or words in (record.title, record.id)
        edits.add(Edit(*match.span(), NEUTRAL[record.kind.name] if is_telling else words))
    return edits


def _withdraw_pages(records: Records, gone: tuple[Record, ...]) -> AddressBook:
    book, lost = records.addresses, set()
    for record in gone:
        if not (isinstance(record, Person) and record.is_private):
            lost.add(record.address)
        names = (record.id, record.id)
        lost |= {a for a in find_moves(records, book, record.kind, names) if "#" not in a}
        if record.kind is PERSON:
            book = drop_anchors(book, f"stem-{record.id}")
    return withdraw_addresses(book, lost)


def _keep_anchors(
    book: AddressBook, concept: Concept, cuts: frozenset[Where], gone: tuple[Record, ...]
) -> AddressBook:
    """Let the published anchors of others whose words went along lead to their page."""
    page, left = concept.address, {each.id for each in gone}
    lost = {f"stem-{name}" for name in find_lost_voices(concept, cuts) - left}
    moved = {f"{page}#{anchor}": page for anchor in book.anchors(page) if anchor in lost}
    return book.model_copy(update={"redirects": {**book.redirects, **moved}})
