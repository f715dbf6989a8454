"""Merge one concept into another: what names it moves along, what it said waits for a person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kennisbank.journal.put import Changes
from kennisbank.load.sheet import Sheet, read_sheet
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.names import names_of
from kennisbank.model.records import Records
from kennisbank.model.references import Reference, iterate_references
from kennisbank.model.text import parse_target
from kennisbank.permanence import encode, find_other_pair
from kennisbank.problems import suggest
from kennisbank.revise.book import merge_in_book
from kennisbank.revise.edits import (
    Edit,
    apply_edits,
    cut_entries,
    find_field_references,
    find_links,
    id_edit,
    retarget,
)
from kennisbank.rules.base import iterate_edges
from kennisbank.vocabulary import CONCEPT, MERGED, TENSION, tension_id

_HEAD = """\
"{old}" is opgegaan in "{into}".

Hieronder staat wat er bij "{old}" stond. Lezers zien het niet meer. Neem in {file} over
wat je wilt houden: uitspraken, relaties, termen. Ben je klaar, haal dit bestand dan weg.
"""


@dataclass(slots=True)
class _Merge:
    """What one merge gathers while it goes through the records."""

    old: str
    into: str
    related: set[str]
    """Concepts that have a relation with `into`, on either side."""
    tensions: set[str]
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Entries that would stand twice, with their files: a person decides what to keep."""


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
    book = merge_in_book(records, names, run.tensions)
    if book != records.addresses:
        changes[book.path] = encode(book)
    return changes


def refuse_merge(records: Records, names: tuple[str, str]) -> str:
    """Say why two concepts cannot become one, or nothing when they can."""
    old, into = names
    if old == into:
        return (
            f'"{old}" staat er twee keer; noem eerst het begrip dat opgaat in het andere, '
            "en dan het begrip dat blijft"
        )
    if into not in records.concepts:
        return f'begrip "{into}" bestaat niet{suggest(into, records.concepts)}'
    is_public = any(True for _ in _list_known(records, old))
    if records.concepts[into].is_draft and is_public:
        return f'"{into}" is nog een ontwerp; haal daar eerst de regel met status weg'
    return next(_refuse_tensions(records, old, into), "")


def _list_known(records: Records, name: str) -> Iterator[str]:
    book = records.addresses
    return (each for each in book.known if book.owner(each) == (CONCEPT.name, name))


def _refuse_tensions(records: Records, old: str, into: str) -> Iterator[str]:
    """A tension that the remaining concept gets may not stand at the address of another one."""
    edges = [edge for edge in iterate_edges(records) if edge.kind == TENSION]
    pairs = {tension_id(e.concept.id, e.target): {e.concept.id, e.target} for e in edges}
    for edge in edges:
        other = edge.concept.id
        if edge.target != old or other == into:
            continue
        pair_id = tension_id(into, other)
        reason = find_other_pair(records.addresses, pair_id, (into, other))
        if pairs.get(pair_id, {into, other}) != {into, other}:
            reason = f'"spanningen/{pair_id}/" is al het adres van een andere spanning'
        if reason:
            yield f'{reason}; haal eerst de spanning tussen "{other}" en "{old}" weg'


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
    old, names = records.concepts[run.old], names_of(records)
    edits = {_edit_link(run, match, record) for match in find_links(sheet, names, old)}
    doubles = []
    for reference in find_field_references(record, CONCEPT, run.old):
        if _is_double(run, record, reference):
            doubles.append(reference.where)
            continue
        edits.add(id_edit(sheet, reference, run.into))
        if reference.where[:2] == ("relaties", TENSION):
            run.tensions.add(tension_id(record.id, run.into))
    cuts = cut_entries(sheet, doubles)
    run.notes += [(sheet.path, sheet.text[cut.start : cut.end]) for cut in sorted(cuts)]
    return edits | cuts


def _edit_link(run: _Merge, match: re.Match[str], record: Record) -> Edit:
    """Lead a link on with the words that readers saw; from the remaining concept these stay."""
    words = (match["label"] or parse_target(match["target"]).id).strip()
    if record.kind is CONCEPT and record.id == run.into:
        return Edit(*match.span(), words)
    return retarget(match, run.into if match["label"] else f"{run.into}|{words}")


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


def _keep_text(root: Path, changes: dict[str, bytes | None], records: Records, run: _Merge) -> None:
    """Put what the old record said in a file beside the one that stays, for a person to look at."""
    old, into = records.concepts[run.old], records.concepts[run.into]
    parts = [(old.path, read_sheet(root, old.path).text), *run.notes]
    kept = "\n".join(f"---- {path} ----\n\n{text.rstrip()}\n" for path, text in parts)
    head = _HEAD.format(old=old.title, into=into.title, file=into.path.rpartition("/")[2])
    changes[f"{into.path.removesuffix('.yml')}{MERGED}{old.id}.txt"] = f"{head}\n{kept}".encode()
    changes[old.path] = None
