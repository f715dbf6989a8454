"""JSON Schemas of the records, from the models and the ids that exist, for editors that know them.

An editor with a YAML language server completes keys, relation kinds and ids from them, shows the
help text of each field, and marks what does not exist.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from kennisbank.model.artifact import Artifact
from kennisbank.model.limits import LIMITS_KEY
from kennisbank.model.marks import OWN_PLACE_KEY, PLACE, PROSE_KEY, QUESTION_KEY, SCHEMA_KEY
from kennisbank.model.records import RECORD_TYPES, Records
from kennisbank.model.settings import Settings
from kennisbank.vocabulary import KINDS

_DIALECT = "http://json-schema.org/draft-07/schema#"
_FOR_FORMS = (LIMITS_KEY, QUESTION_KEY, OWN_PLACE_KEY, PROSE_KEY, "x-changes")
_LEFT_OUT = frozenset({"default", "title", SCHEMA_KEY, *_FOR_FORMS})

Ids = Mapping[str, list[str]]


def list_ids(records: Records) -> Ids:
    """Give every id that a field may hold, sorted, by kind; places too."""
    ids = {kind.name: sorted(records.by_kind(kind.name)) for kind in KINDS}
    places = {place for source in records.sources.values() for place in source.places}
    return {**ids, PLACE: sorted(places)}


def make_schemas(ids: Ids) -> Iterator[Artifact]:
    """Make a schema for each kind of record and for kennisbank.yml, for .vscode/schemas/."""
    for model in RECORD_TYPES:
        name = model.kind.name
        yield Artifact(f"{name}.schema.json", _serialize(model, name, {**ids, "": ids[name]}))
    yield Artifact("kennisbank.schema.json", _serialize(Settings, "kennisbank", ids))


def _serialize(model: type[BaseModel], title: str, ids: Ids) -> bytes:
    schema = _tidy(model.model_json_schema(by_alias=True), ids)
    schema = {"$schema": _DIALECT, **schema, "title": title}
    return (json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _tidy(schema: Any, ids: Ids) -> Any:
    """Leave out what no author types, and name the ids that may stand at each place."""
    if isinstance(schema, list):
        return [_tidy(item, ids) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("anyOf", [{}])[-1] == {"type": "null"}:
        schema = {**schema, **schema["anyOf"][0]}
        del schema["anyOf"]
    if names := _list_names(schema, ids):
        schema = {**schema, "enum": names}
    if names := _list_names(schema.get("propertyNames", {}), ids):
        schema = _list_keys(schema, names)
    if "properties" in schema:
        schema = _leave_out_computed(schema)
        inner = {key: _tidy(value, ids) for key, value in schema["properties"].items()}
        return {**_tidy_values(schema, ids), "properties": inner}
    return _tidy_values(schema, ids)


def _list_names(schema: Mapping[str, Any], ids: Ids) -> list[str]:
    """Give all that may stand at a place: what it says itself, or the ids of a kind."""
    return ids.get(schema.get(SCHEMA_KEY, "-"), []) or schema.get("enum", [])


def _leave_out_computed(schema: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in schema["properties"].items() if not key.startswith("@")}
    required = [name for name in schema.get("required", ()) if name in kept]
    return {**schema, "properties": kept, "required": required}


def _tidy_values(schema: Mapping[str, Any], ids: Ids) -> dict[str, Any]:
    return {key: _tidy(value, ids) for key, value in schema.items() if key not in _LEFT_OUT}


def _list_keys(schema: Mapping[str, Any], names: list[str]) -> dict[str, Any]:
    """Say which keys a mapping may have; editors complete these, unlike propertyNames."""
    patterns = schema.get("patternProperties", {})
    value: Any = schema.get("additionalProperties") or next(iter(patterns.values()), {})
    rest = {k: v for k, v in schema.items() if k not in ("propertyNames", "patternProperties")}
    keys = dict.fromkeys(names, value)
    return {**rest, "properties": keys, "additionalProperties": False}
