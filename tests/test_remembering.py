"""What a preview remembers between two saves, and what it must see anew."""

import gc
import logging
import os
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
from kennisbank.load.raw import Reading, load_records
from kennisbank.memory import remembered
from kennisbank.model.artifact import Artifact, later
from kennisbank.pipeline import Memory, check_records

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a small project whose records were saved long ago."""
    project = copy_project(tmp_path / "klein", GOLDEN / "concepts")
    for file in (project / "concepts").rglob("*.yml"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    return project


def test_a_value_is_looked_at_once_as_long_as_it_lives() -> None:
    """The same value gives the same answer; a new one is looked at."""

    class Value:
        pass

    seen: list[int] = []

    @remembered
    def look(value: Value) -> tuple[int]:
        seen.append(id(value))
        return (len(seen),)

    one = Value()
    assert (look(one), look(one)) == ((1,), (1,))
    del one
    gc.collect()
    assert look(Value()) == (2,)


def test_only_a_file_that_changed_is_read(project: Path) -> None:
    """A record is read again after a save, also one of the same size within the same tick."""
    readings: dict[str, Reading] = {}
    first, _ = load_records(project, readings)
    record = min((project / "concepts" / "begrippen").rglob("*.yml"))
    text = record.read_text(encoding="utf-8")
    for old, new in (("voorkeursterm: ", "voorkeursterm: A"), ("term: A", "term: B")):
        text = text.replace(old, new)
        record.write_text(text, encoding="utf-8", newline="\n")
        second, _ = load_records(project, readings)
        changed = [two for one, two in zip(first, second, strict=True) if one is not two]
        assert [each.file.id for each in changed] == [record.stem]
        assert changed[0].data
        assert changed[0].data["voorkeursterm"].startswith(new[-1])


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
    """After each save of any record the pages are those that a check without memory makes."""
    where, memory = Project(root=real, site_url="https://example.org/"), Memory()
    before = _pages_of(check_records(where, True, memory).artifacts)
    for path, old, new in SAVES:
        text = (real / path).read_text(encoding="utf-8")
        assert old in text, path
        (real / path).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
        before = _compare(where, memory, before)


def test_a_record_that_comes_or_goes_is_on_every_page_and_in_every_file(real: Path) -> None:
    """Pages and data files are those that a check without memory makes."""
    where, memory = Project(root=real, site_url="https://example.org/"), Memory()
    before = _pages_of(check_records(where, True, memory).artifacts)
    twin = real / CONCEPTS / "macht" / "bureaucratie.yml"
    text = twin.read_text(encoding="utf-8")
    new = twin.with_name("stroomversnelling.yml")
    head = "voorkeursterm: Stroomversnelling\nverbuigingen:\n- professionals\n"
    new.write_text(head + text[text.index("omvang:") :], encoding="utf-8", newline="\n")
    for _ in range(2):
        before = _compare(where, memory, before)
        warm, cold = (check_records(where, True, m).artifacts for m in (memory, None))
        assert {a.path: a.content for a in warm} == {a.path: a.content for a in cold}
        new.unlink(missing_ok=True)


def _compare(where: Project, memory: Memory, before: dict[str, bytes]) -> dict[str, bytes]:
    """Give the pages, which differ from those before and are what a first check makes."""
    warm, cold = check_records(where, True, memory), check_records(where, True)
    assert warm.is_good
    assert warm.problems == cold.problems
    pages = _pages_of(warm.artifacts)
    assert pages == _pages_of(cold.artifacts)
    assert pages != before, "nothing changed"
    return pages


def _pages_of(artifacts: tuple[Artifact, ...]) -> dict[str, bytes]:
    """Give every page; the list of downloads tells the sizes of data files, made less often."""
    return {
        each.path: each.content
        for each in artifacts
        if each.path.endswith(".md") and each.path != "data/index.md"
    }


def test_a_lost_anchor_is_told_at_every_save(project: Path) -> None:
    """What an earlier check saw of a page does not hide that its anchor is gone."""
    where, memory = Project(root=project, site_url="https://example.org/"), Memory()
    assert check_records(where, True, memory).is_good
    record = min((project / "concepts" / "begrippen").rglob("*.yml"))
    (project / "concepts" / "adressen.yml").write_text(
        f"adressen:\n  begrippen/{record.stem}/: stem-niemand\n", encoding="utf-8"
    )
    for _ in range(2):
        problems = check_records(where, True, memory).problems
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
    answer_for(server, preview)  # type: ignore[arg-type]
    statuses: list[str] = []
    with caplog.at_level(logging.ERROR, logger="mkdocs"):
        answer = apps[0]({"PATH_INFO": "/kaart/"}, lambda status, _: statuses.append(status))
    assert statuses == ["503 Not now"]
    assert b"de schijf is vol" in b"".join(answer)
    assert len(caplog.messages) == 1
    assert "vol" in caplog.messages[0]
    preview.end()
