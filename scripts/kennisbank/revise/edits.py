"""Changes to the text of record files: exactly the characters that must change."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kennisbank.load.sheet import Sheet, read_sheet
from kennisbank.model.base import Record
from kennisbank.model.records import Records
from kennisbank.model.references import Reference, iterate_references
from kennisbank.vocabulary import CONCEPT, Kind


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
    if record.kind is kind and record.replaced_by == name:
        yield Reference(("vervangen_door",), kind.name, name)


def find_links(sheet: Sheet, kind: Kind, name: str) -> Iterator[re.Match[str]]:
    """Give every [[link]] to a record in the prose of a file, with its groups `id` and `label`."""
    prefix = rf"{kind.link_prefix}\s*:\s*"
    optional = "?" if kind is CONCEPT else ""
    pattern = re.compile(
        rf"\[\[\s*(?:{prefix}){optional}(?P<id>{re.escape(name)})\s*(?:\|(?P<label>[^\[\]]+))?\]\]"
    )
    for start, end in sheet.blocks():
        yield from pattern.finditer(sheet.text, start, end)


def renaming_edits(sheet: Sheet, record: Record, kind: Kind, names: tuple[str, str]) -> set[Edit]:
    """Put the new id in the place of the old one, in the fields and texts of one record."""
    old, new = names
    edits = {Edit(*match.span("id"), new) for match in find_links(sheet, kind, old)}
    for reference in find_field_references(record, kind, old):
        edits.add(id_edit(sheet, reference, new))
    return edits


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
    changed: dict[str, bytes] = {}
    for record in records.all():
        sheet = read_sheet(root, record.path)
        edits = renaming_edits(sheet, record, kind, names)
        if edits:
            changed[record.path] = sheet.encode(apply_edits(sheet.text, edits))
    return changed
