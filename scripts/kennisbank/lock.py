"""One command at a time: a lock on a file, which the system lifts when its holder is killed."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

BUSY = "er loopt al een opdracht op deze kennisbank; wacht tot die klaar is en probeer het opnieuw"

PATIENCE = 10.0
"""Seconds that a command waits: longer than a preview needs to make the pages."""
_BEYOND = 1 << 30
"""Where Windows holds a byte: nobody can read what is held, and the file ends long before."""


@contextmanager
def hold(file: Path, patience: float = 0) -> Iterator[bool]:
    """Give whether nobody else holds `file`, and hold it meanwhile.

    Waits for the other one for at most `patience` seconds.
    """
    with file.open("rb") as handle:
        end = time.monotonic() + patience
        while not (is_ours := _take(handle.fileno())) and time.monotonic() < end:
            time.sleep(0.05)
        yield is_ours


def _take(number: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(number, _BEYOND, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
