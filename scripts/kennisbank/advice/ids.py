"""What to write instead of an id that is none: held against the names of all records."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from kennisbank.advice.recovery import tell_new
from kennisbank.load.raw import RawRecord
from kennisbank.model.base import Record
from kennisbank.model.forms import find_mark, find_slot, is_model, name_form
from kennisbank.model.lookup import find_called
from kennisbank.model.marks import Names, PlaceIn
from kennisbank.model.records import FILE_TYPES, Records
from kennisbank.problems import Fault, Where
from kennisbank.spelling import make_id
from kennisbank.vocabulary import Kind

_SEVERAL = re.compile(r"\s*[,;&+]\s*|\s+en\s+")
_AROUND_ID = re.compile(r"^\W*(?:.*[/:])?|\.ya?ml$|\W+$")
"""What people put around an id: brackets, a folder or a kind before it, `.yml` behind it."""


SAID = {
    "geen-id-bedoeld": '"{text}" is geen id{odd}; bedoel je "{id}"?',
    "geen-plaats": '"{text}" is geen plaats; kies er een die bij "plaatsen" van de bron staat',
    "geen-plaats-in": '"{text}" is geen plaats in bron "{source}"; {hint}',
    "vreemd-teken": ', want "{sign}" is een bijzonder teken (U+{code})',
    "geen-id-lijst": '"{text}" is geen id; schrijf een lijst, elk op een eigen regel: {items}',
    "geen-id-kies": '"{text}" is geen id, en hier past er één; kies uit: {ids}',
    "geen-id-webadres": '"{text}" is een webadres, en hier hoort het id van een {kind}',
    "geen-id-nieuw": '"{text}" is geen id, en zo heet nog geen {kind}; schrijf "{id}" en maak dat '
    "record met: {new}",
}
"""What is said, for the forms of /bewerken/ too."""


def advise_id(fault: Fault, records: Records, raw: RawRecord) -> Fault:
    """Give a fault about a value that is no id, with the id or the place that was meant."""
    slot = find_slot(FILE_TYPES[raw.file.type_name], fault.where)
    where = tuple(step for step in fault.where if step != "[key]")
    written = str(where[-1] if "[key]" in fault.where else _find(raw.data, where))
    place = find_mark(slot, PlaceIn) if slot else None
    names = find_mark(slot, Names) if slot else None
    kind = (names.kind or raw.file.kind) if names else None
    if place:
        said = _advise_place(written, records, _find_source(raw, where, place))
    elif found := _find_meant(records, written, kind):
        said = SAID["geen-id-bedoeld"].format(
            text=written, odd=_tell_odd_sign(written), id=found.id
        )
    else:
        said = _advise_several(fault, records, raw, kind) or _advise_new(written, kind)
    return replace(fault, message=said) if said else fault


def _find_source(raw: RawRecord, where: Where, place: PlaceIn) -> str:
    """Give the id of the source that a place is in, as it stands beside it."""
    holder = find_slot(FILE_TYPES[raw.file.type_name], where[:-1])
    field = holder.base.model_fields.get(place.source) if holder and is_model(holder) else None
    alias = field.alias if field else "@id"
    return raw.file.id if alias == "@id" else str(_find(raw.data, (*where[:-1], str(alias))))


def _find(data: Any, where: Where) -> Any:
    """Give what stands at a place in raw data; one value may stand in the place of a list."""
    for step in where:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
    return data


def _find_meant(records: Records, written: str, kind: Kind | None) -> Record | None:
    """Give the record that is called so, or whose id comes nearest to it."""
    name = kind.name if kind else None
    if "://" in written:
        return find_called(records, written, name)
    bare = _AROUND_ID.sub("", written)
    found = find_called(records, written, name) or find_called(records, bare, name)
    if found or name is None:
        return found
    near = get_close_matches(make_id(bare), sorted(records.by_kind(name)), n=1, cutoff=0.8)
    return records.by_kind(name)[near[0]] if near else None


def _tell_odd_sign(written: str) -> str:
    """Name a sign that looks like one of an id and is another, as of Word or another alphabet."""
    odd = (
        sign
        for sign in written
        if not sign.isascii() and not unicodedata.name(sign, "").startswith("LATIN")
    )
    sign = next(odd, "")
    return SAID["vreemd-teken"].format(sign=sign, code=f"{ord(sign):04X}") if sign else ""


def _advise_several(fault: Fault, records: Records, raw: RawRecord, kind: Kind | None) -> str:
    """Say how to write several ids, where one was written with a comma."""
    written = str(_find(raw.data, fault.where))
    parts = [_find_meant(records, part, kind) for part in _SEVERAL.split(written) if part]
    ids = [part.id for part in parts if part]
    if len(ids) < 2 or len(ids) < len(parts):
        return ""
    where = fault.where[:-1] if isinstance(fault.where[-1], int) else fault.where
    slot = find_slot(FILE_TYPES[raw.file.type_name], where)
    if slot and "lijst" in name_form(slot):
        items = ", ".join(f'"- {each}"' for each in ids)
        return SAID["geen-id-lijst"].format(text=written, items=items)
    return SAID["geen-id-kies"].format(text=written, ids=", ".join(ids))


def _advise_new(written: str, kind: Kind | None) -> str:
    if kind is None:
        return ""
    if "://" in written:
        return SAID["geen-id-webadres"].format(text=written, kind=kind.name)
    new = tell_new(kind, written)
    return SAID["geen-id-nieuw"].format(text=written, kind=kind.name, id=make_id(written), new=new)


def _advise_place(written: str, records: Records, source_id: str) -> str:
    source = records.sources.get(source_id)
    if source is None:
        return SAID["geen-plaats"].format(text=written)
    names = {make_id(heading): place for place, heading in source.places.items()}
    names |= {place: place for place in source.places}
    meant = names.get(make_id(written))
    hint = f'bedoel je "{meant}"?' if meant else f"kies uit: {', '.join(source.places)}"
    return SAID["geen-plaats-in"].format(text=written, source=source.id, hint=hint)
