"""One command at a time: a lock that the system lifts when its holder is killed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from kennisbank.vocabulary import WORK_FOLDER

BUSY = "er loopt al een opdracht op deze kennisbank; wacht tot die klaar is en probeer het opnieuw"

PATIENCE = 10.0
"""Seconds that a command waits: longer than a preview needs to make the pages."""
READING_PATIENCE = 2.0
"""Seconds that one that only reads waits for files to be put in place; then it goes on anyway."""


_TRIES = 100


@contextmanager
def hold(root: Path, patience: float) -> Iterator[bool]:
    """Give whether no other command works on the checkout at `root`, and keep others off meanwhile.

    Waits for another one for at most `patience` seconds. Where no lock can be made, as in a folder
    that may not be written, nothing can be changed either: there everybody goes on.
    """
    lock = FileLock(root / WORK_FOLDER / "slot")
    is_ours = _take(lock, root / WORK_FOLDER, patience)
    try:
        yield is_ours
    finally:
        if lock.is_locked:
            _give_back(lock, root / WORK_FOLDER)


def _take(lock: BaseFileLock, folder: Path, patience: float) -> bool:
    for _ in range(_TRIES):
        try:
            folder.mkdir(exist_ok=True)
            lock.acquire(timeout=patience, poll_interval=0.05)
        except FileNotFoundError:  # the one before us was just taking the folder away
            continue
        except (OSError, NotImplementedError) as error:
            return not isinstance(error, Timeout)
        return True
    return False


def _give_back(lock: BaseFileLock, folder: Path) -> None:
    """Leave nothing behind; who waits for a file that is gone makes a new one.

    Windows removes no file that is open.
    """
    file = Path(lock.lock_file)
    if sys.platform == "win32":
        lock.release()
    with suppress(OSError):
        file.unlink()
    lock.release()
    with suppress(OSError):
        folder.rmdir()
