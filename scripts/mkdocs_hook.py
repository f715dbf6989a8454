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

from kennisbank.bridge.assets import drop_unused, join_assets
from kennisbank.bridge.check import Checker
from kennisbank.bridge.finish import beside, put_in_place, unpack_editions
from kennisbank.bridge.frame import describe_problems, find_veiled, find_ways_back
from kennisbank.bridge.pack import pack_site
from kennisbank.bridge.session import Session
from kennisbank.cli.say import explain
from kennisbank.config import Project, find_project
from kennisbank.journal.put import recover
from kennisbank.load.packages import load_packages
from kennisbank.lock import BUSY, PATIENCE, hold
from kennisbank.model.addresses import EMPTY_BOOK
from kennisbank.old_files import add_old_packages
from kennisbank.vocabulary import SECURITY_POLICY
from kennisbank.write import put_files, recover_folder


class _Run:
    """What one run of MkDocs has to remember between events."""

    is_serve = False
    final_site: Path | None = None
    is_finished = False
    alone = ExitStack()
    """Holds off other commands until the build is over."""
    session = Session()
    """Of a preview."""
    book = EMPTY_BOOK
    """Where old addresses lead."""


_RUN = _Run()


def on_startup(command: str, dirty: bool) -> None:
    """Remember which command runs."""
    _RUN.is_serve = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the pages; a build with faults ends here, a preview goes on with the last good ones."""
    project = _project(config)
    if not _RUN.is_serve:
        if not _RUN.alone.enter_context(hold(project.root, PATIENCE)):
            raise Abort(BUSY.capitalize())
        recover(project.root)
    check = _RUN.session.check(project) if _RUN.is_serve else Checker().check(project, False)
    _RUN.book = check.records.addresses
    if check.records.settings:
        config.extra["ways_back"] = find_ways_back(check.records.settings)
        config.extra["publisher"] = check.records.settings.publisher
    config.extra["withdrawn"] = find_veiled(check.records.withdrawn)
    if _RUN.is_serve:
        config.extra["problems"] = describe_problems(check)
        return config
    if not check.is_good:
        raise Abort("Niet gebouwd; de site is gebleven zoals hij was")
    _RUN.final_site = Path(config.site_dir)
    recover_folder(_RUN.final_site)
    config.site_dir = str(beside(_RUN.final_site))
    config.extra["policy"] = SECURITY_POLICY
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave the theme's own files out: no page uses them. Join our styles, and our scripts."""
    drop_unused(files)
    for name, file in join_assets(config, with_mark=not _RUN.is_serve).items():
        config.extra[name] = file.src_uri
        files.append(file)
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
    project, site = _project(config), Path(config.site_dir)
    put_files(site, add_old_packages(_RUN.book, load_packages(project.root)))
    problems = unpack_editions(project.root, site)
    if problems and not _RUN.is_serve:
        raise Abort("\n".join(map(str, problems)))
    if not _RUN.is_serve and config.extra.get("voorgepakt", True):
        pack_site(site)
    _RUN.is_finished = True


def on_build_error(error: Exception) -> None:
    """Leave the site as it was; what the disk refused is said in one line."""
    _RUN.is_finished = False
    if isinstance(error, OSError):
        raise Abort(f"Niet gebouwd: {explain(error)}") from error


def on_shutdown() -> None:
    """Put the whole new site in the place of the old one."""
    _RUN.session.preview.end()
    if _RUN.is_finished and _RUN.final_site:
        put_in_place(_RUN.final_site)
    _RUN.alone.close()
