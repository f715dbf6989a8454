"""The bridge to MkDocs: make the pages before a build, put the whole site in place after it.

`mkdocs build` stops on a faulty record before anything is touched, and swaps the finished site
in at the very end. `mkdocs serve` never stops: it keeps the last good pages and shows the
problems on each of them. The pages themselves are plain Markdown on disk.
"""

import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

sys.path.insert(0, str(Path(__file__).parent))

from kennisbank.bridge.frame import describe_problems, make_extra
from kennisbank.bridge.session import Session
from kennisbank.bridge.whole import Begun, begin_site, beside, unpack_editions
from kennisbank.cli.say import explain
from kennisbank.config import Project, find_project
from kennisbank.journal.put import recover
from kennisbank.load.packages import load_packages
from kennisbank.lock import BUSY, PATIENCE, hold
from kennisbank.write import put_files


class _Run:
    """What one run of MkDocs has to remember between events."""

    is_serve = False
    begun: Begun | None = None
    """A whole site; None in a preview."""
    is_finished = False
    alone = ExitStack()
    """Holds off other commands until the build is over."""
    session = Session()
    """Of a preview."""


_RUN = _Run()


def on_startup(command: str, dirty: bool) -> None:
    """Remember which command runs."""
    _RUN.is_serve = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the pages; a build with faults ends here, a preview goes on with the last good ones."""
    project = _project(config)
    if _RUN.is_serve:
        check = _RUN.session.check(project)
        config.extra |= make_extra(check, is_preview=True) | {"problems": describe_problems(check)}
        return config
    if not _RUN.alone.enter_context(hold(project.root, PATIENCE)):
        raise Abort(BUSY.capitalize())
    recover(project.root)
    styles, scripts = map(str, config.extra_css), map(str, config.extra_javascript)
    begun = _RUN.begun = begin_site(project, Path(config.site_dir), styles, scripts)
    config.site_dir = str(beside(begun.final))
    config.extra |= begun.extra
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """In a preview, leave the pages to be made when somebody asks for them."""
    if not (_RUN.is_serve and (check := _RUN.session.take_check())):
        return files
    return _RUN.session.preview.adopt(files, check.artifacts, config)


def _project(config: MkDocsConfig) -> Project:
    project = find_project(Path(config.config_file_path).parent)
    if project is None:
        raise Abort("De map concepts/ ontbreekt naast mkdocs.yml")
    if _RUN.is_serve or not config.site_url:
        return project  # MkDocs gives a preview the address at which it serves
    return replace(project, site_url=config.site_url)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember the menu for pages that are rendered later."""
    _RUN.session.preview.nav = nav
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Remember what MkDocs knows, for pages that are rendered later."""
    _RUN.session.preview.learn(config, files, env)
    return env


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Watch what people write; after a save, make what it changes."""
    _RUN.session.serve(server, config, _project(config))
    return server


def on_post_build(config: MkDocsConfig) -> None:
    """Add what no page is made of: packages and kept editions."""
    if _RUN.begun:
        _RUN.begun.finish(is_packed=config.extra.get("voorgepakt", True))
    else:
        root, site = _project(config).root, Path(config.site_dir)
        put_files(site, load_packages(root))
        unpack_editions(root, site)
    _RUN.is_finished = True


def on_build_error(error: Exception) -> None:
    """Leave the site as it was; what the disk refused is said in one line."""
    _RUN.is_finished = False
    if isinstance(error, OSError):
        raise Abort(f"Niet gebouwd: {explain(error)}") from error


def on_shutdown() -> None:
    """Put the whole new site in the place of the old one."""
    _RUN.session.preview.end()
    if _RUN.is_finished and _RUN.begun:
        _RUN.begun.put_in_place()
    _RUN.alone.close()
