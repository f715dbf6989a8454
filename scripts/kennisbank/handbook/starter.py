"""A first draft of a record, filled and with comments, that passes the check.

Required fields get a sample value, the others stand below as comments, each with its help text and
the form to write it in, all from the model: a new field shows up here by itself.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

import yaml

from kennisbank.model.marks import PLACE, SCHEMA_KEY
from kennisbank.model.records import FILE_TYPES, Records
from kennisbank.vocabulary import KINDS, PERSON, SOURCE

_SKIPPED = ("status", "vervangen_door", "wijzigingen")
"""What a draft has in any case, and what none has."""
_OPEN = "…"
_NEAR = 0.85
Schema = Mapping[str, Any]


def find_near_label(records: Records, label: str) -> str | None:
    """Give a term that is nearly the same as `label`, with its concept, or None."""
    wanted = label.casefold()
    for concept in records.concepts.values():
        for known in concept.labels:
            if SequenceMatcher(None, wanted, known.casefold()).ratio() >= _NEAR:
                return f"{known} ({concept.path})"
    return None


def make_starter(records: Records, kind_name: str, title: str, today: date) -> str:
    """Give the text of a new record of a kind, as a draft."""
    schema = FILE_TYPES[kind_name].model_json_schema()
    parts, count = schema.get("$defs", {}), len(records.by_kind(kind_name))
    sample = _Writer(parts=parts, ids=_choose_ids(records), word=_quote(title), count=count)
    form = _Writer(parts=parts, ids={})
    lines = [
        "# Een ontwerp: lezers zien het pas als je de regel met status weghaalt.",
        "# Schrijf tekst altijd onder een sleutel met |, ingesprongen.",
        "status: ontwerp",
    ]
    optional = ["", "# Mag ook. Haal het hekje voor de sleutel weg, en ook op de regels eronder."]
    for key, field in schema["properties"].items():
        if key.startswith("@") or key in _SKIPPED or field.get("readOnly"):
            continue
        help_text = f"# {field['description']}"
        if key in schema["required"] or "examples" in field:
            lines += [help_text, f"{key}:{sample.write(field)}"]
        else:
            optional += ["", help_text, _comment_out(f"{key}:{form.write(field)}")]
    lines.append(f"wijzigingen: |\n  {today.isoformat()} Eerste versie")
    return "\n".join([*lines, *optional]) + "\n"


def _choose_ids(records: Records) -> dict[str, list[str]]:
    """Give ids to begin with, by kind: somebody who speaks in a source, and a place in it."""
    found = {
        kind.name: [name for name, each in records.by_kind(kind.name).items() if not each.is_draft]
        for kind in KINDS
    }
    usable = (s for s in records.sources.values() if s.is_base and s.places and s.speakers)
    if source := next(usable, None):
        found[SOURCE.name] = [source.id]
        found[PERSON.name] = list(source.speakers)
        found[PLACE] = list(source.places)
    return found


def _comment_out(text: str) -> str:
    """Put a hash right before each line: who takes only the hash away has the line as it was."""
    return "\n".join(f"#{line}" for line in text.split("\n"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    """Writes what stands behind a key, by the JSON Schema of its field.

    `parts` are the mappings that it refers to. An id is taken from `ids`, else it is left open; a
    line of text is `word`, a number one more than `count` unless the schema has an example.
    """

    parts: Mapping[str, Schema]
    ids: Mapping[str, list[str]]
    word: str = _OPEN
    count: int = 0

    def write(self, schema: Schema, indent: str = "") -> str:
        """Give a value, from the sign behind the colon on."""
        shape = schema.get("anyOf", (schema,))[0]
        shape = self.parts.get(str(shape.get("$ref")).rpartition("/")[2], shape)
        if shape.get("type") == "array":
            item = self.write(shape["items"], indent).strip("\n ")
            return f"\n{indent}- {item}"
        if shape.get("type") == "object":
            inner = f"{indent}  "
            keys = self._list_keys({**shape, **schema})
            return "".join(f"\n{inner}{key}:{self.write(each, inner)}" for key, each in keys)
        return self._write_text({**shape, **schema}, indent)

    def _list_keys(self, schema: Schema) -> list[tuple[str, Schema]]:
        """Give the keys of a mapping that are asked; those of an open one are examples or ids."""
        if "properties" in schema:
            return [(key, schema["properties"][key]) for key in schema["required"]]
        kind = schema.get("propertyNames", {}).get(SCHEMA_KEY, "-")
        names = [*schema.get("examples", ()), *self.ids.get(kind, ()), "id", "nog-een-id"]
        patterns = schema.get("patternProperties", {})
        value = schema.get("additionalProperties") or next(iter(patterns.values()))
        return [(name, value) for name in names[: schema.get("minProperties", 1)]]

    def _write_text(self, schema: Schema, indent: str) -> str:
        types = schema.get("type", ())
        known = [*schema.get("examples", ()), *self.ids.get(schema.get(SCHEMA_KEY, "-"), ())]
        if not known and "enum" in schema:
            known = schema["enum"][-1:]
        if not known and types[:1] == ["integer"]:
            known = [self.count + 1]
        if known:
            return f" {known[0]}"
        is_block = types == "string" and not {"pattern", "format"} & schema.keys()
        return f" |\n{indent}  {_OPEN}" if is_block else f" {self.word}"


def _quote(title: str) -> str:
    """Give a title on one line, in quotes where YAML would read it as something else."""
    line = yaml.safe_dump({"": title}, allow_unicode=True, width=math.inf)
    return line.partition(": ")[2].rstrip("\n")
