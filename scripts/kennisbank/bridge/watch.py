"""What a preview watches: the files that people write.

MkDocs looks at every file again and again, which works on any disk and is quick for a few hundred.
Looking at more takes seconds, so there the system tells of each change itself; where it does not,
as on some network drives, MkDocs goes on looking.
"""

import logging
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Event

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from kennisbank.vocabulary import OWNED_FILES, OWNED_FOLDERS, WORK_FOLDER

Times = tuple[tuple[str, int], ...]

_POLLING, _MANY = 0.1, 500
"""Seconds between two looks at the files; so many records are too many to look at."""
_HEARING = 1.0
"""Seconds in which the system must tell of a change."""
_CHANGES = frozenset({"created", "modified", "moved", "deleted"})


def watch_sources(server: LiveReloadServer, docs: Path, concepts: Path) -> None:
    """Watch what people write, not what the build makes, else every save builds twice."""
    # Windows would let a second preview share the address, and nobody would see its pages.
    server.allow_reuse_address = sys.platform != "win32"
    server.unwatch(str(docs))
    are_few = sum(1 for _ in concepts.rglob("*.yml")) < _MANY
    is_told = not are_few and listen(concepts, lambda: _want_rebuild(server))
    if are_few or is_told:
        server.observer._timeout = _POLLING  # of what is watched from here on
    for entry in _find_hand_made(docs) if is_told else (*_find_hand_made(docs), concepts):
        server.watch(str(entry))


def _want_rebuild(server: LiveReloadServer) -> None:
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()


class _Listener(FileSystemEventHandler):
    """Calls a function at each change below a folder, also when another folder took its place."""

    def __init__(self, folder: Path, tell: Callable[[], None]) -> None:
        self.folder = folder
        self.tell = tell
        self.attend()

    def attend(self) -> None:
        """Listen to the folder that is there now; raises OSError when that cannot be."""
        self.place = _find_place(self.folder)
        self.observer = Observer()
        self.observer.daemon = True
        self.observer.schedule(self, str(self.folder), recursive=True)
        self.observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on what changes a file; that a folder changed is said of its files too."""
        is_folder_only = event.is_directory and event.event_type == "modified"
        if event.event_type not in _CHANGES or is_folder_only:
            return
        if _find_place(self.folder) not in (self.place, None):
            self.observer.stop()
            self.attend()
        self.tell()


def _find_place(folder: Path) -> int | None:
    """Tell which folder it is: a command puts a whole new one in its place."""
    try:
        return folder.stat().st_ino
    except OSError:
        return None


def listen(folder: Path, tell: Callable[[], None]) -> bool:
    """Let the system tell of changes below a folder; False when it does not.

    That is tried beside the folder, on the same disk: nothing is ever written among the records.
    """
    heard, beside = Event(), folder.parent / WORK_FOLDER
    try:
        beside.mkdir(exist_ok=True)
        listener = _Listener(folder, heard.set)
        trial = listener.observer.schedule(listener, str(beside))
        (beside / "kijkt").touch()
        (beside / "kijkt").unlink()
        with suppress(OSError):
            beside.rmdir()
    except OSError:
        return False
    if not heard.wait(_HEARING):
        listener.observer.stop()
        return False
    listener.observer.unschedule(trial)
    listener.tell = tell
    return True


def read_frame(config: MkDocsConfig) -> Times:
    """Give the times of the files that every page depends on, in nanoseconds."""
    root = Path(config.config_file_path).parent
    return _read_times(
        (root / "mkdocs.yml", root / "concepts" / "kennisbank.yml", root / "overrides")
    )


def read_hand_made(config: MkDocsConfig) -> Times:
    """Give the times of the pages, styles and drawings that people make, in nanoseconds."""
    return _read_times(_find_hand_made(Path(config.docs_dir)))


def _find_hand_made(docs: Path) -> list[Path]:
    entries = sorted(docs.iterdir())
    return [each for each in entries if each.name not in (*OWNED_FOLDERS, *OWNED_FILES)]


def _read_times(places: Iterable[Path]) -> Times:
    files = [
        file for place in places for file in ([place] if place.is_file() else place.rglob("*"))
    ]
    return tuple((str(file), file.stat().st_mtime_ns) for file in sorted(files) if file.is_file())


def hush_dirty_builds() -> None:
    """Keep MkDocs's warning about its own dirty builds from people who never asked for one."""
    logger = logging.getLogger("mkdocs.commands.build")
    logger.addFilter(lambda record: "'dirty' build" not in record.getMessage())
