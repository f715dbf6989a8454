"""JSON Schemas of the records, from the models and the ids that exist, for editors that know them.

An editor with a YAML language server completes keys, relation kinds and ids from them, shows the
help text of each field, and marks what does not exist.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from kennisbank.model.artifact import Artifact
from kennisbank.model.records import RECORD_TYPES, Records
from kennisbank.model.settings import Settings

_DIALECT = "http://json-schema.org/draft-07/schema#"
_LEFT_OUT = frozenset({"default", "title"})
_KIND_OF_KEY = {
    "wie": "persoon",
    "via": "persoon",
    "sprekers": "persoon",
    "bron": "bron",
    "bronnen": "bron",
    "verder_lezen": "bron",
    "rollen": "bron",
    "plaats": "plaats",
    "ook_thema": "thema",
    "begrippen": "begrip",
    "relaties": "begrip",
    "stappen": "begrip",
    "diagrammen": "diagram",
}
"""The keys that name other records, and the kind that they name."""

Ids = Mapping[str, list[str]]


def list_ids(records: Records) -> Ids:
    """Give every id that a field may hold, sorted, by kind; places too."""
    ids = {kind: sorted(records.by_kind(kind)) for kind in set(_KIND_OF_KEY.values()) - {"plaats"}}
    ids["plaats"] = sorted({p for source in records.sources.values() for p in source.places})
    return ids


def make_schemas(ids: Ids) -> Iterator[Artifact]:
    """Make a schema for each kind of record and for kennisbank.yml, for .vscode/schemas/."""
    for model in RECORD_TYPES:
        yield Artifact(f"{model.kind.name}.schema.json", _serialize(model, model.kind.name, ids))
    yield Artifact("kennisbank.schema.json", _serialize(Settings, "kennisbank", ids))


def _serialize(model: type[BaseModel], title: str, ids: Ids) -> bytes:
    schema = _tidy(model.model_json_schema(by_alias=True), ids)
    schema = {"$schema": _DIALECT, **schema, "title": title}
    return (json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _tidy(schema: Any, ids: Ids) -> Any:
    """Leave out what no author types, and name the ids that a field may hold."""
    if isinstance(schema, list):
        return [_tidy(item, ids) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("anyOf", [{}])[-1] == {"type": "null"}:
        schema = {**schema, **schema["anyOf"][0]}
        del schema["anyOf"]
    if "enum" in schema.get("propertyNames", {}):
        return _tidy_values(_list_keys(schema, schema["propertyNames"]["enum"]), ids)
    if "properties" in schema:
        kept = {
            key: _name_ids(_tidy(value, ids), ids.get(_KIND_OF_KEY.get(key, ""), []))
            for key, value in schema["properties"].items()
            if not key.startswith("@")
        }
        required = [name for name in schema.get("required", ()) if name in kept]
        schema = {**schema, "properties": kept, "required": required}
    return _tidy_values(schema, ids)


def _tidy_values(schema: dict[str, Any], ids: Ids) -> dict[str, Any]:
    return {
        key: value if key == "properties" else _tidy(value, ids)
        for key, value in schema.items()
        if key not in _LEFT_OUT
    }


def _name_ids(schema: dict[str, Any], names: list[str]) -> dict[str, Any]:
    """Put the ids at the place of a field where an id stands: value, items or keys."""
    if not names:
        return schema
    types = schema.get("type")
    if types == "string":
        return {**schema, "enum": names}
    if types == "array":
        return {**schema, "items": {"enum": names}}
    if isinstance(types, list):
        rest = {key: value for key, value in schema.items() if key not in ("type", "items")}
        return {**rest, "anyOf": [{"enum": names}, {"type": "array", "items": {"enum": names}}]}
    if "properties" in schema:
        inner = {key: _name_ids(value, names) for key, value in schema["properties"].items()}
        return {**schema, "properties": inner}
    return _list_keys(schema, names)


def _list_keys(schema: dict[str, Any], names: list[str]) -> dict[str, Any]:
    """Say which keys a mapping may have; editors complete these, unlike propertyNames."""
    patterns = schema.get("patternProperties", {})
    value: Any = schema.get("additionalProperties") or next(iter(patterns.values()), {})
    rest = {k: v for k, v in schema.items() if k not in ("propertyNames", "patternProperties")}
    keys = dict.fromkeys(names, value)
    return {**rest, "properties": keys, "additionalProperties": False}
