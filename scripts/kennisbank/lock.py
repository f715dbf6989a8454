"""One command at a time: a lock on a file, which the system lifts when its holder is killed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

BUSY = "er loopt al een opdracht op deze kennisbank; wacht tot die klaar is en probeer het opnieuw"


@contextmanager
def hold(file: Path) -> Iterator[bool]:
    """Give whether nobody else holds `file`, and hold it meanwhile; Windows has no such lock."""
    if sys.platform == "win32":
        yield True
        return
    with file.open("rb") as handle:
        yield _take(handle.fileno())


def _take(number: int) -> bool:
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
