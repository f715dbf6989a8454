"""Changes to the text of record files: exactly the characters that must change."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kennisbank.load.sheet import Sheet, read_sheet
from kennisbank.model.base import Record
from kennisbank.model.names import Names, fold, names_of, reads_as
from kennisbank.model.records import Records
from kennisbank.model.references import Reference, iterate_references
from kennisbank.model.text import ONLY_LINKS, Target, parse_target
from kennisbank.problems import Where
from kennisbank.vocabulary import KIND_BY_PREFIX, Kind


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put `text` in the place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str = ""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Change a text from the end to the start; an edit inside another one is passed over."""
    outer: list[Edit] = []
    for edit in sorted(set(edits), key=lambda e: (e.start, -e.end)):
        if not outer or edit.start >= outer[-1].end:
            outer.append(edit)
    for edit in reversed(outer):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def find_field_references(record: Record, kind: Kind, name: str) -> Iterator[Reference]:
    """Give every place in the fields of a record that names another one."""
    for reference in iterate_references(record):
        if (reference.kind_name, reference.id) == (kind.name, name) and reference.where:
            yield reference


def find_links(sheet: Sheet, names: Names, record: Record) -> Iterator[re.Match[str]]:
    """Give every [[link]] to a record in a file, by id or word, with `target` and `label`."""
    wanted = (Target(record.kind.link_prefix, record.id),)
    for match in ONLY_LINKS.finditer(sheet.text):
        if names.find(parse_target(match["target"])) == wanted:
            yield match


@dataclass(frozen=True, slots=True)
class Renaming:
    """A record that gets another id, among the names of all."""

    names: Names
    target: Record
    new: str


def renaming_edits(sheet: Sheet, record: Record, renaming: Renaming) -> set[Edit]:
    """Put the new id in the place of the old one, in the fields and texts of one record.

    A link by a word that readers see holds no id, and stays.
    """
    target, edits = renaming.target, set()
    for match in find_links(sheet, renaming.names, target):
        written = parse_target(match["target"]).id
        if fold(written) == target.id and (match["label"] or not reads_as(target, written)):
            edits.add(retarget(match, renaming.new))
    for reference in find_field_references(record, target.kind, target.id):
        edits.add(id_edit(sheet, reference, renaming.new))
    return edits


def retarget(match: re.Match[str], written: str) -> Edit:
    """Put something else in a link in the place of the id or the word, after a kind if any."""
    prefix, colon, _ = match["target"].partition(":")
    head = len(prefix) + 1 if colon and prefix.strip() in KIND_BY_PREFIX else 0
    name = match["target"][head:]
    start = match.start("target") + head + len(name) - len(name.lstrip())
    return Edit(start, start + len(name.strip()), written)


def id_edit(sheet: Sheet, reference: Reference, new: str) -> Edit:
    """Put another id in the place of the one that a field holds; quotes around it stay."""
    start = sheet.find(reference.where, reference.at_key)
    start += sheet.text[start] in "\"'"
    if not sheet.text.startswith(reference.id, start):
        raise ValueError(f"{sheet.path}: {reference.id} is not at {reference.where}")
    return Edit(start, start + len(reference.id), new)


def rename_everywhere(
    root: Path, records: Records, kind: Kind, names: tuple[str, str]
) -> dict[str, bytes]:
    """Give every file that names the old id, with the new one in its place."""
    old, new = names
    renaming = Renaming(names_of(records), records.by_kind(kind.name)[old], new)
    changed: dict[str, bytes] = {}
    for record in records.all():
        if old not in fold((root / record.path).read_bytes().decode(errors="replace")):
            continue
        sheet = read_sheet(root, record.path)
        edits = renaming_edits(sheet, record, renaming)
        if edits:
            changed[record.path] = sheet.encode(apply_edits(sheet.text, edits))
    return changed


def cut_entries(sheet: Sheet, wheres: Iterable[Where]) -> set[Edit]:
    """Cut entries; a list or mapping that would be left empty goes as a whole."""
    gone = {where if where in sheet.marks.values else where[:-1] for where in wheres}
    while emptied := {where[:-1] for where in gone if _is_emptied(sheet, where[:-1], gone)} - gone:
        gone |= emptied
    return {Edit(*sheet.entry(where)) for where in gone}


def _is_emptied(sheet: Sheet, parent: Where, gone: set[Where]) -> bool:
    if not parent:
        return False
    inner = {
        where
        for where in sheet.marks.values
        if len(where) == len(parent) + 1 and where[:-1] == parent
    }
    return inner <= gone
