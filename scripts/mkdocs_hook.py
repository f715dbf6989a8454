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
from mkdocs.commands.build import build as build_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

sys.path.insert(0, str(Path(__file__).parent))

from kennisbank.bridge.assets import drop_unused, join_assets
from kennisbank.bridge.check import Checker
from kennisbank.bridge.finish import beside, index_site, put_in_place, unpack_editions
from kennisbank.bridge.frame import describe_problems, find_feedback
from kennisbank.bridge.preview import Preview
from kennisbank.bridge.watch import (
    Times,
    hush_dirty_builds,
    read_frame,
    read_hand_made,
    watch_sources,
)
from kennisbank.cli.clock import read_today
from kennisbank.cli.say import explain
from kennisbank.config import Project, find_project
from kennisbank.load.packages import load_packages
from kennisbank.lock import BUSY, PATIENCE, hold
from kennisbank.model.outcome import Check
from kennisbank.vocabulary import SECURITY_POLICY
from kennisbank.write import put_files, recover_folder, recover_project


class _Run:
    """What one run of MkDocs has to remember between events."""

    is_serve = False
    final_site: Path | None = None
    is_finished = False
    alone = ExitStack()
    """Holds off other commands until the build is over."""
    checked: Check | None = None
    """What the preview already checked for the next build of MkDocs."""
    checker = Checker()
    preview = Preview()
    times: tuple[Times, Times] = ((), ())
    """Of the files that every page depends on and of those made by hand, at the last save."""


_RUN = _Run()


def on_startup(command: str, dirty: bool) -> None:
    """Remember which command runs."""
    _RUN.is_serve = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the pages; a build with faults ends here, a preview goes on with the last good ones."""
    project = _project(config)
    if not _RUN.is_serve:
        if not _RUN.alone.enter_context(hold(project.root / "mkdocs.yml", PATIENCE)):
            raise Abort(BUSY.capitalize())
        recover_project(project.root)
    check = _RUN.checked = _RUN.checked or _RUN.checker.check(project, _RUN.is_serve)
    if check.records.settings:
        config.extra["feedback"] = find_feedback(check.records.settings)
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
    check, _RUN.checked = _RUN.checked, None
    return _RUN.preview.adopt(files, check.artifacts, config) if _RUN.is_serve and check else files


def _project(config: MkDocsConfig) -> Project:
    project = find_project(Path(config.config_file_path).parent)
    if project is None:
        raise Abort("De map concepts/ ontbreekt naast mkdocs.yml")
    project = replace(project, today=read_today())
    if _RUN.is_serve or not config.site_url:
        return project  # MkDocs gives a preview the address at which it serves
    return replace(project, site_url=config.site_url)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember the menu for pages that are rendered later."""
    _RUN.preview.nav = nav
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Remember what MkDocs knows, for pages that are rendered later."""
    _RUN.preview.learn(config, files, env)
    return env


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Watch what people write; after a save, make what it changes."""
    watch_sources(server, Path(config.docs_dir), _project(config).records)
    _RUN.times = read_frame(config), read_hand_made(config)
    hush_dirty_builds()
    _RUN.preview.answer_for(server)
    server.builder = lambda: _rebuild(config, server.url)
    return server


def _rebuild(config: MkDocsConfig, url: str) -> None:
    """Check what was saved; leave the pages to be made on demand when that is all.

    MkDocs builds all when something changed that every page depends on, and otherwise what people
    changed below docs/.
    """
    with _RUN.preview.lock:
        fresh = load_config(
            config_file=config.config_file_path,
            site_dir=config.site_dir,
            dev_addr=str(config.dev_addr),
        )
        check = _RUN.checker.check(_project(fresh), True)
        times, before = (read_frame(fresh), read_hand_made(fresh)), _RUN.times
        _RUN.times = times
        if times == before:
            _RUN.preview.take(check.artifacts, describe_problems(check))
            return
        _RUN.checked = check
        fresh.site_url = url
        build_mkdocs(fresh, serve_url=url, dirty=times[0] == before[0])


def on_post_build(config: MkDocsConfig) -> None:
    """Index the pages for searching; a preview does so when it has rendered all of them."""
    project, site = _project(config), Path(config.site_dir)
    if not _RUN.is_serve:
        index_site(site)
    put_files(site, load_packages(project.root))
    problems = unpack_editions(project.root, site)
    if problems and not _RUN.is_serve:
        raise Abort("\n".join(map(str, problems)))
    _RUN.is_finished = True


def on_build_error(error: Exception) -> None:
    """Leave the site as it was; what the disk refused is said in one line."""
    _RUN.is_finished = False
    if isinstance(error, OSError):
        raise Abort(f"Niet gebouwd: {explain(error)}") from error


def on_shutdown() -> None:
    """Put the whole new site in the place of the old one."""
    _RUN.preview.end()
    if _RUN.is_finished and _RUN.final_site:
        put_in_place(_RUN.final_site)
    _RUN.alone.close()
