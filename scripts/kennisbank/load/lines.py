"""A record read line by line, as people write it: finds the line that went wrong, and says why.

YAML takes a slip for something else and complains about a line further down. A record has only four
forms of line: a key, a list item, text below a key with `|`, and a comment. The first line that is
none of these, or that stands too far in or out, is the one to mend.
"""

import re
from dataclasses import dataclass, field

from pydantic import BaseModel

from kennisbank.model.forms import find_slot, list_keys, name_form
from kennisbank.problems import Problem, Where, suggest

_ENTRY = re.compile(r"(?P<dashes>(?:- +)*)(?:(?P<key>[\w-]+) ?:(?: +(?P<value>.*))?|(?P<item>.*))")
_FIRST_WORD = re.compile(r"[\"'‘“]?(?P<word>[\w-]+)[\"'’”]?(?P<rest>.*)")
_SLIPS: tuple[tuple[str, str], ...] = (
    (r"```", "haal de regels met ``` weg; die horen niet in een record"),
    (r"-(?=[^\s-])", "achter het streepje van een lijst hoort een spatie"),
    (
        r"[•●▪◦·‣–—*+](?=\s|\w)",  # what other programs put before an item
        'een lijst begint met een gewoon streepje en een spatie; zet hier "- "',
    ),
)
"""What a line starts with, and what to say."""


@dataclass(slots=True)
class _Level:
    """Keys that stand under each other: how far in, and where in the record."""

    indent: int
    where: Where


@dataclass(slots=True)
class _Block:
    """Text below a key: how far in the key stands, and the first line."""

    indent: int
    name: str
    text_indent: int = 0


@dataclass(slots=True)
class Reading:
    """What is open where the reading has come; `slip` is what it found."""

    model: type[BaseModel]
    levels: list[_Level] = field(default_factory=lambda: [_Level(0, ())])
    lists: dict[int, Where] = field(default_factory=dict)
    """The open lists by how far in they stand; the last step counts the items."""
    waiting: _Level | None = None
    """The key above, when nothing stands behind it."""
    block: _Block | None = None

    def read(self, indent: int, text: str) -> str | None:
        """Read one line without what is before it; give what is wrong with it."""
        block = self.block
        if block and indent > block.indent:
            block.text_indent = block.text_indent or indent
            return _UNEVEN.format(name=block.name) if indent < block.text_indent else None
        if text.startswith("#"):
            return None
        self.block = None
        return self.read_entry(indent, text, block)

    def read_entry(self, indent: int, text: str, above: _Block | None) -> str | None:
        """Read a key or a list item, below the block `above` if there is one."""
        entry = _ENTRY.fullmatch(text)
        assert entry
        dashes, key, value = entry["dashes"], entry["key"], entry["value"] or ""
        if key and above and not self.may_be_key(indent, key):
            key = None
        if not key and not dashes:
            return self.explain(indent, text, above)
        if dashes:
            self.open_item(indent, indent + len(dashes))
        elif message := self.find_level(indent, key):
            return message
        self.waiting = None
        if key:
            where = (*self.levels[-1].where, key)
            inner = indent + len(dashes)
            if value.startswith(("|", ">")):
                self.block = _Block(inner, key)
            elif not value or value.startswith("#"):
                self.waiting = _Level(inner, where)
        elif (entry["item"] or "").startswith(("|", ">")):
            self.block = _Block(indent, "een onderdeel van de lijst")
        return None

    def may_be_key(self, indent: int, key: str) -> bool:
        """Tell whether a word before a colon, right below a text, is meant as a key."""
        known = [name for level in self.levels for name in self.keys_of(level.where)]
        is_id = any(
            level.indent == indent and not self.keys_of(level.where) for level in self.levels
        )
        return is_id or key in known or bool(suggest(key, known))

    def keys_of(self, where: Where) -> tuple[str, ...]:
        """Give the keys that may stand there; none where ids do."""
        slot = find_slot(self.model, where)
        return list_keys(slot) if slot else ()

    def open_item(self, indent: int, inner: int) -> None:
        """Begin an item of a list that stands this far in."""
        if self.waiting and indent >= self.waiting.indent:
            self.lists[indent] = (*self.waiting.where, -1)
        *where, number = self.lists.get(indent, ("?", -1))
        self.lists[indent] = (*where, int(number) + 1)
        self.levels = [level for level in self.levels if level.indent <= indent]
        if self.levels[-1].indent < inner:
            self.levels.append(_Level(inner, self.lists[indent]))

    def find_level(self, indent: int, key: str) -> str | None:
        """Go to the keys among which a key stands; give what is wrong when it stands crooked."""
        if self.waiting and indent > self.waiting.indent:
            self.levels.append(_Level(indent, self.waiting.where))
        elif self.waiting and key in self.keys_of(self.waiting.where):
            return _tell_indent(key, indent, self.waiting.indent + 2)
        elif indent in self.lists and key in self.keys_of(self.lists[indent]):
            return _NO_HYPHEN
        fitting = [level for level in self.levels if key in self.keys_of(level.where)]
        straight = [level for level in self.levels if level.indent == indent]
        if straight and (straight[-1] in fitting or not fitting):
            self.levels = self.levels[: self.levels.index(straight[-1]) + 1]
            self.lists = {far: where for far, where in self.lists.items() if far < indent}
            return None
        nearest = (fitting or [min(self.levels, key=lambda level: abs(level.indent - indent))])[-1]
        return None if nearest.indent == indent else _tell_indent(key, indent, nearest.indent)

    def explain(self, indent: int, text: str, above: _Block | None) -> str | None:
        """Say what is wrong with a line that is no key and no item, unless YAML knows better."""
        if text.startswith(_SIGNS_OF_YAML):
            return None
        first = _FIRST_WORD.match(text)
        word, rest = (first["word"], first["rest"].strip()) if first else ("", "")
        known = [
            k for level in self.levels if level.indent == indent for k in self.keys_of(level.where)
        ]
        if word in known and (not above or not rest or rest[0] in ":;=|："):
            return _tell_colon(word, rest)
        slip = next((said for start, said in _SLIPS if re.match(start, text)), None)
        if above and not (slip and text.startswith("```")):
            far = above.text_indent or above.indent + 2
            return f'deze regel hoort bij de tekst van "{above.name}"; zet er {far} spaties voor'
        return slip or self.explain_item(indent)

    def explain_item(self, indent: int) -> str | None:
        """Say that a hyphen lacks, where a list is open."""
        slot = find_slot(self.model, self.waiting.where) if self.waiting else None
        is_list = bool(slot and name_form(slot) in ("lijst", "één of lijst"))
        if is_list or (indent in self.lists and not self.waiting):
            return _NO_HYPHEN
        return None


_SIGNS_OF_YAML = ("? ", ": ", "%", "---", "...")
_UNEVEN = (
    'de regels van de tekst bij "{name}" springen ongelijk in; zet er overal evenveel spaties voor'
)
_NO_HYPHEN = 'dit is een onderdeel van een lijst; zet er "- " voor'


def _tell_indent(key: str, found: int, wanted: int) -> str:
    if not wanted:
        return f'"{key}" hoort helemaal vooraan op de regel; haal de spaties ervoor weg'
    return f'voor "{key}" horen {wanted} spaties te staan, hier staan er {found}'


def _tell_colon(word: str, rest: str) -> str:
    if rest[:1] == ":":
        return f'achter "{word}:" hoort een spatie'
    if rest[:1] in (";", "=", "："):
        return f'achter "{word}" hoort een dubbele punt, geen "{rest[0]}"'
    return f'achter "{word}" hoort een dubbele punt'


def find_slip(path: str, text: str, model: type[BaseModel]) -> Problem | None:
    """Give the first line of a record that is not written as a record is, or None."""
    reading = Reading(model)
    for number, line in enumerate(text.split("\n"), start=1):
        inner = line.lstrip(" ")
        if not inner.strip():
            continue
        indent = len(line) - len(inner)
        if message := reading.read(indent, inner.rstrip()):
            return Problem(path=path, line=number, column=indent + 1, rule="yaml", message=message)
    return None
