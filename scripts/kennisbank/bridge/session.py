"""A preview while it runs: what it saw of the files, and how it makes anew what a save changes."""

import logging
from pathlib import Path

from mkdocs.commands.build import build as build_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from kennisbank.bridge.answer import answer_for, refuse_taken
from kennisbank.bridge.check import Checker
from kennisbank.bridge.desk import Desk
from kennisbank.bridge.frame import (
    FAULTS,
    Shown,
    describe_gone,
    describe_problems,
    describe_stop,
    tell,
)
from kennisbank.bridge.guard import Door
from kennisbank.bridge.preview import Preview
from kennisbank.bridge.unpromised import check_server
from kennisbank.bridge.watch import (
    Look,
    Sources,
    hush_dirty_builds,
    look_at_all,
    look_at_frame,
    look_at_hand_made,
    watch_sources,
)
from kennisbank.config import Project, find_project
from kennisbank.model.outcome import Check

_Looks = tuple[Look, Look]


class Session:
    """The state of one preview."""

    def __init__(self) -> None:
        self.preview = Preview()
        self.checker = Checker()
        self._checked: Check | None = None
        """What was already checked for the next build of MkDocs."""
        self._seen: Look = {}
        """All that people write, as it was before the first pages were made."""
        self._looks: _Looks | None = None
        """At what every page depends on and at what is made by hand, before the last whole build;
        None when that failed."""

    def check(self, project: Project) -> Check:
        """Give the check for a build of MkDocs."""
        if not self._seen:
            self._seen, self._looks = look_at_all(project), _look(project)
        if self._checked is None:
            self._checked = self.checker.check(project, True)
        return self._checked

    def take_check(self) -> Check | None:
        """Give the check, once."""
        check, self._checked = self._checked, None
        return check

    def serve(self, server: LiveReloadServer, config: MkDocsConfig, project: Project) -> None:
        """Watch what people write; after a save, make what it changes."""
        check_server(server)
        sources = Sources(project=project, seen=self._seen)
        watch_sources(server, config, sources)
        hush_dirty_builds()

        def rebuild() -> None:
            with sources.making, self.preview.lock:
                self._rebuild(config, project.root, server.url)

        server.builder = rebuild
        answer_for(server, self.preview, Door(Desk(project, rebuild), config.site_name))
        refuse_taken(server)

    def _rebuild(self, config: MkDocsConfig, root: Path, url: str) -> None:
        """Make what a save changes; what cannot be made stays, and every page says that it is old.

        An error here would leave every request without an answer.
        """
        before, self._looks, self._checked = self._looks, None, None
        try:
            gone = describe_gone(root)
            self._looks = None if gone else self._make_anew(config, root, url, before)
        except FAULTS as error:
            gone = describe_stop(error)
        if gone:
            self._show_old(gone)

    def _show_old(self, reasons: list[Shown]) -> None:
        """Let every page say why it is an old one; with a broken frame there is none to show."""
        try:
            self.preview.take((), reasons)
        except FAULTS as error:
            logging.getLogger("mkdocs").error(tell(error))

    def _make_anew(
        self, config: MkDocsConfig, root: Path, url: str, before: _Looks | None
    ) -> _Looks:
        """Check what was saved; leave the pages to be made on demand when that is all.

        MkDocs builds all when something changed that every page depends on, and otherwise what
        people changed below docs/.
        """
        fresh = load_config(
            config_file=config.config_file_path,
            site_dir=config.site_dir,
            dev_addr=str(config.dev_addr),
        )
        project = find_project(root)
        if project is None:
            raise Abort("concepts/ is weg")  # since a moment ago: the next look says so
        looks = _look(project)
        check = self.checker.check(project, True)
        if looks == before:
            self.preview.take(check.artifacts, describe_problems(check))
            return looks
        self._checked = check
        fresh.site_url = url
        build_mkdocs(fresh, serve_url=url, dirty=bool(before and looks[0] == before[0]))
        return looks


def _look(project: Project) -> _Looks:
    return look_at_frame(project), look_at_hand_made(project)
