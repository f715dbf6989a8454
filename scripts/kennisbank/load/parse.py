"""YAML text to plain data, every scalar as text, with all that YAML does in silence refused.

It reads the events of the C parser: no composer, so no aliases to expand and no recursion
beyond `MAX_DEPTH`. With `marks` it also notes where each key and value stands.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml
from pydantic import BaseModel

from kennisbank.load.complaints import translate
from kennisbank.load.scalars import find_faults
from kennisbank.model.forms import is_required
from kennisbank.problems import Problem, Where

MAX_DEPTH = 8
_KEYS_SHOWN = 40


@dataclass(slots=True)
class Marks:
    """Line and column (from 0) of keys and values, and where each block of prose starts."""

    keys: dict[Where, tuple[int, int]] = field(default_factory=dict)
    values: dict[Where, tuple[int, int]] = field(default_factory=dict)
    blocks: set[Where] = field(default_factory=set)


class _RefusedError(Exception):
    """The rest of this file cannot be read; the problem is already noted."""


class _Reader:
    """One pass over the events of one file."""

    def __init__(
        self, path: str, text: str, marks: Marks | None, model: type[BaseModel] | None
    ) -> None:
        self.path = path
        self.text = text
        self.marks = marks
        self.model = model
        self.problems: list[Problem] = []
        self.loader = yaml.CSafeLoader(text)

    def next_event(self) -> Any:
        return self.loader.get_event()

    def note(self, mark: Any, rule: str, message: str) -> None:
        self.problems.append(
            Problem(
                path=self.path,
                line=mark.line + 1,
                column=mark.column + 1,
                rule=rule,
                message=message,
            )
        )

    def refuse(self, mark: Any, rule: str, message: str) -> _RefusedError:
        self.note(mark, rule, message)
        return _RefusedError()

    def read(self) -> Any:
        """Read one document and make sure that no other follows."""
        get = self.next_event
        get()
        start = get()
        if isinstance(start, yaml.StreamEndEvent):
            raise self.refuse(
                start.start_mark, "leeg-bestand", "bestand is leeg; vul het of haal het weg"
            )
        if start.version or start.tags:
            raise self.refuse(start.start_mark, "yaml", "haal de regels met % bovenaan weg")
        value = self.value(get(), ())
        get()
        extra = get()
        if not isinstance(extra, yaml.StreamEndEvent):
            message = (
                'na "---" begint een tweede record; haal die regel weg, of zet wat erachter komt '
                "in een eigen bestand"
            )
            raise self.refuse(extra.start_mark, "tweede-record", message)
        return value

    def value(self, event: Any, where: Where) -> Any:
        if isinstance(event, yaml.AliasEvent):
            message = (
                f'"*{event.anchor}" is een verwijzing van YAML; zet de tekst in een blok met |'
            )
            raise self.refuse(event.start_mark, "verwijzing", message)
        if event.anchor:
            message = f'"&{event.anchor}" is een anker van YAML; zet de tekst in een blok met |'
            self.note(event.start_mark, "anker", message)
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = f'"{tag}" is een label van YAML; zet de tekst in een blok met |'
            self.note(event.start_mark, "label", message)
        if self.marks is not None:
            self.marks.values[where] = (event.start_mark.line, event.start_mark.column)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, where)
        if len(where) >= MAX_DEPTH:
            message = "te diep genest; haal spaties weg, of zet de tekst in een blok met |"
            raise self.refuse(event.start_mark, "te-diep", message)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, where)
        return self.mapping(event, where)

    def scalar(self, event: Any, where: Where) -> str:
        if event.style == "|" and self.marks is not None:
            self.marks.blocks.add(where)
        for mark, rule, message in find_faults(event, self.text, lambda: self.is_needed(where)):
            is_told = any(p.line == event.start_mark.line + 1 for p in self.problems[-1:])
            if not (rule == "leeg-veld" and is_told):
                self.note(mark, rule, message)
        return str(event.value)

    def is_needed(self, where: Where) -> bool:
        return self.model is not None and is_required(self.model, where)

    def sequence(self, event: Any, where: Where) -> list[Any]:
        if event.flow_style:
            message = (
                'vierkante haken; schrijf een lijst met "- ", of zet de tekst in een blok met |'
            )
            following = self.next_event()
            if isinstance(following, yaml.SequenceEndEvent):
                message = "een lege lijst; haal de regel weg"
            elif isinstance(following, yaml.SequenceStartEvent):
                message = (
                    "dubbele haken horen in lopende tekst; schrijf hier het id zonder haken, "
                    "of zet de tekst in een blok met |"
                )
            raise self.refuse(event.start_mark, "haken", message)
        items: list[Any] = []
        while not isinstance(item := self.next_event(), yaml.SequenceEndEvent):
            items.append(self.value(item, (*where, len(items))))
        return items

    def mapping(self, event: Any, where: Where) -> dict[str, Any]:
        if event.flow_style:
            message = "accolades; zet de tekst in een blok met |"
            raise self.refuse(event.start_mark, "haken", message)
        result: dict[str, Any] = {}
        while not isinstance(key := self.next_event(), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                message = "een sleutel moet een gewoon woord zijn; zet de tekst in een blok met |"
                raise self.refuse(key.start_mark, "geen-sleutel", message)
            name = key.value
            place = (*where, name)
            if name in result:
                message = (
                    f'"{_shorten(name)}" staat hier twee keer; haal er één weg of voeg ze samen'
                )
                self.note(key.start_mark, "dubbel-veld", message)
            elif self.marks is not None:
                mark: Any = key.start_mark
                self.marks.keys[place] = (mark.line, mark.column)
            result[name] = self.value(self.next_event(), place)
        return result


def _shorten(text: str) -> str:
    return text if len(text) <= _KEYS_SHOWN else text[: _KEYS_SHOWN - 1] + "…"


def parse(
    path: str, text: str, marks: Marks | None = None, model: type[BaseModel] | None = None
) -> tuple[Any, tuple[Problem, ...]]:
    """Give the data of one file (None when it cannot be read) and what is wrong with its YAML.

    The `model` says which fields must be filled.
    """
    reader = _Reader(path, text, marks, model)
    try:
        return reader.read(), tuple(reader.problems)
    except _RefusedError:
        return None, tuple(reader.problems)
    except yaml.YAMLError as error:
        line, column, message = translate(error)
        found = Problem(path=path, line=line + 1, column=column + 1, rule="yaml", message=message)
        return None, (*reader.problems, found)
