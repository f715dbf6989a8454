"""What a preview watches: the files that people write."""

import logging
import sys
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from kennisbank.vocabulary import OWNED_FILES, OWNED_FOLDERS

Times = tuple[tuple[str, int], ...]

_POLLING, _MANY = 0.1, 2_000
"""Seconds between two looks at the files; for more files than this MkDocs's own half second."""


def watch_sources(server: LiveReloadServer, docs: Path, concepts: Path) -> None:
    """Watch what people write, not what the build makes, else every save builds twice."""
    # Windows would let a second preview share the address, and nobody would see its pages.
    server.allow_reuse_address = sys.platform != "win32"
    if sum(1 for _ in concepts.rglob("*.yml")) < _MANY:
        server.observer._timeout = _POLLING
    server.unwatch(str(docs))
    for entry in _find_hand_made(docs):
        server.watch(str(entry))


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
