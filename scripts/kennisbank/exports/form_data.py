"""What the forms of /bewerken/ know: the fields from the models, and the records that exist.

The forms are made of it in the browser; no form is written by hand.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from kennisbank.advice.recovery import tell_new
from kennisbank.exports.form_checks import describe_checks
from kennisbank.exports.form_steps import BEGIN, list_steps
from kennisbank.model.base import Part, Record
from kennisbank.model.concept import Concept
from kennisbank.model.lookup import list_names
from kennisbank.model.records import RECORD_TYPES
from kennisbank.model.shapes import find_parts
from kennisbank.model.teaching import Example
from kennisbank.model.voices import Source
from kennisbank.record_id import LONGEST_ID
from kennisbank.vocabulary import Kind

_FIRST = ("status", "vervangen_door")
"""The fields of every record that stand at its top; the other ones of these end it."""
_LAST = ("aanvulling", "redactienoot", "wijzigingen")


def describe_forms(records: Iterable[Record]) -> dict[str, Any]:
    """Give the schema of each kind of record, and of each record its path, title and places."""
    return {
        "kinds": {model.kind.name: _describe_kind(model) for model in RECORD_TYPES},
        "longest_id": LONGEST_ID,
        **describe_checks(),
        "records": [_describe_record(record) for record in records],
    }


def _describe_kind(model: type[Record]) -> dict[str, Any]:
    schema = _describe(model)
    return {
        "folder": model.kind.folder,
        "prefix": model.kind.link_prefix,
        "article": model.kind.article,
        "in_theme": model is Concept,
        "schema": schema,
        "begin": BEGIN.get(model.kind.name) or f"Een {_new(model.kind)} {model.kind.name}",
        "steps": list_steps(model.kind.name, schema["properties"]),
        "new": tell_new(model.kind, "{title}"),
    }


def _new(kind: Kind) -> str:
    return "nieuw" if kind.article == "het" else "nieuwe"


def _describe(model: type[Record]) -> dict[str, Any]:
    """Give the JSON Schema of what an author types, in the order of a file."""
    schema = model.model_json_schema(by_alias=True)
    fields = {key: value for key, value in schema["properties"].items() if not key.startswith("@")}
    own = [key for key in fields if key not in (*_FIRST, *_LAST)]
    order = [key for key in (*_FIRST, *own, *_LAST) if key in fields]
    for inner, called in _name_parts(model):
        schema["$defs"][inner]["x-called"] = called
    required = [key for key in schema["required"] if key in fields]
    return {**schema, "properties": {key: fields[key] for key in order}, "required": required}


def _name_parts(model: type[Any]) -> Iterator[tuple[str, str]]:
    """Give what one of each sort of part is called in Dutch, by the name of its schema."""
    for _, inner in find_parts(model):
        if issubclass(inner, Part):
            yield inner.__name__, inner.called
            yield from _name_parts(inner)


def _describe_record(record: Record) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": record.kind.name,
        "id": record.id,
        "path": record.path,
        "title": record.title,
    }
    if record.is_draft:
        found["draft"] = True
    if names := sorted({*list_names(record)} - {record.title}):
        found["names"] = names
    if isinstance(record, Source):
        found |= {"places": dict(record.places), "speakers": record.speakers}
        found["silent"] = [*record.silent_places]
    if isinstance(record, Concept):
        found["labels"] = record.labels
        found["forms"] = record.inflections
        found["hidden"] = record.hidden_labels
        found["relations"] = {kind: [*targets] for kind, targets in record.relations.items()}
        found["said"] = sorted({(claim.source, claim.place) for claim in record.claims})
    if isinstance(record, Example):
        found["said"] = [(record.source, record.place)]
    return found
