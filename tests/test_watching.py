"""A preview notices what people change, and nothing else."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from building import GOLDEN, copy_project
from kennisbank.bridge.watch import Look, look, look_at_all, watch_sources
from kennisbank.config import Project
from kennisbank.write import swap_folder, write_whole

PATIENCE, QUIET = 10.0, 0.5


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give a small project."""
    root = copy_project(tmp_path / "klein", GOLDEN / "concepts")
    return Project(root=root, site_url="https://klein.example/")


def _swap(folder: Path) -> None:
    """Put a whole new folder in the place of this one, as a command does."""
    swap_folder(Path(shutil.copytree(folder, folder.with_name("concepts.nieuw"))), folder)


def _flatten(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.touch()


def _restore(record: Path) -> None:
    """Put an older text back with its time, as a sync program or a backup does."""
    state = record.stat()
    write_whole(record, record.read_bytes().replace(b"staat stil", b"stil staat"))
    os.utime(record, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert record.stat().st_size == state.st_size


def _list_changes(root: Path) -> dict[str, Callable[[], object]]:
    concepts = root / "concepts"
    record, other = (concepts / f"begrippen/water/{name}.yml" for name in ("meer", "plas"))
    return {
        "save": lambda: record.write_text("voorkeursterm: Meer\n", encoding="utf-8"),
        "put in place": lambda: write_whole(record, record.read_bytes()),
        "new": lambda: shutil.copy2(record, other),
        "removed": record.unlink,
        "renamed": lambda: record.rename(other),
        "brought with its time": lambda: _restore(record),
        "folder swapped": lambda: _swap(concepts),
        "folder renamed": lambda: (concepts / "begrippen").rename(concepts / "weg"),
        "records emptied": lambda: shutil.rmtree(concepts / "begrippen"),
        "records gone": lambda: concepts.rename(root / "weg"),
        "records a file": lambda: _flatten(concepts),
        "new empty folder": lambda: (concepts / "begrippen/vuur2").mkdir(),
        "drawing": lambda: (root / "docs/assets/diagrammen/de-loop.svg").touch(),
        "new page": lambda: (root / "docs/nieuw.md").touch(),
        "style": lambda: (root / "docs/assets/kaart.css").touch(),
        "frame": lambda: (root / "overrides/main.html").touch(),
        "settings": lambda: (root / "mkdocs.yml").touch(),
    }


CHANGES = sorted(_list_changes(Path()))


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_seen(change: str, project: Project) -> None:
    """Whatever people or their programs do to what they write, a second look differs."""
    before = look_at_all(project)
    _list_changes(project.root)[change]()
    assert look_at_all(project) != before


def test_what_we_do_is_not_seen(project: Project) -> None:
    """Reading, what a build makes, hidden files and editors' copies are no change."""
    before = look_at_all(project)
    meer = project.records / "begrippen/water/meer.yml"
    meer.read_bytes()
    for name in (".meer.yml.swp", "meer.yml~"):
        meer.with_name(name).touch()
    for path in ("begrippen/meer/index.md", "data/meer.json", "index.md"):
        made = project.docs / path
        made.parent.mkdir(parents=True, exist_ok=True)
        made.touch()
    (project.root / "site").mkdir()
    assert look_at_all(project) == before


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    """A link to a folder above it does not keep us looking."""
    (tmp_path / "rond").symlink_to(tmp_path)
    assert look([tmp_path])


@pytest.fixture
def heard(project: Project) -> Iterator[Queue[None]]:
    """Start the server of a preview that tells when it would build."""
    queue: Queue[None] = Queue()
    with _preview(project, queue, look_at_all(project)):
        yield queue


class _preview:  # noqa: N801  # used as a context manager
    """A server as MkDocs makes it, that tells a queue when it would build."""

    def __init__(self, project: Project, queue: Queue[None], seen: Look) -> None:
        self.server = LiveReloadServer(lambda: queue.put(None), "127.0.0.1", 0, str(project.root))
        config = load_config(str(project.root / "mkdocs.yml"))
        self.server.watch(config.docs_dir)
        self.server.watch(config.config_file_path)
        watch_sources(self.server, config, project, seen)
        self.server.watch(str(project.root / "scripts"))  # what somebody asked MkDocs to watch
        self.thread = Thread(target=self.server.serve)

    def __enter__(self) -> None:
        self.thread.start()

    def __exit__(self, *_: object) -> None:
        self.server.shutdown(wait=True)
        self.thread.join()


def test_preview_hears_of_change_after_change(project: Project, heard: Queue[None]) -> None:
    """The server builds after each of these, also when the folder was away in between."""
    with pytest.raises(Empty):
        heard.get(timeout=QUIET)
    concepts, away = project.records, project.root / "weg"
    record = concepts / "begrippen/water/meer.yml"
    for change in (
        lambda: record.write_text("voorkeursterm: Meer\n", encoding="utf-8"),
        lambda: concepts.rename(away),
        lambda: away.rename(concepts),
        lambda: record.write_text("voorkeursterm: Plas\n", encoding="utf-8"),
        lambda: _swap(concepts),
        lambda: record.write_text("voorkeursterm: Zee\n", encoding="utf-8"),
        lambda: (project.root / "scripts/nieuw.py").touch(),
    ):
        change()
        heard.get(timeout=PATIENCE)
        while not heard.empty():
            heard.get()


def test_what_changed_during_the_first_build_is_news(project: Project) -> None:
    """A save that came while the first pages were made is not missed."""
    seen, queue = look_at_all(project), Queue[None]()
    (project.records / "begrippen/water/meer.yml").touch()
    with _preview(project, queue, seen):
        queue.get(timeout=PATIENCE)
