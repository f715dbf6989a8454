"""What a preview watches, and pages that are rendered when they are asked for.

MkDocs renders every changed page before it lets the browser reload. Here a page that changed is
rendered when somebody asks for it, and the others right after that, one by one: the page that is
open shows within a second, and no page is ever shown as it was.
"""

import logging
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from threading import RLock, Thread
from wsgiref.types import StartResponse, WSGIEnvironment

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from kennisbank.cli.say import explain
from kennisbank.vocabulary import OWNED_FILES, OWNED_FOLDERS

Times = tuple[tuple[str, int], ...]

_POLLING, _MANY = 0.1, 2_000
"""Seconds between two looks at the files; for more files than this MkDocs's own half second."""

_REST = 1.5
"""Seconds that the page which is open gets before the other ones are rendered."""


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


class Preview:
    """Renders single pages with what the last build of MkDocs knew of the whole site."""

    def __init__(self) -> None:
        self.lock = RLock()
        """Held while anything is made or rendered."""
        self.nav: Navigation | None = None
        self._site: tuple[MkDocsConfig, Files, Environment] | None = None
        self._stale: dict[str, File] = {}
        """Pages that changed and are not rendered yet, by where they go below the site."""

    def learn(self, config: MkDocsConfig, files: Files, env: Environment) -> None:
        """Remember what a build of MkDocs knows; it renders all that changed."""
        self._site = (config, files, env)
        self._stale.clear()

    def take(self, paths: Iterable[str]) -> bool:
        """Copy what changed, as paths below docs/, and note the pages among it for rendering.

        Gives False, and does nothing, when the last build did not know one of them.
        """
        if not self._site:
            return False
        _, files, _ = self._site
        found = [files.get_file_from_path(path) for path in paths]
        known = [file for file in found if file]
        if len(known) < len(found):
            return False
        for file in known:
            if file.is_documentation_page():
                self._stale[file.dest_uri] = file
            else:
                file.copy_file()
        Thread(target=self._render_rest, daemon=True).start()
        return True

    def render(self, destination: str) -> None:
        """Render the page that goes there, when it is stale."""
        with self.lock:
            file = self._stale.pop(destination, None)
            if file and file.page and self._site and self.nav:
                config, files, env = self._site
                _populate_page(file.page, config, files)
                _build_page(file.page, config, files.documentation_pages(), self.nav, env)

    def _render_rest(self) -> None:
        time.sleep(_REST)
        try:
            while destination := next(iter(list(self._stale)), None):
                self.render(destination)
        except OSError as error:
            logging.getLogger("mkdocs").error(explain(error))

    def answer_for(self, server: LiveReloadServer) -> None:
        """Let the server render a stale page before it gives it."""

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            asked = environ["PATH_INFO"]
            if asked.startswith(server.mount_path) and not asked.startswith("/livereload/"):
                path = asked.removeprefix(server.mount_path)
                self.render(f"{path}index.html" if asked.endswith("/") else path)
            return server.serve_request(environ, start_response)

        server.set_app(answer)
