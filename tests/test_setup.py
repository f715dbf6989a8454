"""Setting up: only what a task needs is installed, and meanwhile it says how far it is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from building import write_program
from conftest import ROOT

PIP = """
import sys
if sys.argv[1:3] == ["-m", "pip"]:
    print("Collecting mkdocs==1.6")
    print("  Downloading mkdocs-1.6-py3-none-any.whl.metadata (6 kB)")
    print("  Downloading mkdocs-1.6-py3-none-any.whl (1 kB)")
    print("  Using cached pyyaml-6.0.2-cp311-manylinux.whl (1 kB)")
    print("Installing collected packages: mkdocs, pyyaml")
    sys.exit(int(open("pip.txt").read()))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with what setting up needs, below a name with a space."""
    made = tmp_path / "een map"
    (made / "scripts").mkdir(parents=True)
    for name in ("Makefile", "start.sh", "requirements-site.lock", "requirements-packages.lock"):
        shutil.copy(ROOT / name, made)
    shutil.copy(ROOT / "scripts/install.py", made / "scripts")
    return made


def _dry_run(target: str) -> str:
    """Give what make would run for a target in a fresh clone."""
    command = ["make", "--dry-run", "--always-make", "--no-print-directory", target]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("target", ["site", "serve", "check"])
def test_editing_needs_the_small_lock_alone(target: str) -> None:
    """What record editors type fetches nothing that only programmers use."""
    planned = _dry_run(target)
    assert "install.py requirements-site.lock" in planned
    assert "requirements.lock" not in planned
    assert "requirements-packages.lock" not in planned


def test_publishing_adds_the_packages() -> None:
    """To publish takes what Anki and paper need, and no tools of programmers."""
    planned = _dry_run("publish")
    assert "install.py requirements-packages.lock" in planned
    assert "install.py requirements.lock" not in planned


@pytest.mark.parametrize("target", ["test", "lint", "types", "fuzz"])
def test_work_on_the_code_has_all(target: str) -> None:
    """Tests and tools come with the whole lock."""
    assert "install.py requirements.lock" in _dry_run(target)


def _install(folder: Path, status: int, **more: str) -> subprocess.CompletedProcess[str]:
    """Run install.py with a pip of ours, in an environment of its own."""
    (folder / "pip.txt").write_text(str(status))
    code = (
        "import runpy, sys, subprocess\n"
        f"sys.prefix, sys.executable = {str(folder)!r}, {str(folder / 'python')!r}\n"
        "sys.argv = ['install.py', 'requirements-site.lock']\n"
        "runpy.run_path('scripts/install.py', run_name='__main__')\n"
    )
    write_program(folder / "python", PIP)
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, **more},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_says_how_far_it_is(folder: Path) -> None:
    """Each part that arrives is told, once; a second run has nothing to do."""
    done = _install(folder, 0)
    assert done.returncode == 0, done.stderr
    said = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    total = (ROOT / "requirements-site.lock").read_text("utf-8").count("==")
    assert said[0].startswith("onderdeel 1 van ongeveer ")
    assert 30 < int(said[0].split(":")[0].split(" ")[-1]) <= total
    assert [line.split(": ")[-1] for line in said[:2]] == ["mkdocs", "pyyaml"]
    assert said[2].startswith("alles is er; nu nog installeren")
    assert said[3] == "klaar"
    assert _install(folder, 0).stdout == ""


def test_a_failure_has_a_status_of_its_own(folder: Path) -> None:
    """When pip fails the status is 3, and the next run tries again."""
    done = _install(folder, 1)
    assert done.returncode == 3
    assert "niet gelukt; pip zegt:" in done.stdout
    assert "Downloading mkdocs-1.6-py3-none-any.whl" in done.stdout
    assert "onderdeel 1" in _install(folder, 0).stdout


def test_a_folder_in_onedrive_is_named(folder: Path) -> None:
    """Who keeps the folder where each change is copied hears of a better place."""
    said = _install(folder, 0, OneDriveCommercial=str(folder.parent)).stdout
    assert "deze map staat in OneDrive" in said


@pytest.mark.parametrize(
    ("arguments", "run"),
    [
        ([], ["-m", "mkdocs", "serve", "--open"]),
        (["check"], ["-m", "kennisbank", "check"]),
        (["new", "begrip", "Een naam: x"], ["-m", "kennisbank", "new", "begrip", "Een naam: x"]),
        (["help", "new"], ["-m", "kennisbank", "help", "new"]),
    ],
)
def test_start_sh_hands_on_the_command(folder: Path, arguments: list[str], run: list[str]) -> None:
    """The script goes to its folder and gives the words on as they are, with the status."""
    python = folder / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\npwd\nfor word in "$@"; do echo "<$word>"; done\nexit 7\n')
    python.chmod(0o755)
    (folder / ".venv/.site").touch()
    done = subprocess.run(
        [folder / "start.sh", *arguments],
        cwd=folder.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == [str(folder), *(f"<{word}>" for word in run)], done.stderr
    assert done.returncode == 7


def test_start_sh_can_be_run() -> None:
    """It is marked as a program in git, for every clone."""
    assert os.access(ROOT / "start.sh", os.X_OK)
