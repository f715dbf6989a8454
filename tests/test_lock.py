"""One command at a time, on every system."""

import errno
import fcntl
import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kennisbank import lock


def _on_windows(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give the module as Windows loads it, with a `msvcrt` that holds bytes of files."""

    def locking(number: int, mode: int, length: int) -> None:
        assert os.lseek(number, 0, os.SEEK_CUR) > 1_000_000
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PermissionError(errno.EACCES, "Permission denied") from None

    fake = ModuleType("msvcrt")
    vars(fake).update(locking=locking, LK_NBLCK=2)
    monkeypatch.setitem(sys.modules, "msvcrt", fake)
    monkeypatch.setattr(sys, "platform", "win32")
    spec = importlib.util.spec_from_file_location("lock_on_windows", lock.__file__)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("is_windows", [False, True])
def test_a_second_command_is_told_so(
    is_windows: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who comes second hears it; the file can still be read, and is free again afterwards."""
    module = _on_windows(monkeypatch) if is_windows else lock
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: x\n", encoding="utf-8")
    with module.hold(file) as first, module.hold(file) as second:
        assert (first, second) == (True, False)
        assert file.read_text(encoding="utf-8") == "site_name: x\n"
    with module.hold(file) as third:
        assert third
