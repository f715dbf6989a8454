"""What the forms of /bewerken/ know: the fields from the models, and the records that exist.

The forms are made of it in the browser; no form is written by hand.
"""

from collections.abc import Iterator
from typing import Any

from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.marks import SCHEMA_KEY
from kennisbank.model.records import RECORD_TYPES, Records
from kennisbank.record_id import ID_PATTERN, LONGEST_ID
from kennisbank.vocabulary import DRAFT

_FIRST = ("status", "vervangen_door")
"""The fields of every record that stand at its top; the other ones of these end it."""
_LAST = ("aanvulling", "redactienoot", "wijzigingen")


def describe_forms(records: Records) -> dict[str, Any]:
    """Give the schema of each kind of record, and of each record its path, title and places."""
    schemas = {model.kind.name: _describe(model) for model in RECORD_TYPES}
    return {
        "kinds": {
            model.kind.name: {
                "folder": model.kind.folder,
                "article": model.kind.article,
                "in_theme": model is Concept,
                "schema": schemas[model.kind.name],
            }
            for model in RECORD_TYPES
        },
        "key": SCHEMA_KEY,
        "id": {"pattern": ID_PATTERN, "longest": LONGEST_ID},
        "records": list(_list_records(records)),
    }


def _describe(model: type[Record]) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True)
    fields = {key: value for key, value in schema["properties"].items() if not key.startswith("@")}
    own = [key for key in fields if key not in (*_FIRST, *_LAST)]
    order = [key for key in (*_FIRST, *own, *_LAST) if key in fields]
    required = [key for key in schema["required"] if key in fields]
    return {**schema, "properties": {key: fields[key] for key in order}, "required": required}


def _list_records(records: Records) -> Iterator[dict[str, Any]]:
    for record in records.all():
        found = {"kind": record.kind.name, "id": record.id, "path": record.path}
        found["title"] = record.title
        if record.status == DRAFT:
            found["draft"] = True
        if places := getattr(record, "places", None):
            found["places"] = places
        if isinstance(record, Concept):
            found["labels"] = record.labels
        yield found
