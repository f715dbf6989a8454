"""Rename among the real records: of every kind, and killed at any moment."""

import random
import shutil
import time
from pathlib import Path

import pytest

import forking
from building import ROOT, read_tree
from kennisbank.cli import main
from kennisbank.config import find_project
from kennisbank.journal.put import recover
from kennisbank.model.records import RECORD_FIELDS
from kennisbank.pipeline import check_records
from kennisbank.vocabulary import KINDS, WORK_FOLDER

pytestmark = pytest.mark.slow


def _real_project(folder: Path) -> Path:
    shutil.copytree(ROOT / "concepts", folder / "concepts")
    drawings = ROOT / "docs/assets/diagrammen"
    shutil.copytree(drawings, folder / "docs/assets/diagrammen")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def test_real_records_of_every_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each kind the most used record moves and comes back: every byte is as it was."""
    folder = _real_project(tmp_path)
    monkeypatch.chdir(folder)
    assert main(["publish-addresses"]) == 0
    project = find_project(folder)
    assert project
    records = check_records(project).records
    before = read_tree(folder / "concepts")
    whole = b"\n".join(before.values()).decode()
    for kind in KINDS:
        ids = list(getattr(records, RECORD_FIELDS[kind.name]))
        most_used = max(ids, key=whole.count)
        assert main(["rename", kind.name, most_used, "heel-anders"]) == 0
        assert main(["rename", kind.name, "heel-anders", most_used]) == 0
    after = read_tree(folder / "concepts")
    for tree in (before, after):
        tree.pop("adressen.yml")
    assert after == before


def test_killed_at_any_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Six kills leave the old records or the new ones, whole; the next command clears up."""
    folder = _real_project(tmp_path)
    monkeypatch.chdir(folder)
    assert main(["publish-addresses"]) == 0
    states = [read_tree(folder / "concepts")]
    command = ("kennisbank", "rename", "begrip")
    names = ["samenredzaamheid", "samen-redzaam"]
    start = time.monotonic()
    assert forking.run(folder, *command, *names).returncode == 0
    needed = time.monotonic() - start
    states.append(read_tree(folder / "concepts"))
    dice = random.Random(5)
    for _ in range(6):
        old, new = names if (folder / _file(names[0])).exists() else reversed(names)
        process = forking.start(folder, *command, old, new)
        time.sleep(dice.uniform(0, needed * 1.2))
        process.kill()
        process.wait()
        beside = {entry.name for entry in folder.iterdir()} - {"concepts", "docs", "mkdocs.yml"}
        assert beside <= {WORK_FOLDER}
        recover(folder)  # what the next command does first
        found = read_tree(folder / "concepts")
        there = (folder / _file(names[1])).exists()
        for tree in (found, *states):
            tree.pop("adressen.yml", None)
        assert found == states[there]
    assert main(["check"]) == 0
    assert {entry.name for entry in folder.iterdir()} == {"concepts", "docs", "mkdocs.yml"}


def _file(name: str) -> str:
    return f"concepts/begrippen/collectief-werk/{name}.yml"
