"""A test that lacks a program is skipped with its name, and the run says so in its last lines."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import tools

TESTS = Path(__file__).parent
SAMPLE = """
from tools import need

def test_with_a_program():
    need("nginx")

def test_without():
    pass
"""


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """Give a folder with one test that needs a program, and our conftest."""
    (tmp_path / "test_sample.py").write_text(SAMPLE, encoding="utf-8")
    (tmp_path / "conftest.py").write_text(
        "import tools\ntools.SYSTEM_FOLDERS = ()\n"
        "tools.TOOLS['nginx'] = tools.Tool("
        "name='nginx', find=lambda: None, packages=('nginx-light',))\n"
        "from conftest_of_all import *\n",
        encoding="utf-8",
    )
    (tmp_path / "conftest_of_all.py").write_text(
        (TESTS / "conftest.py").read_text(encoding="utf-8"), encoding="utf-8"
    )
    return tmp_path


def _run(folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    paths = [folder, TESTS, TESTS.parent / "scripts"]
    environment = {k: v for k, v in os.environ.items() if k != "KENNISBANK_ALL_TOOLS"}
    environment |= {"PYTHONPATH": os.pathsep.join(map(str, paths)), **more}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", str(folder)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_run_without_a_program_passes_and_says_so(bare: Path) -> None:
    """The run is green, and names what did not run and why."""
    done = _run(bare)
    assert done.returncode == 0, done.stdout
    assert "1 TEST DID NOT RUN: this machine lacks nginx (1); see tests/tools.py" in done.stdout


def test_all_tools_allows_no_skip(bare: Path) -> None:
    """Where every program must be there, the same run fails."""
    done = _run(bare, KENNISBANK_ALL_TOOLS="1")
    assert done.returncode == 1
    assert f"{tools.MISSING}nginx" in done.stdout


def test_nothing_missing_says_nothing() -> None:
    """Skips for another reason are not among them."""
    assert tools.tell_skipped(["needs the NL-SBB profile"]) == ""
