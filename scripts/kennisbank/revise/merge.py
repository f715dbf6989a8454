"""Merge one concept into another: what names it moves along, what it said waits for a person."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kennisbank.load.sheet import Sheet, read_sheet
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.records import Records
from kennisbank.model.references import Reference, iterate_references
from kennisbank.permanence import serialize
from kennisbank.revise.book import find_moves, move_addresses
from kennisbank.revise.cuts import cut_entries
from kennisbank.revise.edits import (
    Changes,
    Edit,
    apply_edits,
    find_field_references,
    find_links,
    id_edit,
)
from kennisbank.rules.base import iterate_edges
from kennisbank.vocabulary import CONCEPT, TENSION, tension_id


@dataclass(slots=True)
class _Merge:
    """What one merge gathers while it goes through the records."""

    old: str
    into: str
    related: set[str]
    """Concepts that have a relation with `into`, on either side."""
    tensions: set[str]
    notes: list[str] = field(default_factory=list)
    """Entries that would stand twice: a person decides what to keep of them."""


def merge(root: Path, records: Records, names: tuple[str, str]) -> Changes:
    """Give what must change so that concept `names[0]` is part of concept `names[1]`."""
    old, into = names
    run = _start(records, old, into)
    changes: dict[str, bytes | None] = {}
    for record in records.all():
        sheet = read_sheet(root, record.path)
        edits = _edit_record(run, sheet, record, records)
        if edits and record.id != old:
            changes[record.path] = sheet.encode(apply_edits(sheet.text, edits))
    _keep_text(root, changes, records, run)
    moves = find_moves(records, records.addresses, CONCEPT, names)
    if moves:
        ends = {address: _end(run, target) for address, target in moves.items()}
        book = move_addresses(records.addresses, ends)
        changes[book.path] = serialize(book).encode()
    return changes


def _start(records: Records, old: str, into: str) -> _Merge:
    related: set[str] = {into}
    tensions: set[str] = set()
    for edge in iterate_edges(records):
        pair = {edge.concept.id, edge.target}
        if into in pair and old not in pair:
            related |= pair
            if edge.kind == TENSION:
                tensions.add(tension_id(*pair))
    return _Merge(old=old, into=into, related=related, tensions=tensions)


def _edit_record(run: _Merge, sheet: Sheet, record: Record, records: Records) -> set[Edit]:
    if record.kind is CONCEPT and record.id == run.old:
        return set()
    edits = {
        _edit_link(run, match, record, records) for match in find_links(sheet, CONCEPT, run.old)
    }
    doubles = []
    for reference in find_field_references(record, CONCEPT, run.old):
        if _is_double(run, record, reference):
            doubles.append(reference.where)
            continue
        edits.add(id_edit(sheet, reference, run.into))
        if reference.where[:2] == ("relaties", TENSION):
            run.tensions.add(tension_id(record.id, run.into))
    cuts = cut_entries(sheet, doubles)
    run.notes += [f"# {sheet.path}\n{sheet.text[cut.start : cut.end]}" for cut in sorted(cuts)]
    return edits | cuts


def _edit_link(run: _Merge, match: re.Match[str], record: Record, records: Records) -> Edit:
    """A link from the remaining concept to itself becomes its words."""
    if record.kind is CONCEPT and record.id == run.into:
        words = match["label"] or records.concepts[run.old].preferred_label.lower()
        return Edit(*match.span(), words.strip())
    return Edit(*match.span("id"), run.into)


def _is_double(run: _Merge, record: Record, reference: Reference) -> bool:
    """Tell whether this place, or the other side of a relation, already names the remaining one."""
    if isinstance(record, Concept) and reference.where[0] == "relaties":
        return record.id in run.related
    if record.kind is CONCEPT and record.id == run.into:
        return True
    *around, step = reference.where
    is_one_of_more = reference.at_key or isinstance(step, int)
    beside = (r for r in iterate_references(record) if [*r.where[:-1]] == around)
    return is_one_of_more and any(r.id == run.into for r in beside)


def _end(run: _Merge, target: str) -> str:
    """Lead a tension that no longer exists to the concept itself."""
    last = target.rstrip("/").rpartition("/")[2]
    is_lost = target.endswith("/") and last != run.into and last not in run.tensions
    return CONCEPT.address(run.into) if is_lost else target


def _keep_text(root: Path, changes: dict[str, bytes | None], records: Records, run: _Merge) -> None:
    old, into = records.concepts[run.old], records.concepts[run.into]
    sheet = read_sheet(root, into.path)
    content = changes.get(into.path)
    text = content.decode("utf-8-sig").replace("\r\n", "\n") if content else sheet.text
    kept = [f"# {old.path}\n{read_sheet(root, old.path).text}", *run.notes]
    changes[into.path] = sheet.encode(f"{text.rstrip()}\nsamenvoegen: |\n{_indent(kept)}")
    changes[old.path] = None


def _indent(parts: Iterable[str]) -> str:
    lines = [line for part in parts for line in part.rstrip().split("\n")]
    return "".join(f"  {line}".rstrip() + "\n" for line in lines)
