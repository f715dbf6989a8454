"""Find the record files, and name every file that cannot be one."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kennisbank.model.ids import make_id
from kennisbank.problems import Problem, suggest
from kennisbank.record_id import refuse_id
from kennisbank.vocabulary import (
    ADDRESSES_FILE,
    CONCEPT,
    KIND_BY_FOLDER,
    MERGED,
    SETTINGS_FILE,
    WITHDRAWN_FILE,
    Kind,
)

_TYPED_TWICE = re.compile(r"\.ya?ml$", re.IGNORECASE)
"""Plain editors on Windows save `naam.yml` as `naam.yml.txt`."""
_IGNORED = re.compile(r"\..*|.*~|Thumbs\.db|desktop\.ini|.*\.(tmp|swp|bak|deel)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile:
    """A file that holds a record; `path` is relative to the checkout, with `/`."""

    path: str
    kind: Kind | None
    """None for kennisbank.yml, adressen.yml and ingetrokken.yml."""
    id: str
    folder: str = ""
    """For a concept the folder below begrippen/: its theme."""


def discover(root: Path) -> Iterator[RecordFile | Problem]:
    """Walk concepts/ below `root`, sorted, and give record files and problems."""
    base = root / "concepts"
    for entry in _entries(base):
        path = f"concepts/{entry.name}"
        if entry.is_symlink():
            yield _symlink(path)
        elif entry.is_dir():
            kind = KIND_BY_FOLDER.get(entry.name)
            if kind is None:
                names = ", ".join(sorted(KIND_BY_FOLDER))
                message = f'map "{entry.name}" hoort hier niet; kies uit: {names}'
                yield _problem(path, "onbekende-map", message + suggest(entry.name, KIND_BY_FOLDER))
            else:
                yield from _discover_kind(base / entry.name, path, kind)
        elif entry.name == SETTINGS_FILE:
            yield RecordFile(path=path, kind=None, id="kennisbank")
        elif entry.name == ADDRESSES_FILE:
            yield RecordFile(path=path, kind=None, id="adressen")
        elif entry.name == WITHDRAWN_FILE:
            yield RecordFile(path=path, kind=None, id="ingetrokken")
        else:
            message = f'bestand "{entry.name}" hoort hier niet; zet het in een map van concepts/'
            yield _problem(path, "onbekende-map", message)


def _discover_kind(folder: Path, path: str, kind: Kind) -> Iterator[RecordFile | Problem]:
    for entry in _entries(folder):
        inner = f"{path}/{entry.name}"
        if entry.is_symlink():
            yield _symlink(inner)
        elif entry.is_dir():
            if kind is CONCEPT:
                yield from _discover_files(folder / entry.name, inner, kind)
            else:
                message = (
                    f'map "{entry.name}" hoort hier niet; zet bestanden direct in {kind.folder}/'
                )
                yield _problem(inner, "onbekende-map", message)
        elif kind is CONCEPT:
            message = "een begrip staat in de map van zijn thema: begrippen/<thema>/<id>.yml"
            yield _problem(inner, "onbekende-map", message)
        else:
            yield _check_name(inner, entry.name, kind, "")


def _discover_files(folder: Path, path: str, kind: Kind) -> Iterator[RecordFile | Problem]:
    for entry in _entries(folder):
        inner = f"{path}/{entry.name}"
        if entry.is_symlink():
            yield _symlink(inner)
        elif entry.is_dir():
            yield _problem(inner, "onbekende-map", f'map "{entry.name}" hoort hier niet')
        else:
            yield _check_name(inner, entry.name, kind, folder.name)


def _check_name(path: str, name: str, kind: Kind, folder: str) -> RecordFile | Problem:
    if MERGED in name and name.endswith(".txt"):
        into, _, old = name.removesuffix(".txt").partition(MERGED)
        message = (
            f'neem in "{into}.yml" over wat je van "{old}" wilt houden; haal dit bestand dan weg'
        )
        return _problem(path, "samenvoegen-open", message)
    stem, extension = Path(name).stem, Path(name).suffix
    if extension != ".yml":
        wanted = f"{make_id(_TYPED_TWICE.sub('', stem))}.yml"
        message = f'een record eindigt op ".yml", niet op "{extension}"; hernoem naar "{wanted}"'
        return _problem(path, "extensie", message)
    if make_id(stem) != stem:
        message = (
            "een bestandsnaam heeft alleen kleine letters zonder accent, cijfers en streepjes; "
            f'hernoem naar "{make_id(stem)}.yml"'
        )
        return _problem(path, "bestandsnaam", message)
    if reason := refuse_id(stem):
        return _problem(path, "bestandsnaam", reason)
    return RecordFile(path=path, kind=kind, id=stem, folder=folder)


def is_ignored(name: str) -> bool:
    """Tell whether a file or folder is one of those that editors and systems leave behind."""
    return _IGNORED.fullmatch(name) is not None


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    if not folder.is_dir():
        return []
    with os.scandir(folder) as found:
        return sorted((e for e in found if not is_ignored(e.name)), key=lambda e: e.name)


def _symlink(path: str) -> Problem:
    return _problem(
        path, "koppeling", "dit is een koppeling naar een ander bestand; zet het bestand zelf hier"
    )


def _problem(path: str, rule: str, message: str) -> Problem:
    """Make a problem on one line: a file name may hold a line end."""
    shown, said = ("".join(c if c.isprintable() else "?" for c in text) for text in (path, message))
    return Problem(path=shown, line=1, column=1, rule=rule, message=said)
