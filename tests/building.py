"""Build sites in a folder of their own, as a maintainer would."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import forking
from kennisbank.owned import OWNED

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
CLOCK = "1790000000"


def copy_project(folder: Path, concepts: Path) -> Path:
    """Copy the project without what it made, with the records of `concepts`."""
    made = shutil.ignore_patterns("__pycache__")
    for name in ("overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=made)
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=_ignore_made)
    shutil.copytree(concepts, folder / "concepts")
    drawings = concepts.parent / "docs" / "assets" / "diagrammen"
    shutil.copytree(drawings, folder / "docs" / "assets" / "diagrammen", dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def copy_small(folder: Path) -> Path:
    """Copy the small knowledge base: records, drawings and settings."""
    shutil.copytree(GOLDEN / "concepts", folder / "concepts")
    shutil.copytree(GOLDEN / "docs" / "assets", folder / "docs" / "assets")
    shutil.copy(GOLDEN / "mkdocs.yml", folder)
    return folder


def _ignore_made(folder: str, names: list[str]) -> set[str]:
    if Path(folder) != ROOT / "docs":
        return set()
    return {name for name in names if OWNED.is_entry(name)}


def environment() -> dict[str, str]:
    """Give the environment of a build: a fixed clock, and no notices of the theme."""
    return {**os.environ, "SOURCE_DATE_EPOCH": CLOCK, "NO_MKDOCS_2_WARNING": "1"}


def mkdocs(folder: Path, *arguments: str) -> list[str]:
    """Give the command line of MkDocs for this project."""
    return [sys.executable, "-m", "mkdocs", *arguments]


def build_site(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` with the program of this checkout, and give what it said."""
    return forking.run(folder, "mkdocs", "build", *arguments, env=environment())


def build_anew(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` in a Python of its own, with the program in that folder."""
    return subprocess.run(
        mkdocs(folder, "build", *arguments),
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def run_command(folder: Path, *arguments: str) -> str:
    """Run `kennisbank` as it is in a copy of the project; give what it said, never a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "kennisbank", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "scripts")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr


def read_tree(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder with its bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def write_program(file: Path, code: str) -> None:
    """Write a program in Python that starts by itself, also where Python's path has a space."""
    script = file.with_name(f"{file.name}.py")
    script.write_text(code, encoding="utf-8")
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n', encoding="utf-8")
    file.chmod(0o755)
