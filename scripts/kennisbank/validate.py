"""Turn raw records into typed ones, and run the rules that hold between records.

Shape first, meaning second: the models say what one record may look like, `rules` what must
hold between records. After this nobody checks again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kennisbank.advice.home import find_home
from kennisbank.advice.ids import advise_id
from kennisbank.advice.messages import SHAPE_RULES, explain_errors
from kennisbank.advice.recovery import Whereabouts, recover
from kennisbank.load.discover import RecordFile
from kennisbank.load.history import find_removed
from kennisbank.load.lines import prefer_slip
from kennisbank.load.places import place_faults
from kennisbank.load.raw import RawRecord, read_text
from kennisbank.load.strangers import find_strays
from kennisbank.memory import remembered
from kennisbank.model.addresses import EMPTY_BOOK
from kennisbank.model.base import Part, Record
from kennisbank.model.copies import find_copies
from kennisbank.model.records import FILE_TYPES, RECORD_FIELDS, Records
from kennisbank.model.withdrawn import NOTHING_WITHDRAWN
from kennisbank.problems import Fault, Problem
from kennisbank.rules import RULES


def validate(
    root: Path, raw_records: Iterable[RawRecord], today: date | None = None
) -> tuple[Records, tuple[Problem, ...]]:
    """Give all records that are valid in shape, and every problem of shape and meaning.

    Without `today` no date is held against it.
    """
    faults: list[Fault] = []
    raw = {each.file.path: each for each in raw_records}
    records = replace(_build_records(raw.values(), faults), today=today)
    faults.extend(fault for rule in RULES for fault in rule.check(records))
    told = [_advise(fault, records, raw) for fault in faults]
    advised = recover(told, records, _find_whereabouts(root, records, raw, told))
    placed = place_faults(root, advised)
    return records, tuple(_prefer_slips(root, raw, placed))


def place_lost(
    root: Path, records: Records, raw_records: Iterable[RawRecord], faults: Iterable[Fault]
) -> Iterator[Problem]:
    """Turn faults about published addresses into problems, with how a record comes back."""
    found = tuple(faults)
    known = (each.file.path for each in raw_records)
    where = _find_whereabouts(root, records, known, found)
    return place_faults(root, recover(found, records, where))


def _find_whereabouts(
    root: Path, records: Records, known: Iterable[str], faults: Iterable[Fault]
) -> Whereabouts:
    """Look for the records that faults are about and that are not there; `known` are read files."""
    names = frozenset(each.about for each in faults if each.about and not records.has(*each.about))
    if not names:
        return Whereabouts({}, frozenset())
    strays = find_strays(root, known) | {name for _, name in records.broken}
    return Whereabouts(find_removed(root, names), strays)


def _advise(fault: Fault, records: Records, raw: Mapping[str, RawRecord]) -> Fault:
    is_known = fault.rule == "geen-id" and fault.path in raw
    return advise_id(fault, records, raw[fault.path]) if is_known else fault


def _prefer_slips(
    root: Path, raw: Mapping[str, RawRecord], problems: Iterable[Problem]
) -> Iterator[Problem]:
    """Give the problems; of a record that is written wrongly, the line where that was."""
    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        by_path.setdefault(problem.path, []).append(problem)
    for path, found in by_path.items():
        if path in raw and raw[path].data is not None and any(p.rule in SHAPE_RULES for p in found):
            text, _ = read_text(root, path)
            yield from prefer_slip(text, FILE_TYPES[raw[path].file.type_name], tuple(found))
        else:
            yield from found


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
            broken.add((raw.file.type_name, raw.file.id))
    for name, of_kind in typed.items():
        for copy, original in find_copies(of_kind):
            faults.append(_tell_copy(of_kind.pop(copy.id), original))
            broken.add((name, copy.id))
    fields: dict[str, Any] = {
        RECORD_FIELDS[name]: dict(sorted(of_kind.items())) for name, of_kind in typed.items()
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
    model = FILE_TYPES[file.type_name]
    hidden = [key for key in raw.data if key.startswith("@")]
    for key in hidden:
        message = f'onbekend veld "{key}"'
        yield Fault(
            path=file.path, where=(key,), at_key=True, rule="onbekend-veld", message=message
        )
    try:
        yield model.model_validate({**raw.data, **_computed_fields(raw, file)})
    except ValidationError as error:
        if home := find_home(raw.data, model):
            message = f"dit record hoort in een andere map; zet het bestand in {home}"
            yield Fault(path=file.path, where=(), rule="onbekende-map", message=message)
        else:
            yield from explain_errors(file.path, model, error)


def _computed_fields(raw: RawRecord, file: RecordFile) -> dict[str, str]:
    computed = {"@id": file.id, "@path": file.path}
    if file.folder:
        computed["@folder"] = file.folder
    if raw.drawing:
        computed["@drawing"] = raw.drawing
    return computed


def _tell_copy(copy: Record, original: Record) -> Fault:
    message = (
        f"dit lijkt een kopie van {original.path}; zet wat je wilt houden daarin over "
        "en haal dit bestand weg"
    )
    return copy.fault("kopie", (), message)


def _check_double(known: dict[str, Record], record: Record) -> Iterator[Fault]:
    if record.id in known:
        message = (
            f'"{record.id}" bestaat ook in {known[record.id].path}; haal één van de twee weg, '
            "of geef er een een andere bestandsnaam"
        )
        yield record.fault("dubbel-id", (), message)
