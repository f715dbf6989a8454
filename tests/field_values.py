"""Whole records made from the models: every field that there is, filled, and every text in them."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from kennisbank.model.base import Record
from kennisbank.model.marks import PLACE, Names, Sort
from kennisbank.model.settings import Settings
from kennisbank.model.shapes import read_fields
from kennisbank.model.walk import Found, walk_texts
from kennisbank.problems import Where

NAME = "zee"
"""The id of the record that is made."""
FOLDER = "water"
IDS = {
    "begrip": "kampvuur",
    "persoon": "anna-stroom",
    "bron": "het-artikel",
    "thema": "vuur",
    "diagram": "de-loop",
    "voorbeeld": "overtocht",
    "casus": "aan-de-kade",
    "leerroute": "naar-zee",
    PLACE: "oevers",
}
"""An id of each kind in the small knowledge base."""
SECOND = "boot"
UNHEARD = "oude-denker"
"""Somebody who is known through another."""
TEXTS = (
    "Een gewone boot ligt hier.",
    "Ochtendrood",
    "2026-11-23 Eerste versie",
    "2019-08-30",
    "7",
    "en",
    "https://klein.example/zee/",
    "zee@klein.example",
    "https://klein.example/?titel={titel}&tekst={tekst}",
    "https://klein.example/{bestand}",
)
SET_APART = ("vervangen_door", "samenvoegen", "editie")
"""What a record has only in a state of its own."""


class Block(str):
    """A text to be written in a block."""

    __slots__ = ()


def make_data(model: type[BaseModel]) -> dict[str, Any]:
    """Give what an author types in a record with every text that it can have."""
    texts = {field.name for field in read_fields(model)}
    data = {
        str(field.alias): _make(field.annotation, field.metadata)
        for name, field in model.model_fields.items()
        if name in texts or field.is_required()
        if not str(field.alias).startswith("@") and field.alias not in SET_APART
    }
    if {"wie", "via"} <= data.keys():
        data["wie"] = [UNHEARD]
    if "spanning_gezegd" in data:
        (reasons,) = data["relaties"].values()
        data["relaties"] = {"spanning": reasons}
    return data


def _make(annotation: Any, marks: Iterable[Any]) -> Any:
    """Give a value that the type takes."""
    origin, inner, marks = get_origin(annotation), get_args(annotation), tuple(marks)
    if origin is Annotated:
        return _make(inner[0], (*annotation.__metadata__, *marks))
    if origin in (Union, UnionType):
        return _make(inner[0], marks)
    if origin is Mapping:
        keys = [_make(inner[0], ()), *[SECOND] * any(map(_asks_for_two, marks))]
        return {key: _make(inner[1], ()) for key in keys}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return make_data(annotation)
    return _make_text(annotation, marks)


def _asks_for_two(mark: Any) -> bool:
    return getattr(mark, "min_length", 0) > 1


def _make_text(annotation: Any, marks: tuple[Any, ...]) -> Any:
    """Give the first text that the type takes, or a list of one."""
    choices = get_args(annotation)
    if get_origin(annotation) is Literal:
        return choices[-1]
    takes: TypeAdapter[Any] = TypeAdapter(Annotated[annotation, *marks] if marks else annotation)
    kinds = [mark.kind.name for mark in marks if isinstance(mark, Names) and mark.kind]
    if Sort.CODE in marks and not kinds:
        kinds = [PLACE]
    is_block = Sort.PROSE in marks or get_origin(annotation) is tuple
    for text in (*(IDS[kind] for kind in kinds), *(TEXTS if is_block else TEXTS[1:])):
        if _accepts(takes, text):
            return Block(text) if is_block and text in TEXTS else text
    return [_make(choices[0], ())]


def _accepts(takes: TypeAdapter[Any], text: str) -> bool:
    try:
        takes.validate_python(text)
    except ValidationError:
        return False
    return True


def read(model: type[BaseModel], data: Mapping[str, Any]) -> BaseModel:
    """Give the record that an author has typed."""
    own = {"@id": NAME, "@path": "", "@folder": FOLDER, "@drawing": "<svg/>"}
    aliases = {field.alias for field in model.model_fields.values()}
    return model.model_validate({**data, **{k: v for k, v in own.items() if k in aliases}})


def list_texts(model: type[BaseModel]) -> tuple[Found, ...]:
    """Give every text that a record of a kind can have, with its place."""
    return tuple(walk_texts(read(model, make_data(model))))


def put(data: Any, where: Where, text: str, *, at_key: bool = False) -> Any:
    """Give the data with another text at a place."""
    if not where:
        return Block(text) if isinstance(data, Block) else text
    step, *rest = where
    if isinstance(data, Block):
        head = "2026-11-23 " * bool(rest)
        return Block(head + text)
    if isinstance(data, list):
        return [
            put(each, tuple(rest), text, at_key=at_key) if n == step else each
            for n, each in enumerate(data)
        ]
    if at_key and not rest:
        return {text if key == step else key: value for key, value in data.items()}
    return {
        key: put(value, tuple(rest), text, at_key=at_key) if key == step else value
        for key, value in data.items()
    }


def write_yaml(data: Mapping[str, Any], indent: str = "") -> str:
    """Write a record as an author does."""
    return "".join(f"{indent}{key}:{_write(value, indent)}\n" for key, value in data.items())


def _write(value: Any, indent: str) -> str:
    if isinstance(value, Block):
        return " |" + "".join(f"\n{indent}  {line}" for line in value.splitlines())
    if isinstance(value, str):
        return f" {json.dumps(value, ensure_ascii=False)}"
    if isinstance(value, list):
        return "".join(f"\n{indent}-{_write_item(each, indent)}" for each in value)
    return "\n" + write_yaml(value, f"{indent}  ").rstrip("\n")


def _write_item(value: Any, indent: str) -> str:
    if isinstance(value, dict):
        return " " + write_yaml(value, f"{indent}  ").strip()
    return _write(value, indent)


def path_of(model: type[BaseModel], folder: str = FOLDER) -> str:
    """Give the path of the record that is made, from the root."""
    if not issubclass(model, Record):
        return "concepts/kennisbank.yml" if model is Settings else "concepts/adressen.yml"
    theme = f"{folder}/" if "@folder" in {f.alias for f in model.model_fields.values()} else ""
    return f"concepts/{model.kind.folder}/{theme}{NAME}.yml"


def save(root: Path, model: type[BaseModel], data: Mapping[str, Any], folder: str = FOLDER) -> str:
    """Write a record, and a drawing for a diagram; give its path from the root."""
    path = path_of(model, folder)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(write_yaml(data), encoding="utf-8")
    drawing = root / "docs/assets/diagrammen"
    (drawing / f"{NAME}.svg").write_bytes((drawing / "de-loop.svg").read_bytes())
    return path
