"""What a preview watches: the files that people write.

MkDocs looks at every file again and again, which works on any disk and is quick for a few hundred.
Looking at more takes seconds, so there the system tells of each change itself; where it does not,
as on some network drives, MkDocs goes on looking.
"""

import logging
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from kennisbank.vocabulary import OWNED_FILES, OWNED_FOLDERS

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
    for entry in _find_hand_made(docs):
        server.watch(str(entry))
    is_many = sum(1 for _ in concepts.rglob("*.yml")) >= _MANY
    if is_many and listen(concepts, lambda: _want_rebuild(server)):
        is_many = False
    else:
        server.watch(str(concepts))
    if not is_many:
        server.observer._timeout = _POLLING


def _want_rebuild(server: LiveReloadServer) -> None:
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()


class _Listener(FileSystemEventHandler):
    """Calls a function at each change, and knows whether it ever heard of one."""

    def __init__(self) -> None:
        self.heard = Event()
        self.tell = self.heard.set

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on what changes a file; that a folder changed is said of its files too."""
        if event.event_type in _CHANGES and not (
            event.is_directory and event.event_type == "modified"
        ):
            self.tell()


def listen(folder: Path, tell: Callable[[], None]) -> bool:
    """Let the system tell of changes below a folder; False when it does not."""
    listener, observer = _Listener(), Observer()
    observer.daemon = True
    observer.schedule(listener, str(folder), recursive=True)
    trial = folder / ".kijkt.tmp"
    try:
        observer.start()
        trial.touch()
        trial.unlink()
    except OSError:
        return False
    if not listener.heard.wait(_HEARING):
        observer.stop()
        return False
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
