"""Write records as text: a YAML writer would take longer than all that is measured."""

import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path

Value = str | Iterable[str] | Mapping[str, str]
Record = dict[str, Value]
CHANGES: Record = {"wijzigingen": "2026-11-23 Eerste versie"}
LINES = frozenset({"vragen", "wijzigingen", "zo_gezegd"})
PROSE = frozenset({
    "definitie", "doel", "inleiding", "kernvraag", "omschrijving", "samenvatting", "tekst",
    "toelichting", "uitleg", "voor_wie", "voorbehoud", "vraag",
})  # fmt: skip


def write_record(file: Path, record: Record) -> None:
    """Write a record, with the line that says when it was made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dump(record | CHANGES), encoding="utf-8", newline="\n")


def dump(record: Record) -> str:
    """Give the keys of a record: lists, mappings, prose in blocks, and the rest on a line.

    A text that starts with a line end is YAML already.
    """
    return "".join(_dump_value(key, value) for key, value in record.items())


def _dump_value(key: str, value: Value) -> str:
    if isinstance(value, Mapping):
        return f"{key}:\n" + "".join(dump_block(name, text, "  ") for name, text in value.items())
    if not isinstance(value, str):
        return f"{key}:\n" + "".join(f"- {item}\n" for item in value)
    if key in LINES:
        return f"{key}: |\n" + textwrap.indent(value, "  ") + "\n"
    if key in PROSE:
        return dump_block(key, value)
    return f"{key}:{value}" if value.startswith("\n") else f"{key}: {value}\n"


def dump_block(key: str, text: str, indent: str = "") -> str:
    """Give prose as a block, folded at 88 characters."""
    body = "\n\n".join(
        "\n".join(textwrap.wrap(part, 88, break_on_hyphens=False)) for part in text.split("\n\n")
    )
    return f"{indent}{key}: |\n" + textwrap.indent(body, f"{indent}  ") + "\n"
