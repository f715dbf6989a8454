"""Read every record file into plain data."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from kennisbank.load.decode import decode
from kennisbank.load.discover import RecordFile, discover
from kennisbank.load.drawing import check_others, drawing_of, read_drawing
from kennisbank.load.files import Unread, read_file
from kennisbank.load.parse import parse
from kennisbank.load.prefer import prefer_slip
from kennisbank.model.artifact import Owned
from kennisbank.model.base import Record
from kennisbank.model.forms import Slot, is_required, list_keys
from kennisbank.model.records import FILE_TYPES
from kennisbank.problems import Problem
from kennisbank.vocabulary import DIAGRAM

Stamp = tuple[tuple[int, int], ...]

_TICK = 2_000_000_000
"""Nanoseconds in which some file systems give two changes the same time."""


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class RawRecord:
    """A record as plain data: text, lists and mappings. `data` is None when it is unreadable."""

    file: RecordFile
    data: dict[str, Any] | None
    drawing: str = ""


class Reading(NamedTuple):
    """What a file held when it was read; `stamp` is None when a change could go unseen."""

    stamp: Stamp | None
    record: RawRecord
    problems: tuple[Problem, ...]


def load_records(
    root: Path, readings: dict[str, Reading] | None = None
) -> tuple[tuple[RawRecord, ...], tuple[Problem, ...]]:
    """Read concepts/ below `root`: all records, and all problems of files and YAML.

    What `readings` has of a file that did not change since is used again; it is brought up to date.
    """
    known = {} if readings is None else readings
    fresh: dict[str, Reading] = {}
    problems: list[Problem] = []
    for found in discover(root):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        stamp, reading = _stamp(root, found), known.get(found.path)
        if reading is None or stamp is None or stamp != reading.stamp:
            reading = Reading(stamp, *_read_record(root, found))
        fresh[found.path] = reading
        problems.extend(reading.problems)
    drawn = {
        reading.record.file.id for reading in fresh.values() if reading.record.file.kind is DIAGRAM
    }
    problems.extend(check_others(root, drawn))
    known.clear()
    known.update(fresh)
    return tuple(reading.record for reading in fresh.values()), tuple(problems)


def _stamp(root: Path, file: RecordFile) -> Stamp | None:
    """Give time and size of a file and its drawing; None while it may change within one tick."""
    files = [root / file.path]
    if file.kind is DIAGRAM:
        files.append(drawing_of(root, file.id))
    found = []
    for each in files:
        try:
            seen = each.stat()
        except OSError:
            return None
        if time.time_ns() - seen.st_mtime_ns < _TICK:
            return None
        found.append((seen.st_mtime_ns, seen.st_size))
    return tuple(found)


def find_hand_written(docs: Path, owned: Owned) -> tuple[str, ...]:
    """Give the addresses of the pages that people write, directly below docs/."""
    return tuple(
        f"{file.stem}/"
        for file in sorted(docs.glob("*.md"))
        if not owned.is_entry(file.name) and file.is_file()
    )


def _read_record(root: Path, file: RecordFile) -> tuple[RawRecord, tuple[Problem, ...]]:
    text, problems = read_text(root, file.path)
    if problems:
        return RawRecord(file=file, data=None), problems
    model = FILE_TYPES[file.type_name]
    data, problems = parse(file.path, text, model=model)
    problems = prefer_slip(text, model, problems)
    if data is not None and not isinstance(data, dict):
        shared = list_keys(Slot(Record))
        needed = (key for key in list_keys(Slot(model)) if is_required(model, (key,)))
        first = next((key for key in needed if key not in shared), "adressen")
        message = f'een record bestaat uit regels "sleutel: waarde"; begin met "{first}: "'
        problems = (*problems, _first_line(file.path, "geen-record", message))
        data = None
    markup = ""
    if file.kind is DIAGRAM:
        markup, refused = read_drawing(root, file.id)
        problems = (*problems, *refused)
    return RawRecord(file=file, data=None if problems else data, drawing=markup), problems


def read_text(root: Path, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Give the text of a file by its path from the root, and what is wrong with it as a file."""
    content = read_file(root / path)
    if isinstance(content, Unread):
        return "", (_first_line(path, content.rule, content.message),)
    return decode(path, content)


def _first_line(path: str, rule: str, message: str) -> Problem:
    return Problem(path=path, line=1, column=1, rule=rule, message=message)
