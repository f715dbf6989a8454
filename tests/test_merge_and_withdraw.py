"""Merge and withdraw: nothing is lost without a word, and nothing stays that had to go."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from building import ROOT, build_site, copy_project, read_tree
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
    found = check_records(project).problems
    return [problem.rule for problem in found if problem.level == "fout"]


def test_merge_keeps_the_old_text_until_a_person_decided(published: Path) -> None:
    """References move, the old record waits in a field, and the check stops until that is gone."""
    old = _read(published, "begrippen/water/boot.yml")
    assert main(["merge", "boot", "vaartuig"]) == 1
    assert not (published / "concepts/begrippen/water/boot.yml").exists()
    assert "- rivier\n- vaartuig\n" in _read(published, "voorbeelden/overtocht.yml")
    merged = _read(published, "begrippen/water/vaartuig.yml")
    for line in old.splitlines():
        assert f"  {line}".rstrip() in merged
    assert _problems(published) == ["samenvoegen-open"]
    text = merged[: merged.index("samenvoegen:")]
    (published / "concepts/begrippen/water/vaartuig.yml").write_text(text, encoding="utf-8")
    assert main(["check"]) == 0
    assert "begrippen/boot/: begrippen/vaartuig/" in _read(published, "adressen.yml")


def test_merge_leaves_no_relation_twice(published: Path) -> None:
    """A relation that the remaining concept has already goes, and its reason waits too."""
    assert main(["merge", "meer", "kampvuur"]) == 1
    text = _read(published, "begrippen/vuur/kampvuur.yml")
    kept = text[text.index("samenvoegen:") :]
    assert "Veel rivieren komen in een meer uit." in kept
    (published / "concepts/begrippen/vuur/kampvuur.yml").write_text(
        text[: text.index("samenvoegen:")], encoding="utf-8"
    )
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


def test_withdrawn_example_says_so(published: Path) -> None:
    """The page of a withdrawn example stays, says so, and holds nothing of it."""
    assert main(["withdraw", "voorbeeld", "overtocht"]) == 0
    assert main(["build"]) == 0
    page = (published / "docs/voorbeelden/overtocht/index.html").read_text(encoding="utf-8")
    assert "ingetrokken" in page
    assert "oversta" not in page
    assert main(["withdraw", "voorbeeld", "overtocht"]) == 0


def test_withdrawn_person_takes_all_that_rests_on_it(
    small_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Claims, also joint ones, examples, roles, speakers and links go; other voices stay."""
    published = small_project
    monkeypatch.chdir(published)
    record = published / "concepts/begrippen/water/meer.yml"
    joint = "- wie:\n  - prive-persoon\n  - redactie\n"
    text = record.read_text(encoding="utf-8").replace("- wie: anna-stroom\n", joint)
    record.write_text(
        text.replace("  vorm: citaat\n", "").replace("staat stil.", "ligt bij Bea Besloten."),
        encoding="utf-8",
    )
    assert main(["publish-addresses"]) == 0
    assert main(["withdraw", "persoon", "prive-persoon"]) == 1
    said = capsys.readouterr().out
    assert 'meer.yml:6:3: fout: hier staat nog "bea besloten"; herschrijf de zin' in said
    assert "prive-persoon" not in _read(published, "begrippen/water/rivier.yml")
    assert "prive-persoon" not in _read(published, "bronnen/het-artikel.yml")
    assert "43 procent" not in _read(published, "begrippen/water/rivier.yml")
    assert "wie: oude-denker" in _read(published, "begrippen/water/rivier.yml")


def _kennisbank(folder: Path, *arguments: str) -> int:
    environment = {**os.environ, "PYTHONPATH": str(folder / "scripts")}
    command = [sys.executable, "-m", "kennisbank", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=False).returncode


@pytest.mark.slow
def test_nothing_of_a_withdrawn_person_is_in_the_site(tmp_path: Path) -> None:
    """A search of every file of the whole built site finds no name and no claim."""
    folder = copy_project(tmp_path / "klein", ROOT / "tests/golden/concepts")
    record = folder / "concepts/personen/oude-denker.yml"
    text = record.read_text(encoding="utf-8").replace("naam: Denker", "naam: Xaver Qwibus")
    record.write_text(text, encoding="utf-8")
    assert _kennisbank(folder, "publish-addresses") == 0
    assert build_site(folder).returncode == 0
    assert _search(folder / "site")
    assert _kennisbank(folder, "withdraw", "persoon", "oude-denker") == 1
    source = folder / "concepts/bronnen/het-artikel.yml"
    text = source.read_text(encoding="utf-8")
    reason = "zonder_uitspraak:\n  passage-1: |\n    Ingetrokken.\n"
    source.write_text(text.replace("zonder_uitspraak:\n", reason), encoding="utf-8")
    assert _kennisbank(folder, "withdraw", "persoon", "oude-denker") == 0
    done = build_site(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert _search(folder / "site") == []
    page = folder / "site/personen/oude-denker/index.html"
    assert "ingetrokken" in page.read_text(encoding="utf-8")


def _search(site: Path) -> list[str]:
    words = (b"Qwibus", b"qwibus", b"Niets blijft", b"stem-oude-denker")
    return [path for path, content in read_tree(site).items() if any(w in content for w in words)]


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
