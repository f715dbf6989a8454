"""Every field that a record may have, from the models: its key, its help, and if it is asked."""

from dataclasses import dataclass

from pydantic import BaseModel

from kennisbank.model.base import Part, Record
from kennisbank.model.records import RECORD_TYPES
from kennisbank.model.settings import Settings
from kennisbank.model.shapes import find_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldHelp:
    """A key with its help in Dutch."""

    key: str
    text: str
    is_required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A kind of record or a part of one, with its fields in the order of writing."""

    name: str
    text: str
    fields: tuple[FieldHelp, ...]


def list_shapes() -> tuple[Shape, ...]:
    """Give every kind of record, then the parts and the settings."""
    records = tuple(
        _shape(model.kind.name, f"Een bestand in `concepts/{model.kind.folder}/`.", model)
        for model in RECORD_TYPES
    )
    parts = tuple(
        _shape(part.called, f"Eén {part.called}, onder `{key}` van een {model.kind.name}.", part)
        for model in RECORD_TYPES
        for key, part in find_parts(model)
        if issubclass(part, Part)
    )
    text = "De gegevens van de kennisbank zelf: `concepts/kennisbank.yml`."
    return (*records, *parts, _shape("kennisbank", text, Settings))


def _shape(name: str, text: str, model: type[BaseModel]) -> Shape:
    """List the fields of its own, what is asked first, and then those that all records share."""
    shared = set(Record.model_fields) if issubclass(model, Record) else set()
    ordered = sorted(
        model.model_fields.items(), key=lambda item: (item[0] in shared, not item[1].is_required())
    )
    return Shape(
        name=name,
        text=text,
        fields=tuple(
            FieldHelp(
                key=str(field.alias),
                text=str(field.description),
                is_required=field.is_required(),
            )
            for _, field in ordered
            if not str(field.alias).startswith("@")
        ),
    )
