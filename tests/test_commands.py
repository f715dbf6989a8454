"""The command line: all that it says is Dutch and helps, and `new` writes any title rightly."""

import argparse
import ast
import re
import sys
from pathlib import Path

import pytest
import yaml

from building import write_program
from kennisbank.cli import main
from kennisbank.cli.arguments import make_parsers
from kennisbank.cli.parser import SENTENCES
from kennisbank.config import find_project
from kennisbank.pipeline import check_records
from kennisbank.prompt import START
from kennisbank.record_id import LONGEST_ID

OF_PROGRAMMERS = re.compile(
    r"conflicting|not defined|invalid argument for positionals|mutually exclusive|not callable"
    r"|cannot merge|invalid option string|dest= is|invalid conflict|cannot have|with mode"
    r"|deprecated|version number|: (?:error|warning): "
)
ENGLISH = re.compile(
    r"(?i)\b(?:usage|options?|arguments?|error|invalid|choice|choose|required|expected|show|the"
    r"|and|following|unrecognized|positional|default)\b"
)


@pytest.fixture
def project(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a small project, as the folder in which commands run."""
    monkeypatch.chdir(small_project)
    return small_project


def _run(*arguments: str) -> int:
    """Run a command; give its status, also when argparse ends it."""
    try:
        return main(arguments)
    except SystemExit as end:
        return int(str(end.code))


def test_every_sentence_of_argparse_is_known() -> None:
    """A sentence that this Python can show is in the table, or is an error of programmers."""
    source = Path(argparse.__file__).read_text(encoding="utf-8")
    found = {
        each.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("_", "ngettext")
        for each in node.args
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    }
    assert len(found) > 20
    assert {each for each in found - SENTENCES.keys() if not OF_PROGRAMMERS.search(each)} == set()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), f"noem een opdracht; welke er zijn: {START} help"),
        (("chek",), 'opdracht "chek" bestaat niet; bedoel je "check"?'),
        (("iets",), f'opdracht "iets" bestaat niet; welke er zijn: {START} help'),
        (("help", "iets"), f'opdracht "iets" bestaat niet; welke er zijn: {START} help'),
        (("new",), f"hier ontbreekt nog: soort, naam; uitleg: {START} help new"),
        (("new", "begrip"), f"hier ontbreekt nog: naam; uitleg: {START} help new"),
        (
            ("new", "begrip", "Mijn", "term"),
            '"term" is te veel; zet een naam van meer woorden tussen aanhalingstekens, '
            f"of zie {START} help new",
        ),
        (
            ("new", "bgrip", "Zee"),
            f'soort: "bgrip" kan hier niet; bedoel je "begrip"? uitleg: {START} help new',
        ),
        (
            ("check", "--format", "xml"),
            '--format: "xml" kan hier niet; kies uit: text, github, json; '
            f"uitleg: {START} help check",
        ),
        (
            ("check", "--format"),
            f"--format: hier hoort één waarde achter; uitleg: {START} help check",
        ),
        (("check", "--alles"), f'"--alles" bestaat niet; uitleg: {START} help check'),
        (("--alles",), f'"--alles" bestaat niet; uitleg: {START} help'),
        (("build", "--ontwerpen=ja"), "hier hoort geen waarde achter, maar er staat 'ja'"),
        (("edition", "2026-02"), '"2026-02" is geen naam van een editie; schrijf jaar en nummer'),
        (("edition", "2026-2"), f"de map site/ ontbreekt; bouw eerst de site: {START} publish"),
        (("new", "begrip", "Zee"), "geef een thema met --thema; kies uit: vuur, water"),
        (("new", "bron", "Zee", "--thema", "water"), "alleen een begrip staat in de map van een"),
        (("new", "begrip", "Zee", "--thema", "watr"), 'thema "watr" bestaat niet; bedoel je'),
        (("new", "begrip", "Zee", "--thema", "x"), 'thema "x" bestaat niet; kies uit: vuur, water'),
        (("merge", "meer", "meer"), '"meer" staat er twee keer; noem eerst het begrip dat opgaat'),
        (("merge", "meer", "riveer"), 'begrip "riveer" bestaat niet; bedoel je "rivier"?'),
    ],
)
def test_wrong_use_is_one_line_that_helps(
    arguments: tuple[str, ...], said: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be understood is told in one line of Dutch, with status 2."""
    assert _run(*arguments) == 2
    line = capsys.readouterr().err
    assert line.startswith("kennisbank: ")
    assert said in line
    assert line.count("\n") == 1
    assert not ENGLISH.search(line.replace("--format", "").replace("text", ""))


def test_help_is_dutch(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`help`, `help new` and `new -h` explain in Dutch what to type; each command has its help."""
    _, commands = make_parsers()
    for name in commands:
        assert _run("help", name) == 0
        explained = capsys.readouterr().out
        assert explained.startswith(f"gebruik: {START} {name}")
        assert _run(name, "-h") == 0
        assert capsys.readouterr().out == explained
        assert not ENGLISH.search(explained), explained
    assert _run("help") == 0
    overview = capsys.readouterr().out
    assert all(f"    {name}" in overview for name in commands)
    assert _run("-h") == 0
    assert capsys.readouterr().out == overview


TITLES = [
    "Het boek: buurtwerk",
    "’t Trefpunt",
    "'t Trefpunt",
    "Vraag # 1",
    "#hashtag",
    '"Samen" werken',
    "@thuis",
    "*ster*",
    "&zeer",
    "- streep",
    "-isme",
    "--",
    "[haken]",
    "{accolades}",
    "!belangrijk",
    "%procent",
    "~a",
    "| streep a",
    "> groter a",
    "? vraag",
    ": punt a",
    ", komma a",
    "`code` a",
    "a: b: c #d",
    "einde:",
    "null",
    "true",
    "ja",
    "1.10",
    "1e3",
    "2026-01-01",
    "12:30",
    "0x1F",
    "Groei 🌱",
    "a\\b\\n",
    "  spaties   binnenin  ",
    "twee\nregels",
    "tab\thier",
    "<b>vet</b>",
    "Ünïcödé ß ñ 中a",
    "a" * LONGEST_ID,
    "😀" * 200 + "a",
]


@pytest.mark.parametrize("kind", ["begrip", "bron"])
@pytest.mark.parametrize("title", TITLES)
def test_any_title_is_written_rightly(kind: str, title: str, project: Path) -> None:
    """The file that `new` makes says the title, and passes the check."""
    before = set(project.rglob("*.yml"))
    theme = ("--thema", "water") if kind == "begrip" else ()
    assert _run("new", kind, title, *theme) == (2 if title == "--" else 0)
    if title == "--":
        return
    (file,) = set(project.rglob("*.yml")) - before
    text = file.read_text(encoding="utf-8")
    key = {"begrip": "voorkeursterm", "bron": "titel"}[kind]
    assert yaml.safe_load(text)[key] == " ".join(title.split())
    found = find_project(project)
    assert found
    check = check_records(found)
    assert check.problems == ()
    assert check.records.by_kind(kind)[file.stem].title == " ".join(title.split())


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("", "heeft geen letter"),
        ("   ", "heeft geen letter"),
        ("…", '"…" heeft geen letter'),
        ("...", "heeft geen letter"),
        ("😀", "heeft geen letter"),
        ("中文", "heeft geen letter"),
        ("x" * (LONGEST_ID + 1), "de naam heeft 81 tekens"),
        ("x" * 300, "de naam heeft 300 tekens"),
        ("woord " * 40, "tekens en dat is te lang voor een bestandsnaam"),
        ("😀" * 300 + "a", "de naam heeft 301 tekens; geef een kortere, van hooguit 300"),
        ("on\u200bzichtbaar", "onzichtbaar teken (U+200B)"),
        ("bel\x07", "onzichtbaar teken (U+0007)"),
        ("half \ud800", "heeft een teken dat geen letter"),
    ],
)
@pytest.mark.parametrize("kind", ["begrip", "bron"])
def test_a_title_that_cannot_be_is_refused(
    kind: str, title: str, said: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a letter for a file name, too long or with unseen signs: one line, and no file."""
    before = set(project.rglob("*"))
    assert _run("new", kind, title, "--thema", "water") == 2
    line = capsys.readouterr().err
    assert said in line
    assert line.count("\n") == 1
    assert set(project.rglob("*")) == before


def test_changes_uses_the_git_of_github_desktop(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without git on the path that of GitHub Desktop is used; without any it says what to do."""
    monkeypatch.setenv("PATH", str(project / "leeg"))
    assert _run("changes") == 2
    assert "haal de kennisbank op met git of GitHub Desktop" in capsys.readouterr().err
    (project / ".git").mkdir()
    assert _run("changes") == 2
    assert "git staat niet op deze computer; installeer het" in capsys.readouterr().err
    git = project / "GitHubDesktop/app-3.4.1/resources/app/git/cmd/git.exe"
    git.parent.mkdir(parents=True)
    write_program(git, "import sys\nsys.exit(sys.argv[1] != 'rev-parse')\n")
    monkeypatch.setenv("LOCALAPPDATA", str(project))
    assert _run("changes") == 2
    assert "nog nooit gepubliceerd" in capsys.readouterr().err


def test_a_package_that_this_system_cannot_make_is_passed_over(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the libraries for paper are missing, as on most Windows, the others are made."""

    class Missing:
        def find_spec(self, name: str, path: object = None, target: object = None) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libgobject-2.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.delitem(sys.modules, "kennisbank.packages.reader", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    assert _run("packages") == 0
    said = capsys.readouterr().out
    assert "overgeslagen: het boek op papier (PDF); daarvoor mist dit systeem Pango" in said
    assert "gemaakt: " in said
    assert any((project / "pakketten").iterdir())


def test_an_edition_says_what_to_type_next(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """After freezing, the command that puts the edition in the site stands there as it is typed."""
    (project / "site").mkdir()
    (project / "site/index.html").write_text("<html><head></head><body></body></html>")
    assert _run("edition", "2026-2") == 0
    assert f"typ nu: {START} publish; dan staat de editie erin" in capsys.readouterr().out
