"""JSON Schemas of the records, from the models, for editors that know them."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from kennisbank.model.artifact import Artifact
from kennisbank.model.records import RECORD_TYPES
from kennisbank.model.settings import Settings

_DIALECT = "http://json-schema.org/draft-07/schema#"
_LEFT_OUT = frozenset({"default", "title"})


def make_schemas() -> Iterator[Artifact]:
    """Make a schema for each kind of record and for kennisbank.yml, for .vscode/schemas/."""
    for model in RECORD_TYPES:
        yield Artifact(f"{model.kind.name}.schema.json", _serialize(model, model.kind.name))
    yield Artifact("kennisbank.schema.json", _serialize(Settings, "kennisbank"))


def _serialize(model: type[BaseModel], title: str) -> bytes:
    schema = _tidy(model.model_json_schema(by_alias=True))
    schema = {"$schema": _DIALECT, **schema, "title": title}
    return (json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _tidy(schema: Any) -> Any:
    """Leave out what no author types: computed fields, defaults, empty values, English titles."""
    if isinstance(schema, list):
        return [_tidy(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "properties" in schema:
        kept = {k: _tidy(v) for k, v in schema["properties"].items() if not k.startswith("@")}
        required = [name for name in schema.get("required", ()) if name in kept]
        schema = {**schema, "properties": kept, "required": required}
    if schema.get("anyOf", [{}])[-1] == {"type": "null"}:
        schema = {**schema, **schema["anyOf"][0]}
        del schema["anyOf"]
    return {
        k: v if k == "properties" else _tidy(v) for k, v in schema.items() if k not in _LEFT_OUT
    }
