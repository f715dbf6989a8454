"""What a preview watches: the files that people write, looked at again and again.

Looking works on any disk and notices whatever was done: files saved, put in their place or brought
by a sync program, a folder that is gone, replaced or back. It takes 3 ms for two hundred files and
30 ms for ten thousand.
"""

import logging
import os
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileModifiedEvent
from watchdog.observers.api import BaseObserver, EventEmitter
from watchdog.observers.polling import PollingObserver

from kennisbank.config import Project
from kennisbank.owned import OWNED
from kennisbank.vocabulary import SETTINGS_FILE

Look = dict[str, tuple[int, ...]]
"""When each file changed and how big it is, and which folders there are."""

_REST, _LONGEST, _SHARE = 0.1, 2.0, 10
"""Seconds between two looks, at least and at most, and how many times the work of a look."""


def look(places: Iterable[Path]) -> Look:
    """Look at these files and folders and all below them; what cannot be seen is not there."""
    seen: Look = {}
    for place in places:
        _look_at(place, seen)
    return seen


def _look_at(place: "Path | os.DirEntry[str]", seen: Look) -> None:
    """Add a file, or a folder with what is in it but for hidden files and editors' copies."""
    with suppress(OSError):
        if not place.is_dir():
            state = place.stat()
            seen[os.fspath(place)] = (state.st_mtime_ns, state.st_ctime_ns, state.st_size)
            return
        seen[os.fspath(place)] = ()
        with os.scandir(place) as entries:
            for entry in entries:
                if not (entry.name.startswith(".") or entry.name.endswith("~")):
                    _look_at(entry, seen)


def look_at_frame(project: Project) -> Look:
    """Look at what every page depends on."""
    root = project.root
    return look((root / "mkdocs.yml", project.records / SETTINGS_FILE, root / "overrides"))


def look_at_hand_made(project: Project) -> Look:
    """Look at the pages, styles and drawings that people make."""
    entries = project.docs.glob("*")
    return look(each for each in entries if not OWNED.is_entry(each.name))


def look_at_all(project: Project) -> Look:
    """Look at all that people write."""
    return look((project.records,)) | look_at_frame(project) | look_at_hand_made(project)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What to watch, and how it was before the first pages were made."""

    project: Project
    seen: Look
    making: Lock = field(default_factory=Lock)
    """Held while pages are made: looking would only slow that down."""


class _Looker(EventEmitter):
    """Looks at all that people write, or at a folder that somebody asked MkDocs to watch too."""

    seen: Look | None = None
    sources: Sources | None = None

    def queue_events(self, timeout: float) -> None:
        """Tell when something is otherwise than at the last look, then rest for a while."""
        begin, before = time.thread_time(), self.seen
        if self.sources:
            with self.sources.making:
                self.seen = look_at_all(self.sources.project)
        else:
            self.seen = look((Path(self.watch.path),))
        if before not in (None, self.seen):
            self.queue_event(FileModifiedEvent(self.watch.path))
        rest = min(max(timeout, _SHARE * (time.thread_time() - begin)), _LONGEST)
        self.stopped_event.wait(rest)


class _Observer(PollingObserver):
    """An observer for the preview of MkDocs that looks in our way."""

    def __init__(self) -> None:
        BaseObserver.__init__(self, _Looker, timeout=_REST)


def watch_sources(server: LiveReloadServer, config: MkDocsConfig, sources: Sources) -> None:
    """Watch what people write, not what a build makes, else every save builds twice."""
    # Windows would let a second preview share the address, and nobody would see its pages.
    server.allow_reuse_address = sys.platform != "win32"
    server.unwatch(config.docs_dir)
    server.unwatch(config.config_file_path)
    server.observer = _Observer()
    server.watch(str(sources.project.root))
    for emitter in server.observer.emitters:
        assert isinstance(emitter, _Looker)
        emitter.seen, emitter.sources = sources.seen, sources


def hush_dirty_builds() -> None:
    """Keep MkDocs's warning about its own dirty builds from people who never asked for one."""
    logger = logging.getLogger("mkdocs.commands.build")
    logger.addFilter(lambda record: "'dirty' build" not in record.getMessage())
