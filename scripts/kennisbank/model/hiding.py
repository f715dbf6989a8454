"""What of one record may leave its own page: without the words that name a private person.

Walked from the types: a text of a sort that nobody declared never leaves, whoever it names.
"""

import operator
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from kennisbank.model.marks import Sort
from kennisbank.model.private_names import PrivateNames
from kennisbank.model.shapes import Entries, FieldShape, Inner, Items, Leaf, Shape, read_fields
from kennisbank.problems import Where
from kennisbank.vocabulary import KIND_BY_PREFIX

_BREAK = re.compile(r"\n[ ]*\n|\n(?=- )")
_LINK = re.compile(r"\[\[\s*(?P<prefix>\w+)\s*:\s*(?P<id>[\w-]+)\s*(?:\|(?P<label>[^\[\]]+))?\]\]")

Model = TypeVar("Model", bound=BaseModel)
Key = tuple[str, str]
"""The kind and the id of a record."""


class _Gone(Enum):
    """Stands for a value of which nothing is left."""

    GONE = auto()


class Exposure(NamedTuple):
    """A place that names a private person: in a text of a sort, or by id, which has none."""

    where: Where
    words: str
    sort: Sort | None = None
    offset: int = 0
    """Characters before it in the text."""
    is_fatal: bool = False
    """The record is nothing without it."""


@dataclass(slots=True)
class Hiding:
    """Hides who is private in one record. What several say is left to the others, unless strict."""

    names: PrivateNames
    gone: Mapping[Key, str]
    """The records that readers elsewhere lack: kind and id, with the title for links to it."""
    is_strict: bool = False
    exposures: list[Exposure] = field(default_factory=list)

    def hide(self, record: Model) -> Model | None:
        """Give the record without what names anyone, itself when it names nobody.

        None when nothing true is left of it; `exposures` says why.
        """
        found = self._hide_part(record, ())
        return None if isinstance(found, _Gone) else found

    def _hide_part(self, part: Model, where: Where) -> Model | _Gone:
        changes: dict[str, Any] = {}
        is_lost = False
        for each in read_fields(type(part)):
            value, count = getattr(part, each.name), len(self.exposures)
            if value == each.default:
                continue
            new = self._hide(value, each.shape, (*where, *each.step))
            if self.is_strict and each.is_firm and isinstance(new, tuple) and new is not value:
                new = _Gone.GONE
            if new is _Gone.GONE and (each.is_required or each.is_firm) and not each.stand_in:
                is_lost = True
                if not where:
                    self._is_fatal_from(count)
            elif new is not value:
                changes[each.name] = _replace(part, each) if new is _Gone.GONE else new
        if is_lost:
            return _Gone.GONE
        return part.model_copy(update=changes) if changes else part

    def _is_fatal_from(self, count: int) -> None:
        fatal = [exposure._replace(is_fatal=True) for exposure in self.exposures[count:]]
        self.exposures[count:] = fatal

    def _hide(self, value: Any, shape: Shape | None, where: Where) -> Any:
        if isinstance(shape, Leaf):
            return self._hide_text(value, shape, where)
        if isinstance(shape, Items):
            return self._hide_items(value, shape, where)
        if isinstance(shape, Inner):
            return self._hide_part(value, where)
        return value if shape is None else self._hide_entries(value, shape, where)

    def _hide_items(self, value: tuple[Any, ...], shape: Items, where: Where) -> Any:
        """Give the items that are left. There may be none, but of ids and terms."""
        hidden = [self._hide(each, shape.inner, (*where, n)) for n, each in enumerate(value)]
        kept = tuple(each for each in hidden if each is not _Gone.GONE)
        if all(map(operator.is_, hidden, value)):
            return value
        is_needed = isinstance(shape.inner, Leaf) and shape.inner.sort is not Sort.PROSE
        return _Gone.GONE if is_needed and not kept else kept

    def _hide_entries(self, value: Mapping[str, Any], shape: Entries, where: Where) -> Any:
        """Give the entries whose key is left; a value of which nothing is left is empty."""
        kept: dict[str, Any] = {}
        empty: Any = () if isinstance(shape.value, Items) else ""
        for key, inner in value.items():
            place = (*where, key)
            new = self._hide(inner, shape.value, place)
            if self._hide(key, shape.key, place) is not _Gone.GONE:
                kept[key] = empty if new is _Gone.GONE else new
        is_same = len(kept) == len(value) and all(kept[key] is value[key] for key in kept)
        return value if is_same else kept

    def _hide_text(self, text: Any, leaf: Leaf, where: Where) -> str | _Gone:
        kind = leaf.names.kind.name if leaf.names and leaf.names.kind else ""
        if (kind, text) in self.gone:
            self.exposures.append(Exposure(where, text))
            return _Gone.GONE
        if leaf.sort is None or leaf.for_editors:
            return _Gone.GONE
        named = None if leaf.sort is Sort.CODE else self.names.find(text, leaf.sort)
        if named:
            self.exposures.append(Exposure(where, named.words, leaf.sort, named.start))
        if leaf.sort is Sort.PROSE:
            return self._unlink(self._cut(text) if named else text) or _Gone.GONE
        return _Gone.GONE if named else str(text)

    def _cut(self, text: str) -> str:
        """Give the paragraphs and items that name nobody."""
        marks = iter([*_BREAK.findall(text), ""])
        parts = zip(_BREAK.split(text), marks, strict=True)
        return "".join(part + mark for part, mark in parts if not self.names.find(part)).strip()

    def _unlink(self, text: str) -> str:
        """Put words in the place of links to what readers elsewhere lack."""
        return _LINK.sub(self._say, text) if "[[" in text and self.gone else text

    def _say(self, link: re.Match[str]) -> str:
        kind = KIND_BY_PREFIX.get(link["prefix"])
        title = self.gone.get((kind.name, link["id"])) if kind else None
        return link[0] if title is None else (link["label"] or title).strip()


def _replace(part: BaseModel, field: FieldShape) -> Any:
    """Give what stands in for a text that is gone, or nothing."""
    if field.stand_in is None:
        return field.default
    words = field.stand_in.words
    if field.stand_in.field:
        words = f"{getattr(part, field.stand_in.field)}."
    return words[:1].upper() + words[1:]
