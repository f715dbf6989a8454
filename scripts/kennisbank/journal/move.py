"""Move a file in one step, and never over another one."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

_TRIES, _REST = 40, 0.05


def move(source: Path, target: Path) -> None:
    """Move a file to another place on the same disk."""
    _patiently(lambda: source.replace(target))


def place(source: Path, target: Path) -> None:
    """Move a file to where nothing stands; raises FileExistsError when something does."""
    if sys.platform == "win32":
        _patiently(lambda: source.rename(target))
        return
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if target.exists():
            raise FileExistsError(target) from None
        source.rename(target)
    else:
        source.unlink()


def _patiently(act: Callable[[], object]) -> None:
    """Try for two seconds: on Windows a scanner or a sync program may hold a file for a moment."""
    for _ in range(_TRIES if sys.platform == "win32" else 0):
        try:
            act()
        except PermissionError:
            time.sleep(_REST)
        else:
            return
    act()
