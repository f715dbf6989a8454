"""Turn raw records into typed ones, and run the rules that hold between records.

Shape first, meaning second: the models say what one record may look like, `rules` what must
hold between records. After this nobody checks again.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kennisbank.load.discover import RecordFile
from kennisbank.load.raw import RawRecord, place_faults
from kennisbank.memory import remembered
from kennisbank.messages import explain_errors
from kennisbank.model.addresses import EMPTY_BOOK, AddressBook
from kennisbank.model.base import Part, Record
from kennisbank.model.records import RECORD_FIELDS, RECORD_TYPES, Records
from kennisbank.model.settings import Settings
from kennisbank.model.withdrawn import NOTHING_WITHDRAWN, Withdrawn
from kennisbank.problems import Fault, Problem
from kennisbank.rules import RULES

_TYPE_BY_KIND: dict[str, type[Record]] = {model.kind.name: model for model in RECORD_TYPES}


_SINGLE_TYPES: dict[str, type[Part]] = {
    "kennisbank": Settings,
    "adressen": AddressBook,
    "ingetrokken": Withdrawn,
}


def validate(root: Path, raw_records: Iterable[RawRecord]) -> tuple[Records, tuple[Problem, ...]]:
    """Give all records that are valid in shape, and every problem of shape and meaning."""
    faults: list[Fault] = []
    records = _build_records(raw_records, faults)
    faults.extend(fault for rule in RULES for fault in rule.check(records))
    return records, tuple(place_faults(root, faults))


def _build_records(raw_records: Iterable[RawRecord], faults: list[Fault]) -> Records:
    typed: dict[str, dict[str, Record]] = {name: {} for name in RECORD_FIELDS}
    broken: set[tuple[str, str]] = set()
    singles: dict[str, Part] = {}
    for raw in raw_records:
        kind = raw.file.kind
        found = _build_record(raw)
        faults.extend(each for each in found if isinstance(each, Fault))
        built = next((each for each in found if isinstance(each, Part)), None)
        if kind is None and built is not None:
            singles[raw.file.id] = built
        elif kind is not None and isinstance(built, Record):
            faults.extend(_check_double(typed[kind.name], built))
            typed[kind.name][built.id] = built
        else:
            broken.add((kind.name if kind else raw.file.id, raw.file.id))
    fields: dict[str, Any] = {
        RECORD_FIELDS[name]: dict(sorted(found.items())) for name, found in typed.items()
    }
    fields["settings"] = singles.get("kennisbank")
    fields["addresses"] = singles.get("adressen", EMPTY_BOOK)
    fields["withdrawn"] = singles.get("ingetrokken", NOTHING_WITHDRAWN)
    return Records(broken=frozenset(broken), **fields)


@remembered
def _build_record(raw: RawRecord) -> Iterator[Part | Fault]:
    """Give every fault of shape, and the typed record unless its shape is wrong."""
    if raw.data is None:
        return
    file = raw.file
    model = _TYPE_BY_KIND[file.kind.name] if file.kind else _SINGLE_TYPES[file.id]
    hidden = [key for key in raw.data if key.startswith("@")]
    for key in hidden:
        message = f'onbekend veld "{key}"'
        yield Fault(
            path=file.path, where=(key,), at_key=True, rule="onbekend-veld", message=message
        )
    try:
        yield model.model_validate({**raw.data, **_computed_fields(raw, file)})
    except ValidationError as error:
        yield from explain_errors(file.path, model, error)


def _computed_fields(raw: RawRecord, file: RecordFile) -> dict[str, str]:
    computed = {"@id": file.id, "@path": file.path}
    if file.folder:
        computed["@folder"] = file.folder
    if raw.drawing:
        computed["@drawing"] = raw.drawing
    return computed


def _check_double(known: dict[str, Record], record: Record) -> Iterator[Fault]:
    if record.id in known:
        message = (
            f'"{record.id}" bestaat ook in {known[record.id].path}; kies een andere bestandsnaam'
        )
        yield Fault(path=record.path, where=(), rule="dubbel-id", message=message)
