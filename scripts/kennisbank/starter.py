"""A first draft of a record, filled and with comments, that passes the check.

Required fields get a sample value, the others stand below as comments, each with its help text and
the form to write it in, all from the model: a new field shows up here by itself.
"""

from collections.abc import Callable, Mapping
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.records import RECORD_TYPES, Records
from kennisbank.model.voices import Source

_SKIPPED = ("status", "vervangen_door", "wijzigingen", "samenvoegen")
_WRITTEN_OUT = "begrip.relaties"
"""Not required, and yet in every draft."""
_NEAR = 0.85
Sample = Callable[[Records, str], str]


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
    model = next(model for model in RECORD_TYPES if model.kind.name == kind_name)
    lines = [
        "# Een ontwerp: lezers zien het pas als je de regel met status weghaalt.",
        "# Schrijf tekst altijd onder een sleutel met |, ingesprongen.",
        "status: ontwerp",
    ]
    optional = ["", "# Mag ook. Haal het hekje voor de sleutel weg, en ook op de regels eronder."]
    forms = model.model_json_schema()["properties"]
    for field in model.model_fields.values():
        alias = field.alias or ""
        if alias.startswith("@") or alias in _SKIPPED:
            continue
        if field.is_required():
            lines += [f"# {field.description}", _sample(records, kind_name, alias, title)]
        elif f"{kind_name}.{alias}" != _WRITTEN_OUT:
            form = _comment_out(f"{alias}:{_form(forms[alias])}")
            optional += ["", f"# {field.description}", form]
    if model is Concept:
        lines.append(_relation_sample(records))
    lines.append(f"wijzigingen: |\n  {today.isoformat()} Eerste versie")
    return "\n".join([*lines, *optional]) + "\n"


def _form(schema: Mapping[str, Any]) -> str:
    """Give what may stand behind a key, by the JSON Schema of its field."""
    shape = schema.get("anyOf", (schema,))[0]
    if "enum" in shape:
        return f" {shape['enum'][-1]}"
    if "$ref" in shape:
        return "\n  wie: …\n  bron: …\n  plaats: …"
    if shape["type"] == "array":
        is_plain = "$ref" not in shape["items"]
        return "\n- …" if is_plain else "\n- titel: …\n  minuten: 10\n  tekst: |\n    …"
    if shape["type"] == "object":
        inner = next(iter(shape["patternProperties"].values()))
        return "\n  id: |\n    …" if _form(inner).startswith(" |") else "\n  id: …"
    is_block = shape["type"] == "string" and not {"pattern", "format"} & shape.keys()
    return " |\n  …" if is_block else " …"


def _comment_out(text: str) -> str:
    """Put a hash right before each line: who takes only the hash away has the line as it was."""
    return "\n".join(f"#{line}" for line in text.split("\n"))


def _sample(records: Records, kind_name: str, alias: str, title: str) -> str:
    by_kind = _SAMPLES_BY_KIND.get(kind_name, {})
    sample = by_kind.get(alias) or _SAMPLES.get(alias)
    return sample(records, title) if sample else f"{alias}: |\n  …"


def _base_source(records: Records) -> Source | None:
    """Give a source in which someone speaks at a place."""
    usable = (s for s in records.sources.values() if s.places and s.speakers)
    return next((source for source in usable if source.is_base), None)


def _voice(records: Records, indent: str) -> str:
    source = _base_source(records)
    who = source.speakers[0] if source else "wie"
    place = next(iter(source.places)) if source else "plaats"
    return f"wie: {who}\n{indent}bron: {source.id if source else 'bron'}\n{indent}plaats: {place}"


def _first(records: Mapping[str, Record], count: int = 1) -> list[str]:
    return [name for name, record in records.items() if not record.is_draft][:count]


def _relation_sample(records: Records) -> str:
    target = next(iter(_first(records.concepts)), "ander-begrip")
    return (
        f"# soort relatie, dan per begrip de reden\nrelaties:\n  verwant:\n    {target}: |\n      …"
    )


def _steps(records: Records, title: str) -> str:
    return "stappen:\n" + "\n".join(f"  {n}: |\n    …" for n in _first(records.concepts, 2))


_SAMPLES: dict[str, Sample] = {
    "titel": lambda _, title: f"titel: {title}",
    "naam": lambda _, title: f"naam: {title}",
    "voorkeursterm": lambda _, title: f"voorkeursterm: {title}",
    "omvang": lambda _, title: "omvang: gewoon",
    "uitspraken": lambda records, _: f"uitspraken:\n- {_voice(records, '  ')}\n  tekst: |\n    …",
    "wie": lambda records, _: _voice(records, ""),
    "bron": lambda records, _: "# (bron en plaats staan hierboven)",
    "plaats": lambda records, _: "# (bron en plaats staan hierboven)",
    "begrippen": lambda records, _: (
        "begrippen:\n" + "\n".join(f"- {n}" for n in _first(records.concepts))
    ),
    "bronnen": lambda records, _: (
        "bronnen:\n" + "\n".join(f"- {n}" for n in _first(records.sources))
    ),
    "minuten": lambda _, title: "minuten: 45",
    "volgorde": lambda records, _: f"volgorde: {len(records.themes) + 1}",
    "stappen": _steps,
}
_SAMPLES_BY_KIND: dict[str, dict[str, Sample]] = {
    "bron": {"soort": lambda _, title: "soort: artikel"},
    "persoon": {"soort": lambda _, title: "soort: persoon"},
}
