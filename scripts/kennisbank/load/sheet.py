"""A record file as text with the place of every key and value, to change only what must change."""

import re
from dataclasses import dataclass
from pathlib import Path

from kennisbank.load.decode import decode
from kennisbank.load.parse import Marks, parse
from kennisbank.problems import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The text of a file with `\\n` line ends; `is_windows` and `has_mark` say how it was saved."""

    path: str
    text: str
    marks: Marks
    is_windows: bool = False
    has_mark: bool = False

    def encode(self, text: str) -> bytes:
        """Give the bytes of a changed text, saved as the file was."""
        content = text.replace("\n", "\r\n") if self.is_windows else text
        return content.encode("utf-8-sig" if self.has_mark else "utf-8")

    def offset(self, line: int, column: int) -> int:
        """Give the number of characters before a line and column (both from 0)."""
        start = 0
        for _ in range(line):
            start = self.text.index("\n", start) + 1
        return start + column

    def find(self, where: Where, at_key: bool = False) -> int:
        """Give the offset of a value or key; a single value may stand in the place of a list."""
        places = self.marks.keys if at_key else self.marks.values
        place = where if where in places else where[:-1]
        return self.offset(*places[place])

    def blocks(self) -> tuple[tuple[int, int], ...]:
        """Give the start and end offset of every block of prose."""
        return tuple(self._block(self.marks.values[where][0]) for where in self.marks.blocks)

    def _block(self, head: int) -> tuple[int, int]:
        lines = self.text.split("\n")
        first = next((n for n in range(head + 1, len(lines)) if lines[n].strip()), head)
        last = find_end(lines, head + 1, indent_of(lines[first]) - 1)
        return self.offset(head + 1, 0), sum(len(line) + 1 for line in lines[:last])

    def entry(self, where: Where) -> tuple[int, int]:
        """Give the offsets of whole lines that hold a key with its value, or a list item."""
        lines = self.text.split("\n")
        is_item = isinstance(where[-1], int)
        line, column = (self.marks.values if is_item else self.marks.keys)[where]
        indent = lines[line].rindex("-", 0, column) if is_item else column
        end = line + 1
        if not is_item:
            while end < len(lines) and re.match(rf" {{{indent}}}- ", lines[end]):
                end = find_end(lines, end + 1, indent)
        end = max(end, find_end(lines, end, indent))
        start = self.offset(line, 0)
        return start, sum(len(each) + 1 for each in lines[:end])


def indent_of(line: str) -> int:
    """Count the spaces before the first character."""
    return len(line) - len(line.lstrip(" "))


def find_end(lines: list[str], start: int, indent: int) -> int:
    """Give the line after the last one from `start` that lies deeper than `indent`."""
    end = start
    for number in range(start, len(lines)):
        if lines[number].strip():
            if indent_of(lines[number]) <= indent:
                break
            end = number + 1
    return end


def read_sheet(root: Path, path: str) -> Sheet:
    """Read one file that the check found readable."""
    content = (root / path).read_bytes()
    text, _ = decode(path, content)
    marks = Marks()
    parse(path, text, marks)
    return Sheet(
        path=path,
        text=text,
        marks=marks,
        is_windows=content.count(b"\r\n") * 2 > content.count(b"\n"),
        has_mark=content.startswith(b"\xef\xbb\xbf"),
    )
