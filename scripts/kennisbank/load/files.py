"""Bytes of a file that somebody else may have put there: whatever it is, reading it ends."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from kennisbank.disk import find_refusal

MAX_BYTES = 1_000_000
_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""Not waiting: a pipe would wait for a writer."""


class Unread(NamedTuple):
    """Why a file was not read: a rule id and a message."""

    rule: str
    message: str


def _open(file: Path) -> int:
    return os.open(file, _OPEN)


def read_file(file: Path) -> bytes | Unread:
    """Give what a file holds, unless it is no file, is too large, or the disk refuses."""
    try:
        handle = _open(file)
    except OSError as error:
        return _refuse(file, error)
    try:
        seen = os.fstat(handle)
        if not stat.S_ISREG(seen.st_mode):
            return NO_FILE
        if seen.st_size > MAX_BYTES:
            return TOO_LARGE
        with os.fdopen(handle, "rb", closefd=False) as opened:
            content = opened.read(MAX_BYTES + 1)
        return TOO_LARGE if len(content) > MAX_BYTES else content
    except OSError as error:
        return _refuse(file, error)
    finally:
        os.close(handle)


NO_FILE = Unread(
    "geen-bestand", "dit is geen gewoon bestand, er is niets in te lezen; haal het weg"
)
TOO_LARGE = Unread(
    "te-groot", "bestand is groter dan 1 MB; haal weg wat er niet hoort, of verdeel de inhoud"
)
FOLDER = Unread("geen-bestand", "dit is een map en geen bestand; haal haar weg")


def _refuse(file: Path, error: OSError) -> Unread:
    """Say what it is, if it is no file: the system names only what it could not do with it."""
    if file.is_dir():
        return FOLDER
    if file.exists() and not file.is_file():
        return NO_FILE
    _, reason, advice = find_refusal(error)
    message = f"bestand is niet te lezen: {reason}; {advice} en probeer het opnieuw"
    return Unread("onleesbaar", message)
