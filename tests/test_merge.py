"""Merge: nothing is lost without a word."""

import shutil
from pathlib import Path

import pytest

from building import ROOT
from kennisbank.cli import main
from kennisbank.config import find_project
from kennisbank.pipeline import check_records


@pytest.fixture
def published(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a small project whose addresses were published."""
    monkeypatch.chdir(small_project)
    assert main(["publish-addresses"]) == 0
    return small_project


def _read(folder: Path, path: str) -> str:
    return (folder / "concepts" / path).read_text(encoding="utf-8")


def _problems(folder: Path) -> list[str]:
    project = find_project(folder)
    assert project
    return [problem.rule for problem in check_records(project).problems]


def test_merge_keeps_the_old_text_until_a_person_decided(published: Path) -> None:
    """References move, the old record waits in a file, and the check stops until that is gone."""
    old = _read(published, "begrippen/water/boot.yml")
    kept = _read(published, "begrippen/water/vaartuig.yml")
    assert main(["merge", "boot", "vaartuig"]) == 1
    assert not (published / "concepts/begrippen/water/boot.yml").exists()
    assert "- rivier\n- vaartuig\n" in _read(published, "voorbeelden/overtocht.yml")
    assert _read(published, "begrippen/water/vaartuig.yml") == kept
    left = published / "concepts/begrippen/water/vaartuig.samenvoegen-boot.txt"
    text = left.read_text(encoding="utf-8")
    assert text.startswith('"Boot" is opgegaan in "Vaartuig".\n')
    assert "Neem in vaartuig.yml over\nwat je wilt houden" in text
    assert f"---- concepts/begrippen/water/boot.yml ----\n\n{old}" in text
    assert _problems(published) == ["samenvoegen-open"]
    left.unlink()
    assert main(["check"]) == 0
    assert "begrippen/boot/: begrippen/vaartuig/" in _read(published, "adressen.yml")


def test_merge_leaves_no_relation_twice(published: Path) -> None:
    """A relation that the remaining concept has already goes, and its reason waits too."""
    assert main(["merge", "meer", "kampvuur"]) == 1
    left = published / "concepts/begrippen/vuur/kampvuur.samenvoegen-meer.txt"
    assert "Veel rivieren komen in een meer uit." in left.read_text(encoding="utf-8")
    left.unlink()
    assert "dubbele-relatie" not in _problems(published)


@pytest.mark.parametrize(
    ("into", "end"), [("meer", "begrippen/meer"), ("vaartuig", "spanningen/rivier-vaartuig")]
)
def test_merge_of_a_tension_leads_on(into: str, end: str, published: Path) -> None:
    """A tension's page leads to the new pair, or to the concept where a relation stood already."""
    assert main(["merge", "kampvuur", into]) == 1
    assert f"spanningen/kampvuur-rivier/: {end}/\n" in _read(published, "adressen.yml")


def test_merge_with_itself_is_refused(published: Path) -> None:
    """A concept cannot be part of itself, or of one that is not there."""
    assert main(["merge", "boot", "boot"]) == 2
    assert main(["merge", "boot", "bot"]) == 2


@pytest.mark.slow
def test_merge_across_the_real_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two much used concepts become one: no id, link or relation is left wrong."""
    shutil.copytree(ROOT / "concepts", tmp_path / "concepts")
    shutil.copytree(ROOT / "docs/assets/diagrammen", tmp_path / "docs/assets/diagrammen")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["publish-addresses"]) == 0
    assert main(["merge", "empowerment", "macht"]) == 1
    assert _problems(tmp_path) == ["samenvoegen-open"]
