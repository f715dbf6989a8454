"""Edits that an advice asks for, at the place that a problem names."""

import re
from pathlib import Path

from kennisbank.problems import Problem

_LIST_SIGN = re.compile(r"^(?:[•●▪◦·‣–—*+-]|\d+[.)])\s*")
_LARGE = 1_000_000


def indent_of(line: str) -> int:
    """Count the spaces before the first character."""
    return len(line) - len(line.lstrip(" "))


class Sheet:
    """The lines of a file, and the place in it that a problem names (from 0)."""

    def __init__(self, root: Path, problem: Problem) -> None:
        self.root = root
        self.file = root / problem.path
        self.number, self.column = problem.line - 1, problem.column - 1
        is_file = self.file.is_file() and not self.file.is_symlink()
        is_text = is_file and self.file.stat().st_size < _LARGE
        content = self.file.read_bytes() if is_text else b""
        text = content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
        self.lines = text.replace("\r", "\n").split("\n")

    @property
    def line(self) -> str:
        """Give the line with the problem."""
        return self.lines[self.number]

    def put(self, *lines: str) -> None:
        """Write other lines in the place of the one with the problem."""
        self.change(self.number, self.number + 1, *lines)

    def change(self, start: int, end: int, *lines: str) -> None:
        """Write lines in the place of others, and save."""
        self.lines[start:end] = lines
        self.file.write_text("\n".join(self.lines), encoding="utf-8")

    def find_end(self, start: int) -> int:
        """Give the line after all that lies below a key, or after a list item."""
        indent, is_item = indent_of(self.lines[start]), self.lines[start].lstrip().startswith("-")
        end = start + 1
        while end < len(self.lines):
            line = self.lines[end]
            is_own_item = not is_item and indent_of(line) == indent and line.lstrip()[:1] == "-"
            if line.strip() and indent_of(line) <= indent and not is_own_item:
                break
            end += 1
        while end > start + 1 and not self.lines[end - 1].strip():
            end -= 1
        return end

    def find_owner(self) -> int:
        """Give the line with the key whose value stands at this place, here or on a line above."""
        is_here = re.match(r" *(?:- )*[\w-]+ ?:", self.line)
        if is_here and is_here.end() <= self.column:
            return self.number
        above = self.number - 1
        far = self.column if not self.line[self.column :].startswith("-") else self.column + 1
        while above > 0 and (not self.lines[above].strip() or indent_of(self.lines[above]) >= far):
            above -= 1
        return max(above, 0)

    def put_indent(self, far: int, *, without_hyphen: bool = False) -> None:
        """Begin the line this far in."""
        text = self.line.lstrip()
        self.put(" " * far + (text.removeprefix("- ") if without_hyphen else text))

    def put_hyphen(self) -> None:
        """Begin the line as an item of a list."""
        rest = _LIST_SIGN.sub("", self.line.lstrip())
        self.put(f"{' ' * indent_of(self.line)}- {rest}")

    def remove_entry(self) -> None:
        """Take away a key or an item with all below it, and keys above that are empty then."""
        start = self.number
        del self.lines[start : self.find_end(start)]
        while start and re.fullmatch(r" *[\w-]+:", self.lines[start - 1]):
            below = self.lines[start] if start < len(self.lines) else ""
            above = indent_of(self.lines[start - 1])
            if indent_of(below) > above or below.lstrip().startswith("- "):
                break
            start -= 1
            del self.lines[start]
        self.change(0, 0)

    def make_block(self, *, without_hyphens: bool) -> None:
        """Put a bar behind the key, or in the item, and the text below it."""
        item = re.match(r"(?P<lead> *- )(?P<value>.*)", self.line)
        if item and not re.match(r" *- [\w-]+:", self.line) and not without_hyphens:
            self.put(f"{item['lead']}|", " " * len(item["lead"]) + item["value"])
            return
        start = self.find_owner()
        head = re.match(r"(?P<lead> *(?:- )*)(?P<key>[\w-]+) ?:(?P<value>.*)", self.lines[start])
        assert head, self.lines[start]
        far, end = len(head["lead"]), self.find_end(start)
        texts = [head["value"].strip().lstrip("|>").strip()]
        texts += [line.strip() for line in self.lines[start + 1 : end]]
        if without_hyphens:
            texts = [re.sub(r"^- +", "", text) for text in texts]
        below = [f"{' ' * (far + 2)}{text}" for text in texts if text]
        self.change(start, end, f"{head['lead']}{head['key']}: |", *below)

    def make_list(self) -> None:
        """Put each of the values behind a key on a line of its own."""
        key, _, value = self.line.partition(":")
        lead = " " * indent_of(self.line)
        items = [item.strip(" []") for item in value.split(",")]
        self.put(f"{key}:", *(f"{lead}- {item}" for item in items))

    def make_value(self) -> None:
        """Put the first item of a list behind its key."""
        start = self.find_owner()
        first = self.lines[start + 1].strip().removeprefix("- ")
        self.change(start, self.find_end(start), f"{self.lines[start].rstrip()} {first}")

    def quote_value(self) -> None:
        """Put quotation marks around the value at this place."""
        before, value = self.line[: self.column], self.line[self.column :].strip()
        self.put(f'{before}"{value.replace(chr(34), "”")}"')

    def even_out(self) -> None:
        """Give every line of a block as many spaces."""
        start = next(n for n in range(self.number, -1, -1) if self.lines[n].rstrip().endswith("|"))
        end, far = self.find_end(start), indent_of(self.lines[start]) + 2
        below = [" " * far + line.lstrip() for line in self.lines[start + 1 : end]]
        self.change(start + 1, end, *below)
