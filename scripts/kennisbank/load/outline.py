"""Which keys and lists are open at a line of a record, and whether the next one stands straight."""

from dataclasses import dataclass, field

from pydantic import BaseModel

from kennisbank.load.slips import NO_HYPHEN, tell_extra_hyphen, tell_indent
from kennisbank.load.unknown_key import ALL_KEYS, find_meant
from kennisbank.model.forms import find_slot, list_keys, name_form
from kennisbank.problems import Where


@dataclass(slots=True)
class Level:
    """Keys that stand under each other: how far in, where in the record, and which so far."""

    indent: int
    where: Where
    seen: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Outline:
    """What is open where the reading has come."""

    model: type[BaseModel]
    levels: list[Level] = field(default_factory=lambda: [Level(0, ())])
    lists: dict[int, Where] = field(default_factory=dict)
    """The open lists by how far in they stand; the last step counts the items."""
    waiting: Level | None = None
    """The key above, when nothing stands behind it."""

    def keys_of(self, where: Where) -> tuple[str, ...]:
        """Give the keys that may stand there; none where ids do."""
        slot = find_slot(self.model, where)
        return list_keys(slot) if slot else ()

    def here(self, indent: int) -> list[Where]:
        """Give the open places in the record that stand this far in."""
        return [level.where for level in self.levels if level.indent == indent]

    def may_be_key(self, indent: int, key: str) -> bool:
        """Tell whether a word before a colon, right below a text, is meant as a key."""
        is_meant = any(find_meant(self.model, (*level.where, key)) for level in self.levels)
        return is_meant or key in ALL_KEYS or not all(map(self.keys_of, self.here(indent)))

    def may_be_item(self, indent: int) -> bool:
        """Tell whether a list item may stand here."""
        slot = find_slot(self.model, self.waiting.where) if self.waiting else None
        is_list = bool(slot and name_form(slot) in ("lijst", "één of lijst"))
        return is_list or (indent in self.lists and not self.waiting)

    def open_item(self, indent: int, inner: int, key: str | None) -> str | None:
        """Begin an item of a list that stands this far in, with this key if it has keys."""
        if self.waiting and indent >= self.waiting.indent:
            self.lists[indent] = (*self.waiting.where, -1)
        elif self.lists and indent not in self.lists and not self.waiting:
            return tell_indent("dit streepje", indent, max(self.lists))
        elif indent in self.lists and self._goes_on(indent, key):
            return tell_extra_hyphen(inner)
        *where, number = self.lists.get(indent, ("?", -1))
        self.lists[indent] = (*where, int(number) + 1)
        self.levels = [level for level in self.levels if level.indent <= indent]
        self.levels.append(Level(inner, self.lists[indent]))
        return None

    def _goes_on(self, indent: int, key: str | None) -> bool:
        """Tell whether a key belongs to the item above: that has keys, and not this one yet."""
        item = next((level for level in self.levels if level.where == self.lists[indent]), None)
        return bool(item and key in self.keys_of(item.where) and key not in item.seen)

    def open_key(self, indent: int, key: str) -> str | None:
        """Go to the keys among which a key stands; give what is wrong when it stands crooked."""
        waiting, name = self.waiting, f'"{key}"'
        if waiting and indent > waiting.indent:
            self.levels.append(Level(indent, waiting.where))
        elif waiting and key in self.keys_of(waiting.where):
            return tell_indent(name, indent, waiting.indent + 2)
        item = self.lists.get(indent)
        if item and key in self.keys_of(item):
            is_new = key in self.levels[-1].seen
            return NO_HYPHEN if is_new else tell_indent(name, indent, self.levels[-1].indent)
        fitting = [level for level in self.levels if self._lacks(level, key)]
        straight = [level for level in self.levels if level.indent == indent]
        if straight and (straight[-1] in fitting or not fitting):
            if wanted := self._find_ids(straight[-1], key):
                return tell_indent(name, indent, wanted)
            self.levels = self.levels[: self.levels.index(straight[-1]) + 1]
            self.lists = {far: where for far, where in self.lists.items() if far < indent}
            return None
        nearest = (fitting or [min(self.levels, key=lambda level: abs(level.indent - indent))])[-1]
        return None if nearest.indent == indent else tell_indent(name, indent, nearest.indent)

    def _lacks(self, level: Level, key: str) -> bool:
        """Tell whether a key may stand on this level, and does not yet."""
        return key in self.keys_of(level.where) and key not in level.seen

    def _find_ids(self, level: Level, key: str) -> int:
        """Give how far in a key should stand that is none of this level, where ids can follow."""
        if not self.keys_of(level.where) or find_meant(self.model, (*level.where, key)):
            return 0
        waiting, last = self.waiting, self.levels[-1]
        if waiting and self._has_ids(waiting.where):
            return waiting.indent + 2
        return last.indent if last is not level and self._has_ids(last.where) else 0

    def _has_ids(self, where: Where) -> bool:
        """Tell whether the keys that stand there are ids."""
        slot = find_slot(self.model, where)
        return bool(slot and name_form(slot) == "velden" and not list_keys(slot))
