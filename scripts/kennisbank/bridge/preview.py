"""Pages that are made and rendered when they are asked for.

MkDocs renders every page before it lets the browser reload. Here a page is made and rendered when
somebody asks for it, and the others right after that, one by one. The page that is open shows at
once, no page is ever shown as it was, and a preview writes nothing below docs/: what `mkdocs build`
makes there stays as it is.
"""

import hashlib
import logging
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from threading import Event, RLock

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from kennisbank.bridge.files import MadeFile, PreviewFiles, add_missing, read_later
from kennisbank.bridge.frame import FAULTS, tell
from kennisbank.bridge.renderer import Renderer
from kennisbank.model.artifact import Artifact
from kennisbank.owned import OWNED
from kennisbank.write import write_whole

_REST = 1.5
"""Seconds that the page which is open gets before the other ones are made."""


class Preview:
    """Makes and renders single pages with what the last build of MkDocs knew of the site."""

    def __init__(self) -> None:
        self.lock = RLock()
        """Held while records are checked or a page is rendered."""
        self.nav: Navigation | None = None
        self._renderer: Renderer | None = None
        self._artifacts: tuple[Artifact, ...] = ()
        """All that is made of records."""
        self._written: tuple[Artifact, ...] = ()
        """The pages that people write."""
        self._made: dict[str, MadeFile] = {}
        """Every file of both, by its path below docs/."""
        self._stale: dict[str, MadeFile] = {}
        """Those that may have changed since they were shown, by where they go below the site."""
        self._shown: dict[str, bytes] = {}
        """The hash of what was rendered or written, by where it went."""
        self._changed = Event()
        self._is_over = False

    def adopt(self, files: Files, artifacts: Iterable[Artifact], config: MkDocsConfig) -> Files:
        """Give the files for a build of MkDocs, with all pages left for later.

        Without artifacts the last ones stay, else what a build left, else a home page that says so.
        """
        pages = [read_later(file) for file in files if file.is_documentation_page()]
        self._written = tuple(page for page in pages if not OWNED.holds(page.path))
        left = add_missing(page for page in pages if OWNED.holds(page.path))
        self._artifacts = tuple(artifacts) or self._artifacts
        others = [file for file in files if not file.is_documentation_page()]
        if self._artifacts:
            others = [file for file in others if not OWNED.holds(file.src_uri)]
        known, self._made = self._made, {}
        for artifact in (*(self._artifacts or left), *self._written):
            file = known.get(artifact.path)
            if file is None or not file.fits(config):
                file = MadeFile(artifact, config)
            file.artifact = artifact
            self._made[artifact.path] = file
        return PreviewFiles([*others, *self._made.values()])

    def learn(self, config: MkDocsConfig, files: Files, env: Environment) -> None:
        """Remember what a build of MkDocs knows; all pages are to be rendered with it."""
        assert self.nav is not None
        self._renderer = Renderer(config, files, env, self.nav)
        self._begin_anew()
        self._changed.set()

    def _begin_anew(self) -> None:
        self._shown.clear()
        self._stale = {file.dest_uri: file for file in self._made.values()}

    def take(self, artifacts: Iterable[Artifact], problems: list[dict[str, str]]) -> None:
        """Take what was made anew; what is made no more has no page from now on.

        Without artifacts the last ones stay. `problems` are what every page shows of the records.
        """
        assert self._renderer
        self._artifacts = tuple(artifacts) or self._artifacts
        if self._artifacts:
            self._replace({each.path: each for each in (*self._artifacts, *self._written)})
        self._changed.set()
        if self._renderer.show_problems(problems):
            self._begin_anew()
            self._renderer.render_lone_pages()

    def _replace(self, made: Mapping[str, Artifact]) -> None:
        assert self._renderer
        config, files = self._renderer.config, self._renderer.files
        for path in self._made.keys() - made.keys():
            files.remove(self._drop(path))
        for path, artifact in made.items():
            file = self._made.get(path)
            if file is None:
                if left := files.get_file_from_path(path):
                    files.remove(left)
                file = self._made[path] = MadeFile(artifact, config)
                files.append(file)
            elif file.artifact is artifact:
                continue
            file.artifact = artifact
            self._stale[file.dest_uri] = file

    def _drop(self, path: str) -> MadeFile:
        file = self._made.pop(path)
        self._stale.pop(file.dest_uri, None)
        self._shown.pop(file.dest_uri, None)
        Path(file.abs_dest_path).unlink(missing_ok=True)
        return file

    def show(self, destination: str) -> bytes | None:
        """Bring what goes there up to date below the site; give its hash, None for other files."""
        while (file := self._stale.get(destination)) and not self._is_over:
            with self.lock:
                artifact = file.artifact
            content = artifact.content  # made without the lock: it can take a while
            with self.lock:
                if self._stale.get(destination) is file and file.artifact is artifact:
                    self._put(file, content)
                    self._stale.pop(destination)
        return self._shown.get(destination)

    def _put(self, file: MadeFile, content: bytes) -> None:
        """Write or render a file, unless it is as it was shown."""
        mark = hashlib.blake2b(content).digest()
        if self._is_over or self._shown.get(file.dest_uri) == mark:
            return
        if file.is_documentation_page():
            assert self._renderer
            self._renderer.render(file, content.decode("utf-8-sig", errors="replace"))
        else:
            place = Path(file.abs_dest_path)
            place.parent.mkdir(parents=True, exist_ok=True)
            write_whole(place, content)
        self._shown[file.dest_uri] = mark

    def fill(self) -> None:
        """Go on bringing pages up to date that nobody asked for; data files wait for who asks."""
        while True:
            self._changed.wait()
            self._changed.clear()
            time.sleep(_REST)
            try:
                for destination, file in list(self._stale.items()):
                    if file.is_documentation_page() and not self._changed.is_set():
                        self.show(destination)
            except FAULTS as error:
                logging.getLogger("mkdocs").error(tell(error))

    def end(self) -> None:
        """Write nothing any more."""
        with self.lock:
            self._is_over = True
