"""Where in its file a fault stands: its line and column."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kennisbank.load.parse import Marks, parse
from kennisbank.load.raw import read_text
from kennisbank.problems import Fault, Problem, Where


def place_faults(root: Path, faults: Iterable[Fault]) -> Iterator[Problem]:
    """Turn faults into problems by reading the files with faults once more, with marks."""
    sheets: dict[str, tuple[Marks, str]] = {}
    for fault in faults:
        cause = _place(root, sheets, fault.cause) if fault.cause else None
        yield _place(root, sheets, fault, cause)


def _place(
    root: Path, sheets: dict[str, tuple[Marks, str]], fault: Fault, cause: Problem | None = None
) -> Problem:
    if fault.path not in sheets:
        marks = Marks()
        text, _ = read_text(root, fault.path)
        parse(fault.path, text, marks)
        sheets[fault.path] = (marks, text)
    line, column = _locate(*sheets[fault.path], fault)
    return Problem(
        path=fault.path,
        line=line,
        column=column,
        rule=fault.rule,
        message=fault.message,
        level=fault.level,
        cause=cause,
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
    offset = fault.text_offset
    if where not in marks.blocks or (item is None and offset is None) or at_key:
        return line + 1, column + 1 + (offset or 0)
    if item is not None:
        return _locate_line(text, line, item, offset or 0)
    return _locate_in_block(text, line, offset or 0)


def _locate_line(text: str, line: int, item: int, offset: int) -> tuple[int, int]:
    """Count `offset` characters into a line of the block after `line` (from 0); none is empty."""
    lines = text.split("\n")
    filled = [number for number in range(line + 1, len(lines)) if lines[number].strip()]
    number = filled[item] if item < len(filled) else line
    return number + 1, len(lines[number]) - len(lines[number].lstrip()) + offset + 1


def _locate_in_block(text: str, line: int, offset: int) -> tuple[int, int]:
    """Count `offset` characters into the block that starts after `line` (from 0)."""
    lines = text.split("\n")
    first = next((n for n in range(line + 1, len(lines)) if lines[n].strip()), line)
    indent = len(lines[first]) - len(lines[first].lstrip())
    for number in range(first, len(lines)):
        length = max(len(lines[number]) - indent, 0) + 1
        if offset < length:
            return number + 1, indent + offset + 1
        offset -= length
    return line + 1, 1
