"""What a preview remembers between two saves, and what it must see anew."""

import logging
import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from errno import ENOSPC
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from building import GOLDEN, ROOT, copy_project
from kennisbank.bridge.answer import answer_for
from kennisbank.bridge.preview import Preview
from kennisbank.config import Project
from kennisbank.load.raw import load_records
from kennisbank.memory import forget_unasked, remembered
from kennisbank.model.artifact import Artifact, later
from kennisbank.pipeline import check_records

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a small project whose records were saved long ago."""
    project = copy_project(tmp_path / "klein", GOLDEN / "concepts")
    for file in (project / "concepts").rglob("*.yml"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    return project


def _forget_all() -> None:
    for _ in range(2):
        forget_unasked()


def test_a_value_is_looked_at_once_as_long_as_somebody_asks() -> None:
    """The same inputs give the same answer; a run that does not ask forgets it."""

    class Value:
        pass

    seen: list[str] = []

    @remembered
    def look(value: Value, text: str) -> Iterator[str]:
        seen.append(text)
        yield text

    one = Value()
    assert look(one, "a") == look(one, "a") == ("a",)
    look(Value(), "b")
    forget_unasked()
    assert look(one, "a") == ("a",)
    look(one, "c")
    assert seen == ["a", "b", "c"]
    _forget_all()
    look(one, "a")
    assert seen == ["a", "b", "c", "a"]


def test_only_a_file_that_changed_is_read(project: Path) -> None:
    """A record is read again after a save, also one of the same size within the same tick."""
    first, _ = load_records(project)
    record = min((project / "concepts" / "begrippen").rglob("*.yml"))
    text = record.read_text(encoding="utf-8")
    for old, new in (("voorkeursterm: ", "voorkeursterm: A"), ("term: A", "term: B")):
        text = text.replace(old, new)
        record.write_text(text, encoding="utf-8", newline="\n")
        second, _ = load_records(project)
        changed = [two for one, two in zip(first, second, strict=True) if one is not two]
        assert [each.file.id for each in changed] == [record.stem]
        assert changed[0].data
        assert changed[0].data["voorkeursterm"].startswith(new[-1])


def test_random_saves(project: Path) -> None:
    """After any save a check that remembers gives what a check without memory gives."""
    dice, words = random.Random(2), Counter[str]()
    every = sorted((project / "concepts").rglob("*.yml"))
    files = {file: file.read_text(encoding="utf-8") for file in every}
    for text in files.values():
        words.update(re.findall(r"[\w-]{4,}", text))
    where = Project(root=project, site_url="https://example.org/")
    for _ in range(int(os.environ.get("SAVES", "25"))):
        file = dice.choice(every)
        if dice.random() < 0.15 and file.exists():
            file.unlink()
        elif dice.random() < 0.3 or not file.exists():
            file.write_text(files[file], encoding="utf-8", newline="\n")
        else:
            old = file.read_text(encoding="utf-8")
            found = dice.choice(re.findall(r"[\w-]{4,}", old) or [""])
            new = dice.choice([dice.choice(sorted(words)), f"[[{file.stem}]]", ""])
            file.write_text(old.replace(found, new, 1), encoding="utf-8", newline="\n")
        warm = check_records(where, True)
        made = {each.path: each.content for each in warm.artifacts}
        _forget_all()
        cold = check_records(where, True)
        assert warm.problems == cold.problems
        assert made == {each.path: each.content for each in cold.artifacts}


CONCEPTS = "concepts/begrippen"
SAVES: tuple[tuple[str, str, str], ...] = (
    (f"{CONCEPTS}/macht/empowerment.yml", "uitleg: |", "uitleg: |\n  Luisteren doet ertoe."),
    (
        f"{CONCEPTS}/macht/bureaucratie.yml",
        "voorkeursterm: Bureaucratie\nalternatieve_termen:\n",
        "voorkeursterm: Zware bureaucratie\nalternatieve_termen:\n- bureaucratie\n",
    ),
    (f"{CONCEPTS}/macht/autonomie.yml", "verbuigingen:", "verbuigingen:\n- professionals"),
    (f"{CONCEPTS}/macht/macht.yml", "verbuigingen:", "verbuigingen:\n- professionals"),
    (f"{CONCEPTS}/kernhandelingen/kwetsbaarheid.yml", "[[burgerschap", "[[macht"),
    (f"{CONCEPTS}/collectief-werk/burgerschap.yml", "omvang:", "status: ontwerp\nomvang:"),
    ("concepts/personen/marie-kamphuis.yml", "naam: Marie", "naam: Maria"),
    ("concepts/personen/mhamed-yahia.yml", "soort:", "zichtbaarheid: beperkt\nsoort:"),
    ("concepts/bronnen/zorg-en-de-staat.yml", "titel: Zorg", "titel: Zorgen"),
    ("concepts/bronnen/herontdekking-van-de-relatie.yml", "inleiding: Inl", "inleiding: De inl"),
    ("concepts/voorbeelden/droomfabriek.yml", "titel: ", "titel: Een "),
    ("concepts/leerroutes/macht-in-de-relatie.yml", "titel: ", "titel: Alle "),
    ("concepts/themas/macht.yml", "titel: ", "titel: Invloed en "),
    ("concepts/kennisbank.yml", "- macht\n", ""),
)
"""What a maintainer saves, one after the other: a file, a text in it, and what it becomes."""


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """Give the real project, in which every name may change."""
    project = copy_project(tmp_path / "echt", ROOT / "concepts")
    (project / "concepts" / "adressen.yml").unlink(missing_ok=True)
    return project


def test_a_check_that_remembers_finds_what_a_first_check_finds(real: Path) -> None:
    """After saves of any record, one by one, the pages are those that a check without memory makes.

    Three at a time: what is remembered wrongly stays wrong.
    """
    where = Project(root=real, site_url="https://example.org/")
    before = _read(check_records(where, True).artifacts)
    for number, (path, old, new) in enumerate(SAVES, start=1):
        text = (real / path).read_text(encoding="utf-8")
        assert old in text, path
        (real / path).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
        assert check_records(where, True).is_good
        if number % 3 == 0 or number == len(SAVES):
            before = _compare(where, before)


def test_a_record_that_comes_or_goes_is_on_every_page_and_in_every_file(real: Path) -> None:
    """Pages and data files are those that a check without memory makes."""
    where = Project(root=real, site_url="https://example.org/")
    before = _read(check_records(where, True).artifacts)
    twin = real / CONCEPTS / "macht" / "bureaucratie.yml"
    text = twin.read_text(encoding="utf-8")
    new = twin.with_name("stroomversnelling.yml")
    head = "voorkeursterm: Stroomversnelling\nverbuigingen:\n- professionals\n"
    new.write_text(head + text[text.index("omvang:") :], encoding="utf-8", newline="\n")
    for _ in range(2):
        before = _compare(where, before)
        new.unlink(missing_ok=True)


def _compare(where: Project, before: dict[str, bytes]) -> dict[str, bytes]:
    """Give the pages, which differ from those before and are what a first check makes."""
    warm = check_records(where, True)
    assert warm.is_good
    made = _read(warm.artifacts)
    _forget_all()
    cold = check_records(where, True)
    assert warm.problems == cold.problems
    assert made == _read(cold.artifacts)
    assert made != before, "nothing changed"
    return made


def _read(artifacts: tuple[Artifact, ...]) -> dict[str, bytes]:
    return {each.path: each.content for each in artifacts if each.path.endswith(".md")}


def test_a_lost_anchor_is_told_at_every_save(project: Path) -> None:
    """What an earlier check saw of a page does not hide that its anchor is gone."""
    where = Project(root=project, site_url="https://example.org/")
    assert check_records(where, True).is_good
    record = min((project / "concepts" / "begrippen").rglob("*.yml"))
    (project / "concepts" / "adressen.yml").write_text(
        f"adressen:\n  begrippen/{record.stem}/: stem-niemand\n", encoding="utf-8"
    )
    for _ in range(2):
        problems = check_records(where, True).problems
        assert [problem.rule for problem in problems] == ["anker-weg"]


def test_a_full_disk_is_said_in_one_line(
    project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Who asks for a page that cannot be written is told why, in the browser and the window."""

    def refuse() -> bytes:
        raise OSError(ENOSPC, "No space left on device")

    config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    preview = Preview()
    apps: list[Any] = []
    files = preview.adopt(Files([]), [later("kaart/index.md", refuse)], config)
    preview.nav = Navigation([], [])
    preview.learn(config, files, config.theme.get_env())
    server = SimpleNamespace(
        mount_path="/", set_app=apps.append, serve_request=lambda *_: [b"antwoord"]
    )
    door = SimpleNamespace(holds=lambda _: False)
    answer_for(server, preview, door)  # type: ignore[arg-type]
    statuses: list[str] = []
    with caplog.at_level(logging.ERROR, logger="mkdocs"):
        answer = apps[0]({"PATH_INFO": "/kaart/"}, lambda status, _: statuses.append(status))
    assert statuses == ["503 Not now"]
    assert b"de schijf is vol" in b"".join(answer)
    assert len(caplog.messages) == 1
    assert "vol" in caplog.messages[0]
    preview.end()
