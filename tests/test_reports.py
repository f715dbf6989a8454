"""What the checker says to machines, and what to do next."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from building import ROOT
from kennisbank.cli import main
from tools import need


@pytest.fixture
def faulty(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a small project with one misspelt id."""
    monkeypatch.chdir(small_project)
    record = small_project / "concepts/begrippen/water/meer.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("voorkeursterm: Meer", "voorkeursterm:\n- 100%: meer"), "utf-8")
    return small_project


def test_github_shows_it_at_the_line(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each problem is a workflow command with file, line and escaped text."""
    assert main(["check", "--format", "github"]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("::error file=concepts/begrippen/water/meer.yml,line=")
    assert "%3A" not in first.split("::")[-1]


def test_json_has_every_part(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON is one list of objects with the six keys; good records give an empty list."""
    assert main(["check", "--format", "json"]) == 1
    problems = json.loads(capsys.readouterr().out)
    assert set(problems[0]) == {"path", "line", "column", "rule", "message", "level"}


def test_good_records_are_an_empty_list(
    small_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without problems the list is empty and the status 0."""
    monkeypatch.chdir(small_project)
    assert main(["check", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_stats_of_the_real_records(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report counts, names what is thin, and fits a terminal."""
    monkeypatch.chdir(ROOT)
    assert main(["stats"]) == 0
    report = capsys.readouterr().out
    for heading in ("Wat er is", "Kernbegrippen die nog iets missen", "Leunt op de artikelen"):
        assert f"{heading}\n  " in report
    assert f"{len(list((ROOT / 'concepts/personen').glob('*.yml'))):5}  persoon" in report
    assert max(map(len, report.splitlines())) <= 80


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("", "een pagina verbeteren"),
        ("bewerken: https://codeberg.org/a/b/_edit/main/{bestand}\n", "met een formulier"),
        ("bewerken: https://github.com/a/b/edit/main/{bestand}\n", ""),
    ],
)
def test_stats_tell_what_readers_cannot_do(
    small_project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    line: str,
    missing: str,
) -> None:
    """Without a git host readers find no way to better a page; one that is known gives a form."""
    settings = small_project / "concepts/kennisbank.yml"
    settings.write_text(settings.read_text("utf-8") + line, "utf-8")
    monkeypatch.chdir(small_project)
    main(["stats"])
    _, _, told = capsys.readouterr().out.partition("Wat lezers niet kunnen\n")
    assert told.strip().startswith(missing or "niets")


def test_hook_stops_a_faulty_commit(faulty: Path) -> None:
    """The git hook refuses records with a fault, and lets everything else pass."""
    git = need("git")
    shutil.copytree(ROOT / "scripts/hooks", faulty / "scripts/hooks")
    (faulty / ".venv/bin").mkdir(parents=True)
    python = faulty / ".venv/bin/python"
    start = f"PYTHONPATH='{ROOT}/scripts' exec '{sys.executable}'"
    python.write_text(f'#!/bin/sh\n{start} "$@"\n', encoding="utf-8")
    python.chmod(0o755)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        settings = ("-c", "user.name=t", "-c", "user.email=t@example.org")
        return subprocess.run(
            [git, *settings, *arguments], cwd=faulty, capture_output=True, text=True, check=False
        )

    run("init", "-q")
    run("config", "core.hooksPath", "scripts/hooks")
    run("add", "mkdocs.yml")
    assert run("commit", "-qm", "anders").returncode == 0
    run("add", "concepts")
    refused = run("commit", "-qm", "fout")
    assert refused.returncode == 1
    assert "concepts/begrippen/water/meer.yml:" in refused.stdout + refused.stderr
