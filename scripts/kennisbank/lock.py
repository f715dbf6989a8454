"""One command at a time: a lock that the system lifts when its holder is killed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from kennisbank.vocabulary import WORK_FOLDER

BUSY = "er loopt al een opdracht op deze kennisbank; wacht tot die klaar is en probeer het opnieuw"

PATIENCE = 10.0
"""Seconds that a command waits: longer than a preview needs to make the pages."""
READING_PATIENCE = 2.0
"""Seconds that one that only reads waits for files to be put in place; then it goes on anyway."""


@contextmanager
def hold(root: Path, patience: float) -> Iterator[bool]:
    """Give whether no other command works on the checkout at `root`, and keep others off meanwhile.

    Waits for another one for at most `patience` seconds. Where no lock can be made, as in a folder
    that may not be written, nothing can be changed either: there everybody goes on.
    """
    lock = FileLock(root / WORK_FOLDER / "slot")
    try:
        (root / WORK_FOLDER).mkdir(exist_ok=True)
        lock.acquire(timeout=patience, poll_interval=0.05)
    except (OSError, NotImplementedError) as error:
        is_ours = not isinstance(error, Timeout)
    else:
        is_ours = True
    try:
        yield is_ours
    finally:
        lock.release()
