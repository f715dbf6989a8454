"""MkDocs with our hook: a build is all or nothing, a preview never stops."""

import random
import signal
import socket
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

import forking
import mkdocs_hook
from building import GOLDEN, build_site, copy_project, environment, read_tree
from kennisbank.bridge.check import Checker
from kennisbank.bridge.preview import Preview
from kennisbank.bridge.unpromised import PARTS, SERVER_PARTS, check_server, find_part
from kennisbank.config import find_project
from kennisbank.model.artifact import Artifact

KILLS = 10


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small project with a built site."""
    folder = copy_project(tmp_path_factory.mktemp("haak") / "klein", GOLDEN / "concepts")
    result = build_site(folder)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


def _spoil(record: Path) -> str:
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("rivier:", "rivieer:"), encoding="utf-8")
    return text


def test_faulty_record_leaves_the_old_site(project: Path) -> None:
    """A faulty record ends the build with one clean line each and touches nothing."""
    before = read_tree(project / "site"), read_tree(project / "docs")
    record = project / "concepts/begrippen/water/meer.yml"
    text = _spoil(record)
    try:
        result = build_site(project)
    finally:
        record.write_text(text, encoding="utf-8")
    said = result.stdout + result.stderr
    assert result.returncode == 1
    assert "Traceback" not in said
    assert (
        'concepts/begrippen/water/meer.yml:17:5: fout: begrip "rivieer" bestaat niet; '
        'bedoel je "rivier"? [onbekend-begrip]'
    ) in said
    assert (read_tree(project / "site"), read_tree(project / "docs")) == before


def test_strict_failure_leaves_the_old_site(project: Path) -> None:
    """A warning under --strict ends the build and leaves the old site."""
    before = read_tree(project / "site")
    page = project / "docs" / "over.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "\n[weg](weg.md)\n", encoding="utf-8")
    try:
        assert build_site(project, "--strict").returncode == 1
    finally:
        page.write_text(text, encoding="utf-8")
    assert read_tree(project / "site") == before


@pytest.mark.parametrize(("system", "is_shared"), [("win32", False), ("linux", True)])
def test_two_previews_do_not_share_an_address(
    system: str, is_shared: bool, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a second preview is refused, as elsewhere: there, reuse would mean sharing."""
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(mkdocs_hook, "_RUN", mkdocs_hook._Run())
    mkdocs_hook._RUN.is_serve = True
    server = LiveReloadServer(lambda: None, "127.0.0.1", 8000, str(project))
    config = load_config(str(project / "mkdocs.yml"))
    server.watch(config.docs_dir)
    server.watch(config.config_file_path)
    assert mkdocs_hook.on_serve(server, config, None).allow_reuse_address == is_shared
    server.server_close()


def test_a_second_preview_says_where_the_first_is(project: Path) -> None:
    """When its address is taken, a preview ends in one sentence, and so does `make serve`."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        done = forking.run(project, "mkdocs", "serve", "--dev-addr", address, env=environment())
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "Traceback" not in said
    assert f"Op http://{address}/ draait al iets." in said


def test_a_preview_knows_what_day_it_is(small_project: Path) -> None:
    """At every save, as `check` does: what a preview reads anew may not pass for good."""
    record = small_project / "concepts/begrippen/water/meer.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("2026-11-23", "2126-11-23"))
    project = find_project(small_project)
    assert project
    found = Checker().check(project, is_preview=True).problems
    assert [problem.rule for problem in found] == ["datum-in-toekomst"]


def test_what_is_made_no_more_is_not_shown(project: Path, tmp_path: Path) -> None:
    """Not even after a build of MkDocs, from which on all has to be shown anew."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path))
    config.extra["problems"] = []
    preview = Preview()
    preview.nav = Navigation([], [])
    one, two = Artifact("data/een.json", b"1"), Artifact("data/twee.json", b"2")
    files = preview.adopt(Files([]), (one, two), config)
    preview.learn(config, files, config.theme.get_env())
    preview.show("data/een.json")
    assert (tmp_path / "data/een.json").read_bytes() == b"1"
    preview.learn(config, files, config.theme.get_env())
    preview.take((two,), [])
    assert not (tmp_path / "data/een.json").exists()


@pytest.mark.slow
def test_kill_leaves_a_whole_site(project: Path) -> None:
    """Killed at random moments, a build leaves the old site or the new one, whole."""
    chance = random.Random(1)
    record = project / "concepts/begrippen/water/boot.yml"
    original = record.read_text(encoding="utf-8")
    start = time.monotonic()
    build_site(project)
    duration = time.monotonic() - start
    old = read_tree(project / "site")
    record.write_text(original.replace("Elke boot", "Iedere boot"), encoding="utf-8")
    other = copy_project(project.parent / "nieuw", project / "concepts")
    build_site(other)
    new = read_tree(other / "site")
    assert old != new
    for _ in range(KILLS):
        process = forking.start(project, "mkdocs", "build", "-q", env=environment())
        time.sleep(chance.uniform(0, duration * 1.1))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert read_tree(project / "site") in (old, new)
    record.write_text(original, encoding="utf-8")
    assert build_site(project).returncode == 0
    assert read_tree(project / "site") == old


@pytest.mark.parametrize("part", [*PARTS, *(f"LiveReloadServer.{name}" for name in SERVER_PARTS)])
def test_what_is_gone_from_mkdocs_is_said(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each private part of MkDocs that we use is there; without it one sentence says which."""
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, "")
    check_server(server)
    server.socket.close()
    if part in PARTS:
        assert find_part(part)
        monkeypatch.delattr(part)
        with pytest.raises(Abort, match=part):
            find_part(part)
    else:
        name = part.partition(".")[2]
        bare = SimpleNamespace(**{each: None for each in SERVER_PARTS if each != name})
        with pytest.raises(Abort, match=part):
            check_server(bare)  # type: ignore[arg-type]  # stands in for a server
