"""What people save while a command runs is never lost, and a command happens whole or not at all.

The moments are not random here: everything is tried at every step of a change. `make fuzz` tries
whole commands at random moments.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BufferedWriter
from pathlib import Path
from threading import Thread

import pytest

import forking
from building import ROOT, copy_small, read_tree
from fuzz.saving import Saves, make_base, save_meanwhile
from kennisbank.cli import main
from kennisbank.config import find_project
from kennisbank.journal import put as journal
from kennisbank.journal import steps
from kennisbank.journal.look import look
from kennisbank.journal.move import move, place
from kennisbank.journal.put import Changes, put, recover
from kennisbank.lock import hold
from kennisbank.pipeline import check_records
from kennisbank.revise.rename import rename
from kennisbank.vocabulary import CONCEPT, WORK_FOLDER

AFFECTED, OTHER = "concepts/leerroutes/naar-zee.yml", "concepts/begrippen/vuur/vonk.yml"
NEW = "concepts/begrippen/water/zee.yml"
OLD_NAME, NEW_NAME = "concepts/begrippen/water/rivier.yml", "concepts/begrippen/water/beek.yml"
SAVED = b"bewaard\n"


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the disk: that helps against a power cut, not against what is tried here."""
    monkeypatch.setattr(os, "fsync", lambda number: None)


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Changes]:
    """Give a folder and what a rename in it would change."""
    folder = copy_small(tmp_path_factory.mktemp("gepland") / "klein")
    project = find_project(folder)
    assert project
    return folder, rename(project, check_records(project).records, CONCEPT, ("rivier", "beek"))


def _tree(root: Path) -> dict[str, bytes]:
    work = f"{WORK_FOLDER}/"
    return {path: new for path, new in read_tree(root).items() if not path.startswith(work)}


def _after(before: dict[str, bytes], changes: Changes) -> dict[str, bytes]:
    merged = {**before, **changes}
    return {path: content for path, content in merged.items() if content is not None}


def _write(file: Path) -> None:
    file.write_bytes(SAVED)


def _swap_in(file: Path) -> None:
    """Save as most editors do: beside it, and then in its place."""
    beside = file.with_name(f".{file.name}.swp")
    beside.write_bytes(SAVED)
    beside.replace(file)


def _remove(file: Path) -> None:
    file.unlink()


def _try(save: Callable[[Path], None], file: Path, saved: list[bool]) -> None:
    """Save, and note whether that worked: what is not there cannot be removed."""
    try:
        save(file)
    except FileNotFoundError:
        saved.append(False)
    else:
        saved.append(True)


BETWEEN_STEPS = (
    *((steps, "move"), (steps, "place"), (steps, "hash_file")),
    *((journal, "hash_file"), (journal, "move"), (journal, "find_late")),
)
BETWEEN_CALLS = (
    *((os, "link"), (os, "fsync"), (shutil, "rmtree"), (shutil, "copymode")),
    *((Path, each) for each in ("replace", "unlink", "mkdir", "rmdir", "write_bytes")),
)


class _Meanwhile:
    """Does something at one moment of a change: right before one of the calls that it makes."""

    def __init__(
        self,
        monkeypatch: pytest.MonkeyPatch,
        at: int,
        act: Callable[[], None],
        calls: Iterable[tuple[object, str]] = BETWEEN_STEPS,
    ) -> None:
        self.count, self.at, self.act = 0, at, act
        for owner, name in calls:
            monkeypatch.setattr(owner, name, self._wrap(getattr(owner, name)))

    def _wrap(self, function: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            self.count += 1
            if self.count == self.at:
                self.act()
            return function(*arguments, **named)

        return call


def _moments(
    planned: tuple[Path, Changes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    calls: Iterable[tuple[object, str]] = BETWEEN_STEPS,
) -> Iterator[tuple[int, Path]]:
    """Give each moment with a fresh folder."""
    trial = shutil.copytree(planned[0], tmp_path / "proef")
    with monkeypatch.context() as patch:
        counter = _Meanwhile(patch, 0, lambda: None, calls)
        assert put(trial, planned[1], look(trial)) == ()
    for at in range(1, counter.count + 1):
        folder = shutil.copytree(planned[0], tmp_path / f"klein-{at}")
        yield at, folder
        shutil.rmtree(folder)


@pytest.mark.parametrize("path", [AFFECTED, OTHER, NEW, OLD_NAME, NEW_NAME])
@pytest.mark.parametrize("save", [_write, _swap_in, _remove])
def test_save_at_every_step(
    path: str,
    save: Callable[[Path], None],
    planned: tuple[Path, Changes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is saved is there afterwards, and everything else is as before, or as it was to be."""
    before = _tree(planned[0])
    after = _after(before, planned[1])
    for at, folder in _moments(planned, tmp_path, monkeypatch):
        with monkeypatch.context() as patch:
            saved: list[bool] = []
            seen = look(folder)
            _Meanwhile(patch, at, partial(_try, save, folder / path, saved))
            late = put(folder, planned[1], seen)
        found, expected = _tree(folder), dict(before if late else after)
        if saved == [True]:
            expected.pop(path, None)
            assert found.pop(path, None) == (None if save is _remove else SAVED), at
        assert found == expected, (at, late)
        assert not (folder / WORK_FOLDER / "journaal.json").exists()


def _open(file: Path, handles: list[BufferedWriter]) -> None:
    handles.append(file.open("wb"))


def test_slow_save_at_every_step(
    planned: tuple[Path, Changes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that empties a file, is slow and then writes, finds what it wrote in its place."""
    for at, folder in _moments(planned, tmp_path, monkeypatch):
        handles: list[BufferedWriter] = []
        with monkeypatch.context() as patch:
            seen = look(folder)
            _Meanwhile(patch, at, partial(_open, folder / AFFECTED, handles))
            put(folder, planned[1], seen)
        handles[0].write(SAVED)
        handles[0].close()
        assert (folder / AFFECTED).read_bytes() == SAVED, at


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to kill a process inside a call")
def test_killed_at_every_step(
    planned: tuple[Path, Changes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed at any step, the next command finds all as before or all as it was to be."""
    before = _tree(planned[0])
    after = _after(before, planned[1])
    ends = []
    for at, folder in _moments(planned, tmp_path, monkeypatch, BETWEEN_CALLS):
        child = os.fork()
        if not child:
            _Meanwhile(monkeypatch, at, _kill_myself, BETWEEN_CALLS)
            put(folder, planned[1], look(folder))
            os._exit(0)
        os.waitpid(child, 0)
        recover(folder)
        found = _tree(folder)
        assert found in (before, after), at
        ends.append(found == after)
        assert not list(folder.glob(f"{WORK_FOLDER}/*"))
    assert ends == sorted(ends)
    assert set(ends) == {False, True}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to kill a process inside a call")
def test_killed_while_it_takes_back(
    planned: tuple[Path, Changes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed at any step of taking back, the next command takes back the rest."""
    half = shutil.copytree(planned[0], tmp_path / "half")
    before = _tree(half)
    monkeypatch.setattr(journal, "recover", lambda root: None)
    monkeypatch.setattr(journal, "is_taken", lambda *_: False)
    assert put(half, planned[1], look(half))
    monkeypatch.undo()
    for at in range(1, 100):
        folder = shutil.copytree(half, tmp_path / f"klein-{at}")
        child = os.fork()
        if not child:
            _Meanwhile(monkeypatch, at, _kill_myself, BETWEEN_CALLS)
            recover(folder)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        recover(folder)
        assert _tree(folder) == before, at
        if status == 0:
            break
    else:
        pytest.fail("never done")


def _kill_myself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_saved_after_a_kill_stays(planned: tuple[Path, Changes], tmp_path: Path) -> None:
    """What a person saves between a kill and the next command is not moved away."""
    folder = shutil.copytree(planned[0], tmp_path / "klein")
    before = _tree(folder)
    kill = (
        "import os, signal; from kennisbank.journal import put as p\n"
        "p.is_taken = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = forking.start(folder, "kennisbank", *COMMANDS[0], before=kill)
    assert killed.wait() == -signal.SIGKILL
    assert (folder / NEW_NAME).exists()
    (folder / AFFECTED).write_bytes(SAVED)
    recover(folder)
    assert _tree(folder) == {**before, AFFECTED: SAVED}


COMMANDS = (
    ["rename", "begrip", "rivier", "beek"],
    ["merge", "boot", "vaartuig"],
    ["withdraw", "persoon", "anna-stroom"],
    ["redirect", "voorbeelden/overtocht/", "voorbeelden/"],
    ["publish-addresses"],
    ["new", "persoon", "Jan de Wit"],
    ["edition", "2026-2"],
)


@pytest.fixture
def busy(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a published project with a built site, in which somebody saves before files change."""
    monkeypatch.chdir(small_project)
    assert main(["publish-addresses"]) == 0
    (small_project / "site").mkdir()
    (small_project / "site/index.html").write_text("<html><head></head><body></body></html>")
    return small_project


@pytest.mark.parametrize("path", [OTHER, AFFECTED, NEW, "docs/les.md", "concepts/kennisbank.yml"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_command_stops_for_what_was_saved(
    command: list[str],
    path: str,
    busy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever command it is, it stops with one line that names the file, and changes nothing."""
    if command[0] == "redirect":
        (busy / "concepts/voorbeelden/overtocht.yml").unlink()
    before = _tree(busy)
    real = put

    def save_first(root: Path, changes: Changes, seen: dict[str, str]) -> tuple[str, ...]:
        (root / path).write_bytes(SAVED)
        return real(root, changes, seen)

    monkeypatch.setattr("kennisbank.cli.saving.put", save_first)
    assert main(command) == 1
    assert _tree(busy) == {**before, path: SAVED}
    said = capsys.readouterr().err
    assert said == (
        f"kennisbank: er is intussen iets bewaard in {path}; "
        "er is niets veranderd, draai de opdracht nog eens\n"
    )


def test_only_the_lines_that_change(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line ends, marks, comments, order, rights and times stay; so does all that is no record."""
    monkeypatch.chdir(small_project)
    concepts = small_project / "concepts"
    for number, file in enumerate(sorted(concepts.rglob("*.yml"))):
        content = b"# eerst dit\n" + file.read_bytes()
        if number % 2:
            content = content.replace(b"\n", b"\r\n")
        file.write_bytes(b"\xef\xbb\xbf" * (number % 3 == 0) + content)
        os.utime(file, (1_700_000_000 + number, 1_700_000_000 + number))
        file.chmod(0o640)
    (concepts / ".git-iets").mkdir()
    (concepts / ".git-iets/notities.txt").write_bytes(b"van een ander programma")
    (concepts / "begrippen/leeg").mkdir()
    files = [file for file in concepts.rglob("*") if file.is_file()]
    before = {file: (file.read_bytes(), file.stat()) for file in files}
    assert main(["rename", "begrip", "rivier", "beek"]) == 0
    for file, (content, was) in before.items():
        moved = file.with_name("beek.yml") if file.stem == "rivier" else file
        now = moved.read_bytes()
        assert now.replace(b"beek", b"rivier") == content
        if now == content and moved == file:
            same = ("st_ino", "st_mtime_ns", "st_ctime_ns", "st_mode")
            assert [getattr(file.stat(), n) for n in same] == [getattr(was, n) for n in same]
        elif moved == file:
            assert file.stat().st_mode == was.st_mode
    assert (concepts / "begrippen/leeg").is_dir()
    assert {file for file in concepts.rglob("*") if file.is_file()} == {
        concepts / "adressen.yml",
        *(file.with_name("beek.yml") if file.stem == "rivier" else file for file in files),
    }


def test_folder_of_a_renamed_theme_goes(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that becomes empty goes; one in which somebody keeps something else stays."""
    monkeypatch.chdir(small_project)
    (small_project / "concepts/begrippen/water/.notitie").write_text("van mij", encoding="utf-8")
    assert main(["rename", "thema", "water", "nat"]) == 0
    assert main(["rename", "thema", "vuur", "heet"]) == 0
    assert not (small_project / "concepts/begrippen/vuur").exists()
    assert (small_project / "concepts/begrippen/water/.notitie").read_text() == "van mij"


def test_full_disk_changes_nothing(
    planned: tuple[Path, Changes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that refuses at any step leaves all as it was."""

    def refuse() -> None:
        raise OSError(28, "vol")

    before = _tree(planned[0])
    for at, folder in _moments(planned, tmp_path, monkeypatch):
        with monkeypatch.context() as patch:
            seen = look(folder)
            _Meanwhile(patch, at, refuse)
            with pytest.raises(OSError, match="vol"):
                put(folder, planned[1], seen)
        assert _tree(folder) == before, at


def test_disk_without_hard_links(
    planned: tuple[Path, Changes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a disk knows no hard links, files are moved in another way, never over another one."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    folder = shutil.copytree(planned[0], tmp_path / "klein")
    monkeypatch.setattr(os, "link", refuse)
    assert put(folder, planned[1], look(folder)) == ()
    assert _tree(folder) == _after(_tree(planned[0]), planned[1])
    other = shutil.copytree(planned[0], tmp_path / "ander")
    before, seen = _tree(other), look(other)

    def save_first(source: Path, target: Path) -> None:
        if target == other / NEW_NAME:
            _write(target)
        place(source, target)

    monkeypatch.setattr(steps, "place", save_first)
    assert put(other, planned[1], seen) == (NEW_NAME,)
    assert _tree(other) == {**before, NEW_NAME: SAVED}


def test_file_that_is_held_for_a_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a scanner or sync program may hold a file: then it is tried again, for a while."""
    (tmp_path / "een").write_bytes(SAVED)
    tries, replace = [], Path.replace

    def refuse(source: Path, target: Path) -> Path:
        tries.append(source)
        if len(tries) < 4:
            raise PermissionError
        return replace(source, target)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr("kennisbank.journal.move.time.sleep", lambda seconds: None)
    move(tmp_path / "een", tmp_path / "twee")
    assert len(tries) == 4
    monkeypatch.setattr(Path, "replace", lambda source, target: refuse(source, source))
    tries[:] = []
    monkeypatch.setattr("kennisbank.journal.move._TRIES", 2)
    with pytest.raises(PermissionError):
        move(tmp_path / "twee", tmp_path / "drie")
    assert (tmp_path / "twee").read_bytes() == SAVED


def test_one_at_a_time(tmp_path: Path) -> None:
    """A second command does not go on; after the first one it does."""
    with hold(tmp_path, 0) as first, hold(tmp_path, 0) as second:
        assert (first, second) == (True, False)
    with hold(tmp_path, 0) as third:
        assert third
    assert list(tmp_path.iterdir()) == []


def test_many_at_once_one_at_a_time(tmp_path: Path) -> None:
    """Many that take turns never hold it together, and leave nothing behind."""
    inside, most, done = [0], [0], []

    def work() -> None:
        for _ in range(10):
            with hold(tmp_path, 60) as ours:
                assert ours
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                inside[0] -= 1
        done.append(True)

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(done), most[0]) == (4, 1)
    assert list(tmp_path.iterdir()) == []


def test_killed_holder_frees_the_lock(tmp_path: Path) -> None:
    """The system lifts the lock of a command that is killed."""
    call = (
        "import sys, pathlib; from kennisbank.lock import hold\n"
        "with hold(pathlib.Path(sys.argv[1]), 0) as ours: print(ours, flush=True); input()"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    with subprocess.Popen(
        [sys.executable, "-c", call, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"True\n"
        with hold(tmp_path, 0) as ours:
            assert not ours
        holder.kill()
        holder.wait()
        with hold(tmp_path, 0) as ours:
            assert ours


def test_broken_note_is_kept(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A note that cannot be read, after a power cut, is said, and nothing is thrown away."""
    monkeypatch.chdir(small_project)
    aside = small_project / WORK_FOLDER / "oud" / "0"
    aside.parent.mkdir(parents=True)
    aside.write_bytes(SAVED)
    (small_project / WORK_FOLDER / "journaal.json").write_bytes(b"{")
    assert main(["check"]) == 1
    assert aside.read_bytes() == SAVED


@pytest.mark.slow
def test_save_at_random_moments(tmp_path: Path) -> None:
    """Real commands, and saves by their side at random moments: none is lost."""
    tally = Saves()
    save_meanwhile(tally, make_base(tmp_path / "basis"), 20, seed=12)
    assert tally.is_good, tally
