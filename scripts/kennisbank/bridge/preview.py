"""What a preview watches, and what it keeps to itself."""

import logging
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from kennisbank.vocabulary import OWNED_FILES, OWNED_FOLDERS


def watch_sources(server: LiveReloadServer, docs: Path) -> None:
    """Watch what people write, not what the build makes, else every save builds twice."""
    # Windows would let a second preview share the address, and nobody would see its pages.
    server.allow_reuse_address = sys.platform != "win32"
    server.unwatch(str(docs))
    for entry in sorted(docs.iterdir()):
        if entry.name not in OWNED_FOLDERS and entry.name not in OWNED_FILES:
            server.watch(str(entry))


def read_frame(config: MkDocsConfig) -> tuple[int, ...]:
    """Give the times of the files that every page depends on, in nanoseconds."""
    root = Path(config.config_file_path).parent
    files = sorted(file for file in (root / "overrides").rglob("*") if file.is_file())
    return tuple(file.stat().st_mtime_ns for file in (root / "mkdocs.yml", *files))


def hush_dirty_builds() -> None:
    """Keep MkDocs's warning about its own dirty builds from people who never asked for one."""
    logger = logging.getLogger("mkdocs.commands.build")
    logger.addFilter(lambda record: "'dirty' build" not in record.getMessage())
