"""One command at a time: a lock on a file, which the system lifts when its holder is killed."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

BUSY = "er loopt al een opdracht op deze kennisbank; wacht tot die klaar is en probeer het opnieuw"

PATIENCE = 10.0
"""Seconds that a command waits: longer than a preview needs to make the pages."""


@contextmanager
def hold(file: Path, patience: float = 0) -> Iterator[bool]:
    """Give whether nobody else holds `file`, and hold it meanwhile; Windows has no such lock.

    Waits for the other one for at most `patience` seconds.
    """
    if sys.platform == "win32":
        yield True
        return
    with file.open("rb") as handle:
        end = time.monotonic() + patience
        while not (is_ours := _take(handle.fileno())) and time.monotonic() < end:
            time.sleep(0.05)
        yield is_ours


def _take(number: int) -> bool:
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
