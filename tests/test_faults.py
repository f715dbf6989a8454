"""A broken machine under the commands: a line of Dutch, nothing lost, the next build right.

`make fuzz` runs the same with more kills.
"""

import errno
from pathlib import Path

import pytest

from building import GOLDEN, build_site, copy_project, read_tree
from fuzz.faults import CASES, kill, name_strangely, run_case
from fuzz.run import bend_records
from kennisbank.cli.say import explain

KILLS = 10
MANY = 300
ROUNDS = 150


def test_bent_records_end_in_problems() -> None:
    """Records with random bytes, lines and letters changed end in lines of Dutch."""
    assert bend_records(ROUNDS, seed=2) == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_nothing_is_lost(name: str) -> None:
    """Each case ends without a traceback, a hang, a changed record or lost output."""
    case = CASES[name]
    more = (KILLS,) if case is kill else (MANY,) if case is name_strangely else ()
    tally = run_case(case, *more)
    assert tally.cases
    assert tally.is_good, tally


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_fault_is_one_line(code: int) -> None:
    """What the disk refused is one line, also when many files were copied at once."""
    said = explain(OSError(code, "x", "a\nb.yml"))
    assert said.startswith("kan ")
    assert "\n" not in said
    assert explain(OSError(f"[Errno {code}] x")).startswith("kan een bestand niet ")


def test_file_that_another_program_has_open() -> None:
    """On Windows a file that is open elsewhere is said to be so."""
    error = PermissionError(errno.EACCES, "x", "macht.yml")
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    assert explain(error) == (
        'kan "macht.yml" niet schrijven: een ander programma heeft het open; '
        "sluit dat en probeer het opnieuw"
    )


def test_mkdocs_on_a_full_disk_keeps_the_site(tmp_path: Path) -> None:
    """MkDocs on a full disk ends in a line of Dutch, and the old site stays whole."""
    folder = copy_project(tmp_path / "klein", GOLDEN / "concepts")
    assert build_site(folder).returncode == 0
    before = read_tree(folder / "site")
    hook = folder / "scripts/mkdocs_hook.py"
    broken = "def on_page_content(html, **_):\n    raise OSError(28, 'x', 'vol.html')\n"
    hook.write_text(f"{hook.read_text(encoding='utf-8')}\n\n{broken}", encoding="utf-8")
    done = build_site(folder)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert 'kan "vol.html" niet schrijven: de schijf is vol' in done.stdout + done.stderr
    assert read_tree(folder / "site") == before
