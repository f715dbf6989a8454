"""Read every record file into plain data."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kennisbank.load.decode import decode
from kennisbank.load.discover import RecordFile, discover
from kennisbank.load.drawing import NO_DRAWING, Drawing, check_others, read_drawing
from kennisbank.load.files import Unread, read_file
from kennisbank.load.lines import prefer_slip
from kennisbank.load.parse import parse
from kennisbank.memory import remembered
from kennisbank.model.artifact import Owned
from kennisbank.model.base import Record
from kennisbank.model.forms import Slot, is_required, list_keys
from kennisbank.model.records import FILE_TYPES
from kennisbank.problems import Problem
from kennisbank.vocabulary import DIAGRAM


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRecord:
    """A record as plain data: text, lists and mappings. `data` is None when it is unreadable."""

    file: RecordFile
    data: dict[str, Any] | None
    drawing: str = ""


def load_records(root: Path) -> tuple[tuple[RawRecord, ...], tuple[Problem, ...]]:
    """Read concepts/ below `root`: all records, and all problems of files and YAML."""
    records: list[RawRecord] = []
    problems: list[Problem] = []
    for found in discover(root):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        drawing = read_drawing(root, found.id) if found.kind is DIAGRAM else NO_DRAWING
        record, faults = _read_record(found, read_file(root / found.path), drawing)
        records.append(record)
        problems.extend(faults)
    drawn = {record.file.id for record in records if record.file.kind is DIAGRAM}
    problems.extend(check_others(root, drawn))
    return tuple(records), tuple(problems)


def find_hand_written(docs: Path, owned: Owned) -> tuple[str, ...]:
    """Give the addresses of the pages that people write, directly below docs/."""
    return tuple(
        f"{file.stem}/"
        for file in sorted(docs.glob("*.md"))
        if not owned.is_entry(file.name) and file.is_file()
    )


@remembered
def _read_record(
    file: RecordFile, content: bytes | Unread, drawing: Drawing
) -> tuple[RawRecord, tuple[Problem, ...]]:
    text, problems = _read_content(file.path, content)
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
        problems = (*problems, Problem(path=file.path, rule="geen-record", message=message))
        data = None
    problems = (*problems, *drawing.problems)
    data = None if problems else data
    return RawRecord(file=file, data=data, drawing=drawing.markup), problems


def read_text(root: Path, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Give the text of a file by its path from the root, and what is wrong with it as a file."""
    return _read_content(path, read_file(root / path))


def _read_content(path: str, content: bytes | Unread) -> tuple[str, tuple[Problem, ...]]:
    if isinstance(content, Unread):
        return "", (Problem(path=path, **content._asdict()),)
    return decode(path, content)
