"""Read every record file into plain data, and find the line of a fault afterwards."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from kennisbank.load.decode import decode
from kennisbank.load.discover import RecordFile, discover
from kennisbank.load.parse import Marks, parse
from kennisbank.problems import Fault, Problem, Where
from kennisbank.vocabulary import DIAGRAM, OWNED_FILES

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
    known.clear()
    known.update(fresh)
    return tuple(reading.record for reading in fresh.values()), tuple(problems)


def _stamp(root: Path, file: RecordFile) -> Stamp | None:
    """Give time and size of a file and its drawing; None while it may change within one tick."""
    files = [root / file.path]
    if file.kind is DIAGRAM:
        files.append(_drawing_of(root, file.id))
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


def find_hand_written(docs: Path) -> tuple[str, ...]:
    """Give the addresses of the pages that people write, directly below docs/."""
    return tuple(
        f"{file.stem}/" for file in sorted(docs.glob("*.md")) if file.name not in OWNED_FILES
    )


def _read_record(root: Path, file: RecordFile) -> tuple[RawRecord, tuple[Problem, ...]]:
    text, problems = _read_text(root, file.path)
    if problems:
        return RawRecord(file=file, data=None), problems
    data, problems = parse(file.path, text)
    if data is not None and not isinstance(data, dict):
        message = 'een record bestaat uit regels "sleutel: waarde"; hier staat iets anders'
        problems = (*problems, _first_line(file.path, "geen-record", message))
        data = None
    drawing = _read_drawing(root, file.id) if file.kind is DIAGRAM else ""
    return RawRecord(file=file, data=None if problems else data, drawing=drawing), problems


def _read_text(root: Path, path: str) -> tuple[str, tuple[Problem, ...]]:
    try:
        content = (root / path).read_bytes()
    except OSError as error:
        reason = (
            "het bestand is verdwenen" if isinstance(error, FileNotFoundError) else "geen leesrecht"
        )
        message = (
            f"bestand is niet te lezen: {reason}; controleer het bestand en probeer het opnieuw"
        )
        return "", (_first_line(path, "onleesbaar", message),)
    return decode(path, content)


def _read_drawing(root: Path, diagram_id: str) -> str:
    file = _drawing_of(root, diagram_id)
    return file.read_text(encoding="utf-8", errors="replace").strip() if file.is_file() else ""


def _drawing_of(root: Path, diagram_id: str) -> Path:
    return root / "docs" / "assets" / "diagrammen" / f"{diagram_id}.svg"


def _first_line(path: str, rule: str, message: str) -> Problem:
    return Problem(path=path, line=1, column=1, rule=rule, message=message)


def place_faults(root: Path, faults: Iterable[Fault]) -> Iterator[Problem]:
    """Turn faults into problems by reading the files with faults once more, with marks."""
    marks_by_path: dict[str, tuple[Marks, str]] = {}
    for fault in faults:
        if fault.path not in marks_by_path:
            marks = Marks()
            text, _ = _read_text(root, fault.path)
            parse(fault.path, text, marks)
            marks_by_path[fault.path] = (marks, text)
        line, column = _locate(*marks_by_path[fault.path], fault)
        yield Problem(
            path=fault.path,
            line=line,
            column=column,
            rule=fault.rule,
            message=fault.message,
            level=fault.level,
        )


def _locate(marks: Marks, text: str, fault: Fault) -> tuple[int, int]:
    """Give the line and column of a fault, from 1; parts that the file lacks are passed over."""
    where: Where = ()
    at_key, item = fault.at_key, None
    for step in fault.where:
        if step == "[key]":
            at_key = True
        elif (*where, step) in marks.values:
            where = (*where, step)
        elif isinstance(step, int) and where in marks.blocks:
            item = step
    places = marks.keys if at_key and where in marks.keys else marks.values
    line, column = places.get(where, (0, 0))
    if item is not None:
        return _locate_item(text, line, item, fault.text_offset or 0)
    if fault.text_offset is not None and where in marks.blocks:
        return _locate_in_block(text, line, fault.text_offset)
    return line + 1, column + 1


def _locate_item(text: str, line: int, item: int, offset: int) -> tuple[int, int]:
    """Find a sentence of the block that starts after `line` (from 0): one a line, none empty."""
    lines = text.split("\n")
    filled = [number for number in range(line + 1, len(lines)) if lines[number].strip()]
    number = filled[item]
    return number + 1, len(lines[number]) - len(lines[number].lstrip()) + offset + 1


def _locate_in_block(text: str, line: int, offset: int) -> tuple[int, int]:
    """Count `offset` characters into the block that starts after `line` (from 0)."""
    lines = text.split("\n")
    first = next((n for n in range(line + 1, len(lines)) if lines[n].strip()), line)
    indent = len(lines[first]) - len(lines[first].lstrip())
    for number in range(line + 1, len(lines)):
        length = max(len(lines[number]) - indent, 0) + 1
        if offset < length:
            return number + 1, indent + offset + 1
        offset -= length
    return line + 1, 1
