"""How messages reach people: one line for one cause, a true count, and never the system's words."""

import errno
import json
import os
import re
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from building import GOLDEN, build_site, copy_project
from conftest import ROOT
from kennisbank.bridge.files import add_missing
from kennisbank.bridge.frame import describe_problems
from kennisbank.cli import main
from kennisbank.cli.clock import read_today
from kennisbank.config import Project
from kennisbank.disk import explain
from kennisbank.pages.handbook import make_handbook
from kennisbank.pipeline import check_records
from kennisbank.problems import MANY, Problem, group_problems
from test_handbook import KNOWN

DRAFT = "kristel-driessens"
LEAST = 30
"""Places that rest on that person, at the least."""


def _problem(number: int, message: str = "zo kan het niet", path: str = "a.yml") -> Problem:
    return Problem(path=path, line=number, column=1, rule="yaml", message=message)


@pytest.fixture
def drafted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the real records with one person who is a draft again."""
    for name in ("concepts", "docs/assets/diagrammen"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    file = tmp_path / f"concepts/personen/{DRAFT}.yml"
    file.write_text(f"status: ontwerp\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_one_cause_is_one_line(drafted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A person set to draft gives one line, at that person, and a count that is true."""
    assert main(["check", "--format", "json"]) == 1
    problems = json.loads(capsys.readouterr().out)
    assert len(problems) >= LEAST
    assert main(["check"]) == 1
    *lines, count = capsys.readouterr().out.splitlines()
    about = [line for line in lines if DRAFT in line]
    assert len(about) == 1
    assert about[0].startswith(f"concepts/personen/{DRAFT}.yml:1:9: fout: persoon ")
    files = len({problem["path"] for problem in problems})
    assert re.search(rf"\({len(problems)} keer in {files} bestanden, het eerst in \S+\)", about[0])
    said = f"{len(problems)} fouten in {files} bestanden, samen in {len(lines)} regel"
    assert count.startswith(said)


def test_machines_get_every_place(drafted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The form for GitHub marks each of the places, in the file where it is."""
    main(["check", "--format", "json"])
    problems = json.loads(capsys.readouterr().out)
    main(["check", "--format", "github"])
    *lines, _ = capsys.readouterr().out.splitlines()
    assert len(lines) == len(problems)
    assert all(line.startswith("::error file=concepts/") for line in lines)


def test_few_places_are_each_shown() -> None:
    """What stands in a few places is shown at each; what stands in many is one line."""
    few = tuple(_problem(number) for number in range(1, MANY + 1))
    assert group_problems(few) == few
    many = (*few, _problem(9, path="b.yml"), _problem(5, "iets anders"))
    first, other = group_problems(many)
    assert first.message == f"zo kan het niet ({MANY + 1} keer in 2 bestanden)"
    assert (first.line, other.message) == (1, "iets anders")


def test_bar_links_to_the_explanation(drafted: Path) -> None:
    """The bar of a preview tells a cause once, with a link to what explains it."""
    check = check_records(Project(root=drafted, site_url="https://klein.example/"))
    told = describe_problems(check)
    environment = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)
    environment.filters["url"] = lambda path: f"../{path}"
    template = environment.get_template("delen/melding.html")
    page = template.render(config={"extra": {"problems": told}}, meta={})
    assert page.count("<li>") == len(told) < LEAST
    assert 'href="../meewerken/meldingen/#rust-op-ontwerp"' in page
    assert "niet bijgewerkt" in page
    assert 'href="../bewerken/#concepts/' in page
    notice = [{**told[0], "level": "let op"}]
    page = template.render(config={"extra": {"problems": notice}}, meta={})
    assert "niet bijgewerkt" not in page
    assert "Let op" in page


def test_every_message_has_its_anchor() -> None:
    """The page of messages, which a preview has without records too, has each rule as anchor."""
    pages = {page.path: page.content.decode() for page in add_missing(())}
    assert pages.keys() >= {page.path for page in make_handbook()}
    anchors = re.findall(r'(?:\{ #|id=")([\w-]+)', pages["meewerken/meldingen.md"])
    assert sorted(anchors) == sorted(KNOWN)


@pytest.mark.parametrize("code", [None, 0, *sorted(errno.errorcode)])
def test_disk_speaks_dutch(code: int | None) -> None:
    """What the disk refused is told without a word of the system: never Success."""
    words = os.strerror(code) if code else "Success"
    for error in (OSError(code, words, "a\nb.yml"), OSError(words), OSError(code, words)):
        said = explain(error)
        assert re.fullmatch(r'kan ("[^"]+"|een bestand) niet [a-z ]+: .+', said)
        assert words not in said
        assert "Success" not in said


def test_too_long_a_name_is_refused(
    small_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that no disk takes ends in a line of Dutch, and makes nothing."""
    monkeypatch.chdir(small_project)
    assert main(["new", "persoon", "a" * 300]) == 2
    assert "de naam heeft 300 tekens en dat is te lang" in capsys.readouterr().err
    assert not list((small_project / "concepts/personen").glob("aa*"))


def test_concept_does_not_go_up_in_itself(
    small_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A merge of a concept with itself is refused, without the concept itself as advice."""
    monkeypatch.chdir(small_project)
    assert main(["merge", "meer", "meer"]) == 2
    assert '"meer" staat er twee keer' in capsys.readouterr().err


def test_notice_stops_no_build(
    small_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is only to be looked at is counted apart, and the records count as good."""
    monkeypatch.chdir(small_project)
    book = small_project / "concepts/bronnen/het-boek.yml"
    text = book.read_text(encoding="utf-8")
    book.write_text(text.replace("Zee, A. van der", "Stroom, A."), encoding="utf-8")
    assert main(["check"]) == 0
    assert "geen fouten en 1 keer let op in 1 bestand (" in capsys.readouterr().out


def test_today_is_never_before_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH of an old commit puts nothing in the future; a later one does count."""
    later = datetime.now(UTC) + timedelta(days=400)
    for fixed, wanted in (("0", date.today()), (str(int(later.timestamp())), later.date())):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", fixed)
        assert read_today() == wanted
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "gisteren")
    assert read_today() == date.today()


def test_tomorrow_is_allowed(small_project: Path) -> None:
    """Where the author is, it can be a day later than where the records are checked."""
    record = small_project / "concepts/begrippen/water/meer.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("2026-11-23", "2026-12-02"))
    for day, rules in ((date(2026, 12, 1), []), (date(2026, 11, 30), ["datum-in-toekomst"])):
        project = Project(root=small_project, site_url="https://klein.example/", today=day)
        assert [problem.rule for problem in check_records(project).problems] == rules


def test_folder_without_rights(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be read is one line; what else there is, is looked at."""
    scan = os.scandir

    def refuse(folder: Path) -> object:
        if Path(folder).name == "leerroutes":
            raise PermissionError(errno.EACCES, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    check = check_records(Project(root=small_project, site_url="https://klein.example/"))
    assert [(problem.path, problem.rule) for problem in check.problems] == [
        ("concepts/leerroutes", "onleesbaar")
    ]


def test_page_in_another_encoding_stops_a_build(tmp_path: Path) -> None:
    """A page that is not UTF-8 is one line at its letter, and no traceback."""
    folder = copy_project(tmp_path / "klein", GOLDEN / "concepts")
    with (folder / "docs/over.md").open("ab") as page:
        page.write(b"\nCaf\xe9\n")
    os.mkfifo(folder / "docs/assets/pijp.png")
    done = build_site(folder)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "Traceback" not in said
    assert re.search(r"docs/over\.md:\d+:4: fout: bestand is opgeslagen als ANSI", said)
    assert "docs/assets/pijp.png:1:1: fout: dit is geen gewoon bestand" in said
