"""The change report: what readers see differ, on both sides, and nothing that was withdrawn."""

import subprocess
from pathlib import Path

import pytest

from kennisbank.changes.words import MARKDOWN, mark_changes
from kennisbank.cli import main
from tools import need


def _git(folder: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        [need("git"), *settings, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.fixture
def project(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a small project in git, published once."""
    monkeypatch.chdir(small_project)
    _git(small_project, "init", "-q", "-b", "main")
    assert main(["publish-addresses"]) == 0
    _git(small_project, "add", "-A")
    _git(small_project, "commit", "-qm", "een")
    return small_project


def _change(folder: Path, path: str, old: str, new: str) -> None:
    file = folder / "concepts" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _tell(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(["changes", *arguments]) == 0
    return capsys.readouterr().out


def test_nothing_changed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without changes it says so; a comment in a record is no change for readers."""
    _change(project, "begrippen/water/meer.yml", "voorkeursterm", "# ooit\nvoorkeursterm")
    assert "Niets: voor lezers is alles hetzelfde." in _tell(capsys)


def test_field_word_by_word(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed field shows the words that went and came."""
    _change(project, "begrippen/water/meer.yml", "staat stil", "rust uit")
    report = _tell(capsys)
    assert "1 gewijzigd." in report
    assert "uitleg: Een meer [-staat stil.-] {+rust uit.+}" in report
    assert "~~staat stil.~~ **rust uit.**" in _tell(capsys, "HEAD", "--format", "markdown")


def test_renamed_and_new_and_ended(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A rename is one line with both addresses; a new draft is not news, a new page is."""
    assert main(["rename", "begrip", "meer", "plas"]) == 0
    assert main(["new", "begrip", "Zee", "--thema", "water"]) == 0
    report = _tell(capsys)
    assert "begrip Meer (begrippen/meer/ → begrippen/plas/)" in report
    assert "1 hernoemd" in report
    assert "Zee" not in report


def test_relation_shows_on_both_sides(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A relation that goes is told at both of its concepts."""
    relation = "  verwant:\n    rivier: |\n      Veel rivieren komen in een meer uit."
    other = "  spanning:\n    kampvuur: |\n      Water dooft vuur."
    _change(project, "begrippen/water/meer.yml", relation, other)
    report = _tell(capsys)
    assert report.count("relatie weg: verwant") == 2
    assert report.count("relatie erbij: spanning") == 2


def test_withdrawn_is_not_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was withdrawn has no name and no words in the report."""
    assert main(["withdraw", "persoon", "oude-denker"]) == 0
    report = _tell(capsys)
    assert "1 ingetrokken" in report
    assert "herschreven, omdat er iets uit is ingetrokken" in report
    assert "oude-denker" not in report
    assert "Denker" not in report
    assert "Niets blijft" not in report


@pytest.mark.parametrize("revision", ["geen-tak", "--output=x", "HEAD~9"])
def test_unknown_revision_is_one_line(
    revision: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A revision that is not there is refused in one line with a way out."""
    capsys.readouterr()
    assert main(["changes", "--", revision]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "noem een tak, een tag of een commit" in said


def test_never_published(
    small_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without git, and then without a publication, the command says what to do."""
    monkeypatch.chdir(small_project)
    assert main(["changes"]) == 2
    assert "geen geschiedenis van git" in capsys.readouterr().err
    _git(small_project, "init", "-q", "-b", "main")
    assert main(["changes"]) == 2
    assert "nog nooit gepubliceerd" in capsys.readouterr().err


def test_only_words_near_a_change_are_shown() -> None:
    """Long texts are shortened to a few words around each change."""
    words = " ".join(map(str, range(40)))
    assert (
        mark_changes(words, words.replace(" 20 ", " x "))
        == "… 16 17 18 19 [-20-] {+x+} 21 22 23 24 …"
    )
    assert mark_changes("a b", "a c", MARKDOWN) == "a ~~b~~ **c**"


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("[[meer]]", "[[meer|meer]]", []),
        ("[[rivier|stroom]]", "[[stroom]]", []),
        ("[[persoon:Anna Stroom]]", "[[persoon:anna-stroom|Anna Stroom]]", []),
        ("[[meer]]", "[[meer|meren]]", ["aanvulling: Zie [-meer.-] {+meren.+}"]),
        ("[[meer]]", "[[rivier|meer]]", ["link erbij: begrip rivier", "link weg: begrip meer"]),
        ("meer", "[[meer]]", ["link erbij: begrip meer"]),
    ],
)
def test_only_what_readers_see_of_a_link(
    before: str, after: str, lines: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another way to write a link is no change; other words or another end are."""
    record = "begrippen/water/boot.yml"
    _change(project, record, "wijzigingen:", f"aanvulling: |\n  Zie {before}.\nwijzigingen:")
    _git(project, "commit", "-qam", "twee")
    _change(project, record, before, after)
    report = _tell(capsys, "HEAD").splitlines()
    assert [line.strip() for line in report if line.startswith("    ")] == lines
    assert ("Niets: voor lezers is alles hetzelfde." in report) == (not lines)


def test_a_rename_changes_no_links(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page whose link follows a rename is not told as changed."""
    assert main(["rename", "begrip", "kampvuur", "vuurplaats"]) == 0
    assert "link" not in _tell(capsys)


def test_a_rename_is_no_publication(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was renamed, merged or withdrawn and committed is told until it is published."""
    _change(project, "begrippen/water/meer.yml", "staat stil", "rust uit")
    assert main(["rename", "begrip", "kampvuur", "vuurplaats"]) == 0
    assert main(["withdraw", "persoon", "oude-denker"]) == 0
    _git(project, "add", "-A")
    _git(project, "commit", "-qm", "twee")
    report = _tell(capsys)
    assert "rust uit" in report
    assert "vuurplaats" in report
    assert main(["publish-addresses"]) == 0
    _git(project, "commit", "-qam", "drie")
    assert "Niets: voor lezers is alles hetzelfde." in _tell(capsys)
