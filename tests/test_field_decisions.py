"""Each field of each model is checked, shown to readers, or excused here with its reason."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from building import copy_small
from field_values import NAME, Block, make_data, read, save
from kennisbank.bridge.frame import find_ways_back
from kennisbank.config import find_project
from kennisbank.model.addresses import AddressBook
from kennisbank.model.artifact import Artifact
from kennisbank.model.records import RECORD_TYPES
from kennisbank.model.settings import Settings
from kennisbank.model.shapes import find_parts
from kennisbank.model.teaching import Diagram
from kennisbank.pipeline import check_records
from kennisbank.problems import Where

EXCUSED = {
    "Concept.leesbaarheid": "for editors: with it the check on easy reading lets a text pass",
    "Diagram.wijzigingen": "a drawing has no page of its own: the pages that show it have theirs",
    "Settings.geen_namen": "a search for a withdrawn name passes over them: test_withdrawing.py",
    "AddressBook.gekozen": "commands leave these redirects alone: test_taken_addresses.py",
    "AddressBook.paren": "tells two tensions with one address apart: test_taken_addresses.py",
}
"""Fields that neither a reader nor a rule sees, by the kind and the key, and why that is right."""

MODELS: tuple[type[BaseModel], ...] = (*RECORD_TYPES, Settings, AddressBook)
OTHERS = (
    *("anders", "boot", "rivier", "het-boek", "lezer-1", "inleiding", "water", "redactie"),
    *("ja", "nee", "2018-01-02", "2018", "1", "https://klein.example/b/", "b@klein.example"),
    *("https://klein.example/b/?titel={titel}&tekst={tekst}", "2026-11-23 Anders"),
    "https://klein.example/b/{bestand}",
)
"""Texts of every form; each type takes some of them."""
BOOK: dict[str, Any] = {
    "adressen": {"begrippen/meer/": "wie-zegt-wat"},
    "doorverwijzingen": {"begrippen/plas/": "begrippen/meer/"},
    "ingetrokken": ["begrippen/ven/"],
    "herkomst": {"begrippen/boot/": "begrippen/plas/"},
}
SIZES = "data/index.md"
"""The page that tells how large files are."""


def _list_fields() -> Iterator[tuple[type[BaseModel], Where, FieldInfo]]:
    """Give each key that an author may write, with what the model says of it."""
    for model in MODELS:
        yield from _list_own(model, model, ())
        for key, part in find_parts(model):
            if key in make_data(model) and hasattr(part, "called"):
                is_row = isinstance(make_data(model)[key], list)
                yield from _list_own(model, part, (key, 0) if is_row else (key,))


def _list_own(
    model: type[BaseModel], part: type[BaseModel], where: Where
) -> Iterator[tuple[type[BaseModel], Where, FieldInfo]]:
    for info in part.model_fields.values():
        if info.alias and not info.alias.startswith("@"):
            yield model, (*where, info.alias), info


FIELDS = list(_list_fields())


def _name(model: type[BaseModel], where: Where) -> str:
    keys = ".".join(str(step) for step in where if not isinstance(step, int))
    return f"{model.__name__}.{keys}"


def _vary(model: type[BaseModel], where: Where, info: FieldInfo) -> Iterator[dict[str, Any]]:
    """Give the record with other values in one field, as far as the model takes them.

    What takes a plain word gets no address of the web: a general rule names that in any text.
    """
    base = _make(model)
    known = read(model, base)
    choices = [each for each in get_args(info.annotation) if isinstance(each, str)]
    takes_words = _takes(model, _set(base, where, OTHERS[0]))
    for text in (*choices, *OTHERS):
        data = _set(base, where, text)
        if takes_words and "://" in text:
            continue
        if _takes(model, data) and read(model, data) != known:
            yield data


def _takes(model: type[BaseModel], data: Mapping[str, Any]) -> bool:
    try:
        read(model, data)
    except ValidationError:
        return False
    return True


def _set(value: Any, where: Where, text: str) -> Any:
    """Give the value with a text in the place of every text below a key."""
    if not where:
        return _fill(value, text)
    step, rest = where[0], where[1:]
    if isinstance(value, list):
        return [_set(each, rest, text) if n == step else each for n, each in enumerate(value)]
    return {**value, step: _set(value.get(step, ""), rest, text)}


def _fill(value: Any, text: str) -> Any:
    if isinstance(value, list):
        return [_fill(each, text) for each in value]
    if isinstance(value, Mapping):
        return {key: _fill(each, text) for key, each in value.items()}
    return Block(text) if isinstance(value, Block) else text


def _look(
    model: type[BaseModel], data: Mapping[str, Any]
) -> tuple[tuple[Any, ...], dict[str, Artifact]]:
    """Give all that a check says, and all that readers get."""
    with TemporaryDirectory() as name:
        folder = copy_small(Path(name) / "klein")
        save(folder, model, data)
        if model is Diagram:
            river = folder / "concepts/begrippen/water/rivier.yml"
            river.write_text(river.read_text("utf-8").replace("- de-loop", f"- {NAME}"), "utf-8")
        project = find_project(folder)
        assert project
        check = check_records(project)
        files = {each.path: each for each in check.artifacts if each.path != SIZES}
        settings = check.records.settings
        return (check.problems, sorted(files), settings and find_ways_back(settings)), files


@cache
def _look_at_base(model: type[BaseModel]) -> tuple[Any, dict[str, bytes]]:
    said, files = _look(model, _make(model))
    return said, {path: file.content for path, file in files.items()}


def _differs(model: type[BaseModel], data: Mapping[str, Any]) -> bool:
    """Tell whether a record gives anything else; as soon as something does, no more is made."""
    (said, files), (base_said, base) = _look(model, data), _look_at_base(model)
    return said != base_said or any(file.content != base[path] for path, file in files.items())


def _make(model: type[BaseModel]) -> dict[str, Any]:
    """Give a record to change one field of; a form for reports goes before an address."""
    data = BOOK if model is AddressBook else make_data(model)
    return {key: value for key, value in data.items() if key != "meldpunt"}


def _is_seen(model: type[BaseModel], where: Where, info: FieldInfo) -> bool:
    return any(_differs(model, data) for data in _vary(model, where, info))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("model", "where", "info"), FIELDS, ids=[_name(model, where) for model, where, _ in FIELDS]
)
def test_each_field_is_decided(model: type[BaseModel], where: Where, info: FieldInfo) -> None:
    """Another value gives another line of the check, or another page or file."""
    name = _name(model, where)
    assert _is_seen(model, where, info) != (name in EXCUSED), (
        f"{name} is excused, and yet a reader or a rule sees it: take it out of EXCUSED"
        if name in EXCUSED
        else f"no page, no file and no rule knows {name}: show it in a template of "
        "scripts/kennisbank/templates or in an export, write a rule for it in "
        "scripts/kennisbank/rules, or put it in EXCUSED in this file with the reason"
    )
