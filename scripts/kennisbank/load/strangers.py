"""Files whose name is not that of a record: a copy, a photo, or a record that needs a name."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from kennisbank.load.files import Unread, read_file
from kennisbank.load.recognise import is_like_record, recognise
from kennisbank.record_id import refuse_id
from kennisbank.spelling import make_id
from kennisbank.vocabulary import MERGED

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.yml")
_YAML = re.compile(r"\.ya?ml\b", re.IGNORECASE)
_TITLE = re.compile(r"^(?:voorkeursterm|naam|titel) *: *(.+?) *$", re.MULTILINE)


def find_stranger(folder: Path, name: str) -> Unread | None:
    """Say what is the matter with a file whose name is not that of a record."""
    if _NAME.fullmatch(name):
        reason = refuse_id(name.removesuffix(".yml"))
        return Unread("bestandsnaam", reason) if reason else None
    if found := _find_left_over(name):
        return found
    content = read_file(folder / name)
    if isinstance(content, Unread):
        return content
    if what := recognise(content):
        message = f"dit is {what} en geen record; haal het uit deze map"
        return Unread("geen-record", message)
    records = [each for each in _names(folder) if _NAME.fullmatch(each)]
    siblings = ((each, read_file(folder / each)) for each in records)
    read = [(each, found) for each, found in siblings if isinstance(found, bytes)]
    if original := _find_original(name, content, read):
        message = (
            f'dit lijkt een kopie van "{original}"; zet wat je wilt houden daarin over '
            "en haal dit bestand weg"
        )
        return Unread("kopie", message)
    return _rename(name, content, records)


def _find_left_over(name: str) -> Unread | None:
    """Say what is to be done with a file that a program left, by its name."""
    if name.startswith("~$"):
        message = "dit is een hulpbestand van Word of Excel; sluit dat programma of haal dit weg"
        return Unread("geen-record", message)
    if MERGED in name and name.endswith(".txt"):
        into, _, old = name.removesuffix(".txt").partition(MERGED)
        message = (
            f'neem in "{into}.yml" over wat je van "{old}" wilt houden; haal dit bestand dan weg'
        )
        return Unread("samenvoegen-open", message)
    return None


def find_strays(root: Path, known: Iterable[str]) -> frozenset[str]:
    """Give the ids that files below concepts/ would have that are read as no record."""
    files = (file for file in (root / "concepts").rglob("*") if not file.name.startswith("."))
    read = set(known)
    return frozenset(
        make_id(_YAML.sub("", file.name) if _YAML.search(file.name) else file.stem)
        for file in files
        if file.is_file() and file.relative_to(root).as_posix() not in read
    )


def _rename(name: str, content: bytes, records: list[str]) -> Unread:
    """Say how a file should be called, when it is a record."""
    stem, dot, extension = name.rpartition(".")
    is_yaml = bool(_YAML.search(name))
    if not is_yaml and not is_like_record(content):
        message = "dit is geen record: het begint niet met een sleutel; haal het uit deze map"
        return Unread("geen-record", message)
    wanted = f"{make_id(_YAML.sub('', stem if dot else name))}.yml"
    if wanted in records:
        message = f'er is al een "{wanted}"; haal één van de twee weg of kies een andere naam'
        return Unread("kopie", message)
    if not name.endswith(".yml"):
        found = f', niet op "{dot}{extension}"' if dot else ""
        message = f'een record eindigt op ".yml"{found}; hernoem naar "{wanted}"'
        return Unread("extensie", message)
    message = (
        "een bestandsnaam heeft alleen kleine letters zonder accent, cijfers en streepjes; "
        f'hernoem naar "{wanted}"'
    )
    return Unread("bestandsnaam", message)


def _find_original(name: str, head: bytes, siblings: Iterable[tuple[str, bytes]]) -> str:
    """Give the record, by its file name, of which a file is a copy; else nothing.

    Its name is that of the record with something around it, and it has the same title.
    `siblings` are the name and the first bytes of the records in the same folder.
    """
    plain, title = make_id(_YAML.sub("", name)), _title(head)
    originals = [
        sibling
        for sibling, other in siblings
        if sibling != name
        and f"-{sibling.removesuffix('.yml')}-" in f"-{plain}-"
        and (title and title == _title(other))
    ]
    return max(originals, key=len, default="")


def _title(head: bytes) -> str:
    found = _TITLE.search(head.decode("utf-8-sig", errors="replace"))
    return found[1].casefold() if found else ""


def _names(folder: Path) -> list[str]:
    with os.scandir(folder) as found:
        return sorted(entry.name for entry in found if entry.is_file(follow_symlinks=False))
