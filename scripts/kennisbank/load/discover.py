"""Find the record files, and name every file that cannot be one."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kennisbank.load.files import FOLDER, NO_FILE
from kennisbank.load.strangers import find_stranger
from kennisbank.problems import Problem, suggest
from kennisbank.vocabulary import (
    ADDRESSES_FILE,
    CONCEPT,
    KIND_BY_FOLDER,
    SETTINGS_FILE,
    WITHDRAWN_FILE,
    Kind,
)

_IGNORED = re.compile(r"\..*|.*~|Thumbs\.db|desktop\.ini|.*\.(tmp|swp|bak|deel)", re.IGNORECASE)
_SINGLES = {
    SETTINGS_FILE: "kennisbank",
    ADDRESSES_FILE: "adressen",
    WITHDRAWN_FILE: "ingetrokken",
}


class RecordFile(NamedTuple):
    """A file that holds a record; `path` is relative to the checkout, with `/`."""

    path: str
    kind: Kind | None
    """None for kennisbank.yml, adressen.yml and ingetrokken.yml."""
    id: str
    folder: str = ""
    """For a concept the folder below begrippen/: its theme."""

    @property
    def type_name(self) -> str:
        """Give the name of its kind, or its own where there is one of: see FILE_TYPES."""
        return self.kind.name if self.kind else self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folder:
    """A folder on disk, and its path from the root."""

    place: Path
    path: str
    kind: Kind | None = None
    theme: str = ""

    def below(self, name: str, kind: Kind, theme: str = "") -> "_Folder":
        return _Folder(place=self.place / name, path=f"{self.path}/{name}", kind=kind, theme=theme)

    def problem(self, name: str, rule: str, message: str) -> Problem:
        return _problem(f"{self.path}/{name}", rule, message)


Found = Iterator[RecordFile | Problem]


def discover(root: Path) -> Found:
    """Walk concepts/ below `root`, sorted, and give record files and problems."""
    folder = _Folder(place=root / "concepts", path="concepts")
    for entry in _entries(folder):
        if isinstance(entry, Problem):
            yield entry
        elif entry.name in _SINGLES:
            name = _SINGLES[entry.name]
            is_folder = entry.is_dir()
            single = RecordFile(path=f"concepts/{entry.name}", kind=None, id=name)
            yield folder.problem(entry.name, *FOLDER) if is_folder else single
        elif entry.is_dir():
            yield from _discover_folder(folder, entry.name)
        else:
            message = f'bestand "{entry.name}" hoort hier niet; zet het in een map van concepts/'
            yield folder.problem(entry.name, "onbekende-map", message)


def _discover_folder(folder: _Folder, name: str) -> Found:
    kind = KIND_BY_FOLDER.get(name)
    if kind is None:
        names = ", ".join(sorted(KIND_BY_FOLDER))
        hint = suggest(name, KIND_BY_FOLDER)
        message = f'map "{name}" hoort hier niet; kies uit: {names}{hint}'
        yield folder.problem(name, "onbekende-map", message)
    else:
        yield from _discover_kind(folder.below(name, kind), kind)


def _discover_kind(folder: _Folder, kind: Kind) -> Found:
    for entry in _entries(folder):
        if isinstance(entry, Problem):
            yield entry
        elif not entry.is_dir():
            yield _check_file(folder, entry.name)
        elif kind is CONCEPT and not folder.theme:
            yield from _discover_kind(folder.below(entry.name, kind, entry.name), kind)
        else:
            yield _out_of_place(folder, entry.name)


def _out_of_place(folder: _Folder, name: str) -> Problem:
    if name.endswith(".yml"):
        return folder.problem(name, *FOLDER)
    message = f'map "{name}" hoort hier niet; zet bestanden direct in {folder.path}/'
    return folder.problem(name, "onbekende-map", message)


def _check_file(folder: _Folder, name: str) -> RecordFile | Problem:
    if stranger := find_stranger(folder.place, name):
        return folder.problem(name, *stranger)
    if folder.kind is CONCEPT and not folder.theme:
        message = "een begrip staat in de map van zijn thema: begrippen/<thema>/<id>.yml"
        return folder.problem(name, "onbekende-map", message)
    stem = name.removesuffix(".yml")
    path = f"{folder.path}/{name}"
    return RecordFile(path=path, kind=folder.kind, id=stem, folder=folder.theme)


def is_ignored(name: str) -> bool:
    """Tell whether a file or folder is one of those that editors and systems leave behind."""
    return _IGNORED.fullmatch(name) is not None


def _entries(folder: _Folder) -> Iterator[os.DirEntry[str] | Problem]:
    """Give folders and files in order of name, and a problem for what is neither."""
    try:
        with os.scandir(folder.place) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError:
        message = "deze map is niet te lezen; vraag om rechten of sluit andere programma's"
        yield _problem(folder.path, "onleesbaar", message)
        return
    for entry in entries:
        if is_ignored(entry.name):
            continue
        if entry.is_symlink():
            to = "een ander bestand" if Path(entry.path).exists() else "een bestand dat er niet is"
            message = f"dit is een koppeling naar {to}; zet het bestand zelf hier"
            yield folder.problem(entry.name, "koppeling", message)
        elif entry.is_dir() or entry.is_file():
            yield entry
        else:
            yield folder.problem(entry.name, *NO_FILE)


def _problem(path: str, rule: str, message: str) -> Problem:
    """Make a problem on one line: a file name may hold a line end."""
    shown, said = ("".join(c if c.isprintable() else "?" for c in text) for text in (path, message))
    return Problem(path=shown, rule=rule, message=said)
