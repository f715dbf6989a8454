"""A preview hears of what people change, and of nothing else."""

import shutil
from pathlib import Path
from queue import Empty, Queue

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from building import GOLDEN, copy_project
from kennisbank.bridge import watch
from kennisbank.write import swap_folder

PATIENCE, QUIET = 10.0, 0.5


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a record in a folder of its own."""
    (tmp_path / "concepts" / "begrippen").mkdir(parents=True)
    record = tmp_path / "concepts" / "begrippen" / "macht.yml"
    record.write_text("voorkeursterm: Macht\n", encoding="utf-8")
    return tmp_path / "concepts"


def _copy(folder: Path) -> Path:
    """Make the folder that a command puts in the place of this one."""
    return Path(shutil.copytree(folder, folder.with_name("nieuw")))


def _drain(heard: "Queue[None]") -> None:
    """Wait until nothing more is told."""
    while True:
        try:
            heard.get(timeout=QUIET)
        except Empty:
            return


def test_every_change_is_told_and_no_reading(folder: Path) -> None:
    """Writing, moving and removing are told, of a whole folder too; our own reading is not."""
    heard: Queue[None] = Queue()
    assert watch.listen(folder, lambda: heard.put(None))
    assert [file.name for file in folder.rglob("*")] == ["begrippen", "macht.yml"]
    _drain(heard)
    record = folder / "begrippen" / "macht.yml"
    record.read_bytes()
    with pytest.raises(Empty):
        heard.get(timeout=QUIET)
    other = folder / "begrippen" / "steun.yml"
    for change in (
        lambda: record.write_text("voorkeursterm: Kracht\n", encoding="utf-8"),
        lambda: record.rename(other),
        lambda: shutil.copy2(other, record),
        lambda: other.replace(record),
        lambda: swap_folder(_copy(folder), folder),
        lambda: record.write_text("voorkeursterm: Macht\n", encoding="utf-8"),
        lambda: swap_folder(_copy(folder), folder),
        lambda: record.write_text("voorkeursterm: Kracht\n", encoding="utf-8"),
        lambda: (folder / "begrippen").rename(folder / "weg"),
        lambda: shutil.rmtree(folder / "weg"),
    ):
        change()
        heard.get(timeout=PATIENCE)
        _drain(heard)


def test_nothing_is_written_among_records(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tried to see whether the disk tells of changes stands beside the records."""
    touched: list[Path] = []
    touch = Path.touch

    def note(path: Path) -> None:
        touched.append(path)
        touch(path)

    monkeypatch.setattr(Path, "touch", note)
    assert watch.listen(folder, lambda: None)
    assert touched
    assert not any(path.is_relative_to(folder) for path in touched)
    assert not any(path.exists() for path in touched)


def test_a_disk_that_tells_nothing_is_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no change is heard, or none may be tried, MkDocs goes on looking at the files."""
    monkeypatch.setattr(watch, "Observer", lambda: PollingObserver(timeout=60))
    monkeypatch.setattr(watch, "_HEARING", 0.1)
    assert not watch.listen(folder, lambda: None)
    assert not watch.listen(folder / "er-niet", lambda: None)


@pytest.mark.parametrize("many", [1, 1_000])
def test_few_records_are_looked_at_and_many_tell(
    many: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A saved record makes the preview build, whichever way it is noticed."""
    monkeypatch.setattr(watch, "_MANY", many)
    project = copy_project(tmp_path / "klein", GOLDEN / "concepts")
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(project))
    try:
        server.watch(str(project / "docs"))
        watch.watch_sources(server, project / "docs", project / "concepts")
        assert (str(project / "concepts") in server._watched_paths) == (many > 1)
        assert {emitter.timeout for emitter in server.observer.emitters} == {watch._POLLING}
        server.observer.start()
        with server._rebuild_cond:
            server._rebuild_cond.wait(timeout=QUIET)
            server._want_rebuild = False
        record = project / "concepts" / "begrippen" / "water" / "meer.yml"
        record.write_text(record.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        with server._rebuild_cond:
            assert server._rebuild_cond.wait_for(lambda: server._want_rebuild, PATIENCE)
    finally:
        server.observer.stop()
        server.server_close()
