"""What to write instead of an id that is none, or that names nothing: held against all records.

The models see one record, and the rules see ids. What an author meant by a name, and where a record
went that is gone, is known only with both, with the published addresses and with git.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from kennisbank.load.history import Name, Removed
from kennisbank.load.raw import RawRecord
from kennisbank.model.addresses import AddressBook
from kennisbank.model.forms import find_slot, name_form
from kennisbank.model.lookup import find_called
from kennisbank.model.records import FILE_TYPES, Records
from kennisbank.problems import Fault, Where, suggest
from kennisbank.spelling import make_id
from kennisbank.vocabulary import CONCEPT, KINDS, PERSON, Kind

_KIND_BY_NAME = {kind.name: kind for kind in KINDS}
_KIND_OF_KEY = {
    "wie": "persoon",
    "via": "persoon",
    "sprekers": "persoon",
    "bron": "bron",
    "bronnen": "bron",
    "verder_lezen": "bron",
    "rollen": "bron",
    "ook_thema": "thema",
    "begrippen": "begrip",
    "relaties": "begrip",
    "stappen": "begrip",
    "diagrammen": "diagram",
}
_SEVERAL = re.compile(r"\s*[,;/&+]\s*|\s+en\s+")
_SMALL_WORDS = frozenset(("van", "de", "der", "den", "het", "ten", "ter", "te", "in", "op", "en"))


def advise(
    faults: Iterable[Fault],
    records: Records,
    raw_records: Mapping[str, RawRecord],
    removed: Mapping[Name, Removed],
) -> Iterator[Fault]:
    """Give the faults, with better advice where the other records or git know more.

    `raw_records` are given by path; `removed` are the missing records that git has.
    """
    for fault in faults:
        if fault.missing:
            yield _advise_missing(fault, records, removed.get(fault.missing))
        elif fault.rule == "geen-id" and fault.path in raw_records:
            yield replace(fault, message=_advise_id(fault, records, raw_records[fault.path]))
        else:
            yield fault


def _advise_id(fault: Fault, records: Records, raw: RawRecord) -> str:
    where = tuple(step for step in fault.where if step != "[key]")
    key = next(str(step) for step in (where[:-1] if fault.at_key else where)[::-1] if step in _KEYS)
    written = str(where[-1] if fault.at_key else _find(raw.data, where))
    if key == "plaats":
        return _advise_place(written, records, _find(raw.data, (*where[:-1], "bron")))
    kind = _KIND_OF_KEY[key]
    if found := find_called(records, written, kind):
        return f'"{written}" is geen id; bedoel je "{found.id}"?'
    parts = [find_called(records, part, kind) for part in _SEVERAL.split(written) if part]
    if len(parts) > 1 and all(parts):
        ids = [part.id for part in parts if part]
        slot = find_slot(FILE_TYPES[raw.file.type_name], where)
        if slot and "lijst" in name_form(slot):
            items = ", ".join(f'"- {each}"' for each in ids)
            return f'"{written}" is geen id; schrijf een lijst, elk op een eigen regel: {items}'
        return f'"{written}" is geen id, en hier past er één; kies uit: {", ".join(ids)}'
    known_as = make_id(written)
    return (
        f'"{written}" is geen id, en zo heet nog geen {kind}; schrijf "{known_as}" en maak dat '
        f"record met: {_tell_new(_KIND_BY_NAME[kind], written)}"
    )


_KEYS = frozenset((*_KIND_OF_KEY, "plaats"))


def _find(data: Any, where: Where) -> Any:
    """Give what stands at a place in raw data; one value may stand in the place of a list."""
    for step in where:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
    return data


def _advise_place(written: str, records: Records, source_id: Any) -> str:
    source = records.sources.get(str(source_id))
    if source is None:
        return (
            f'"{written}" is geen plaats; kies een naam bij "plaatsen" in het bestand van de bron'
        )
    names = {make_id(heading): place for place, heading in source.places.items()}
    names |= {place: place for place in source.places}
    meant = names.get(make_id(written))
    hint = f'bedoel je "{meant}"?' if meant else f"kies uit: {', '.join(source.places)}"
    return f'"{written}" is geen plaats in bron "{source.id}"; {hint}'


def _advise_missing(fault: Fault, records: Records, removed: Removed | None) -> Fault:
    assert fault.missing
    kind, name = _KIND_BY_NAME[fault.missing[0]], fault.missing[1]
    said = f'{kind.name} "{name}" bestaat niet'
    address, book = kind.address(name), records.addresses
    if meant := _follow(book, kind, name):
        return replace(fault, message=f'{said} meer onder die naam; bedoel je "{meant}"?')
    if address in book.withdrawn:
        return replace(fault, message=f"{said} meer: het is ingetrokken; haal dit hier weg")
    if removed or address in book.published:
        return _advise_lost(fault, records, removed)
    known = [*records.by_kind(kind.name), *(i for k, i in records.broken if k == kind.name)]
    called = find_called(records, name, kind.name)
    hint = f'; bedoel je "{called.id}"?' if called else suggest(name, known)
    other = next((each for each in records.all() if each.id == name), None)
    if not hint and other:
        hint = f'; "{name}" is een {other.kind.name}'
    new = _tell_new(kind, _title(kind, name))
    return replace(fault, message=f"{said}{hint or f'; maak het met: {new}'}")


def _follow(book: AddressBook, kind: Kind, name: str) -> str:
    """Give the id that a record has now, when its old address leads to it."""
    target = book.redirects.get(kind.address(name), "")
    is_same_kind = target.startswith(f"{kind.folder}/") and target.endswith("/")
    return target.removeprefix(f"{kind.folder}/").strip("/") if is_same_kind else ""


def _advise_lost(fault: Fault, records: Records, removed: Removed | None) -> Fault:
    """Say how a record comes back that was there; the place to mend is where it was."""
    assert fault.missing
    kind, name = _KIND_BY_NAME[fault.missing[0]], fault.missing[1]
    path = removed.path if removed else f"concepts/{kind.folder}/{name}.yml"
    again = find_called(records, removed.title, kind.name) if removed and removed.title else None
    if again:
        advice = (
            f'het lijkt met de hand hernoemd tot "{again.id}": geef het zijn oude naam terug en '
            f"draai: kennisbank rename {kind.name} {name} {again.id}"
        )
    elif removed:
        source = "" if removed.revision == "HEAD" else f" --source={removed.revision}"
        advice = (
            f"haal het terug met: git restore{source} {path}, of in GitHub Desktop met "
            "Discard changes; moest het weg, gebruik dan kennisbank merge of withdraw"
        )
    else:
        advice = "zet het bestand terug, en gebruik kennisbank rename of merge als het anders moet"
    message = f'{kind.name} "{name}" is er niet meer; {advice}'
    is_known_path = removed is not None or kind is not CONCEPT
    cause = Fault(path=path, where=(), rule=fault.rule, message=message) if is_known_path else None
    return replace(fault, message=message, cause=cause)


def _tell_new(kind: Kind, title: str) -> str:
    theme = " --thema THEMA" if kind is CONCEPT else ""
    return f'kennisbank new {kind.name} "{title}"{theme}'


def _title(kind: Kind, name: str) -> str:
    """Give the name that a record may have, from its id."""
    words = name.split("-")
    if kind is PERSON:
        words = [word if word in _SMALL_WORDS else word.capitalize() for word in words]
    return f"{words[0].capitalize()}{''.join(f' {word}' for word in words[1:])}"
