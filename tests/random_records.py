"""Random valid records, in the forms in which people write YAML, not only in that of the house."""

import random
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from kennisbank.exports.form_data import describe_forms
from kennisbank.load.parse import parse
from kennisbank.model.concept import Concept
from kennisbank.model.marks import SCHEMA_KEY
from kennisbank.model.records import FILE_TYPES

WORDS = [
    "de",
    "mens",
    "het",
    "gesprek",
    "nabij:",
    "een",
    "#hek",
    "-",
    "streep",
    "'aanhaling'",
    '"dubbel"',
    "*nadruk*",
    "[[macht|de",
    "macht]]",
    "café",
    "€5",
    "100%",
    "ja",
    "nee",
    "null",
    "1.10",
    "{kader}",
    "[haak]",
    "&",
    ">",
    "|",
    "?",
    "!",
    "@thuis",
    "ë",
    "文",
    "🙂",
    "<b>",
    "é–x",
]
FIXED = {
    "url": "https://klein.example/a?b=1#c",
    "aankondiging": "https://klein.example/x",
    "overeenkomst": "https://klein.example/y",
    "datum": "2019-08?",
    "geraadpleegd": "2026-11-23",
    "taal": "nl",
    "wijzigingen": "2026-11-27 Iets: met # en 'zo'\n2026-11-23 Eerste versie",
    "minuten": "45",
    "volgorde": "3",
    "delen": "2",
    "oorspronkelijk": "1999",
}
Schema = Mapping[str, Any]


class Writer:
    """Writes what a schema allows, by chance."""

    def __init__(self, chance: random.Random, parts: Schema) -> None:
        self.chance = chance
        self.parts = parts

    def write_record(self, schema: Schema) -> str:
        """Give the text of a record: keys in any order, comments and empty lines between them."""
        keys = [
            key for key in schema["properties"] if not schema["properties"][key].get("readOnly")
        ]
        kept = [key for key in keys if key in schema["required"] or self.chance.random() < 0.5]
        if self.chance.random() < 0.3:
            self.chance.shuffle(kept)
        text = self._noise(0)
        for key in kept:
            text += f"{key}:{self.write(schema['properties'][key], key, 0)}{self._noise(0)}"
        return text

    def _noise(self, indent: int) -> str:
        """Give a comment or an empty line, now and then."""
        found = self.chance.random()
        return (
            f"{' ' * indent}# let op: dit blijft\n" if found < 0.06 else "\n" if found < 0.1 else ""
        )

    def write(self, schema: Schema, key: str, indent: int) -> str:
        """Give what stands behind a key, with its line end."""
        schema = self._resolve(schema)
        if "properties" in schema:
            return "\n" + self._fields(schema, indent + 2)
        if schema.get("type") == "object":
            return "\n" + self._open(schema, key, indent + 2)
        if schema.get("type") == "array":
            step = indent + self.chance.choice((0, 2))
            items = (
                self._item(schema["items"], key, step) for _ in range(self.chance.randint(1, 4))
            )
            return "\n" + "".join(items)
        return self._text(schema, key, indent)

    def _resolve(self, schema: Schema) -> Schema:
        choices = [each for each in schema.get("anyOf", ()) if each.get("type") != "null"]
        schema = {**schema, **self.chance.choice(choices)} if choices else schema
        return self.parts[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema

    def _fields(self, schema: Schema, indent: int) -> str:
        keys = [
            k for k in schema["properties"] if k in schema["required"] or self.chance.random() < 0.4
        ]
        lines = (
            f"{' ' * indent}{k}:{self.write(schema['properties'][k], k, indent)}" for k in keys
        )
        return "".join(line + self._noise(indent) for line in lines)

    def _open(self, schema: Schema, key: str, indent: int) -> str:
        patterns = schema.get("patternProperties", {})
        value = schema.get("additionalProperties") or next(iter(patterns.values()))
        names = schema.get("propertyNames", {}).get("enum") or ["een", "twee", "drie-3", "7"]
        chosen = self.chance.sample(names, self.chance.randint(2, 3))
        return "".join(f"{' ' * indent}{name}:{self.write(value, key, indent)}" for name in chosen)

    def _item(self, schema: Schema, key: str, indent: int) -> str:
        found = self._resolve(schema)
        if "properties" in found:
            return f"{' ' * indent}- {self._fields(found, indent + 2).lstrip()}"
        return f"{' ' * indent}-{self._text(found, key, indent)}"

    def _text(self, schema: Schema, key: str, indent: int) -> str:
        if key in FIXED and not schema.get("x-lines"):
            return f" {FIXED[key]}\n"
        if "enum" in schema:
            return f" {self.chance.choice(schema['enum'])}\n"
        if SCHEMA_KEY in schema or "pattern" in schema:
            return f" {self.chance.choice(('een', 'twee', 'drie-3'))}\n"
        if schema.get("type") == "string":
            return self._block(schema, key, indent + self.chance.choice((2, 2, 2, 4)))
        line = " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 5)))
        if self.chance.random() < 0.3:
            return f' "{line.replace(chr(34), "")}"\n'
        return f" 'x {line.replace(chr(39), chr(39) * 2)}'\n"

    def _block(self, schema: Schema, key: str, indent: int) -> str:
        """Give a block: a line for each item, or paragraphs and lists with lines of any length."""
        if schema.get("x-lines"):
            lines = (
                FIXED[key].split("\n") if key in FIXED else [self._line(12) + "?" for _ in "abc"]
            )
        else:
            lines = [
                self._line(self.chance.randint(2, 14)) for _ in range(self.chance.randint(1, 2))
            ]
            if key != "definitie" and self.chance.random() < 0.5:
                lines += ["", "- eerst", "  vervolg", "- dan", "", self._line(9)]
        mark = self.chance.choice(("|", "|", "|", "|-"))
        return f" {mark}\n" + "".join(f"{' ' * indent}{each}\n" if each else "\n" for each in lines)

    def _line(self, count: int) -> str:
        return "een " + " ".join(self.chance.choices(WORDS, k=count)) + " woord"


def make_records(count: int, seed: int) -> Iterator[list[str]]:
    """Give so many pairs of kind and text that the models take."""
    chance = random.Random(seed)
    kinds = describe_forms(())["kinds"]
    made = 0
    while made < count:
        kind = chance.choice(sorted(kinds))
        schema = kinds[kind]["schema"]
        text = Writer(chance, schema.get("$defs", {})).write_record(schema)
        if is_valid(kind, text):
            made += 1
            yield [kind, text]


def is_valid(kind: str, text: str) -> bool:
    """Tell whether a text is a record of a kind, as far as one record can tell."""
    return read(kind, text) is not None


def read(kind: str, text: str) -> dict[str, Any] | None:
    """Give the data of a record, None when it is none."""
    model = FILE_TYPES[kind]
    data, problems = parse(f"concepts/{kind}.yml", text, model=model)
    if problems or not isinstance(data, dict):
        return None
    folder = {"@folder": "water"} if model is Concept else {}
    try:
        model.model_validate({**data, "@id": "een", "@path": "een.yml", **folder})
    except ValidationError:
        return None
    return data
