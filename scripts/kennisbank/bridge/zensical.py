"""A whole site with Zensical, which runs no hook: what the hook does comes before and after it.

    python -m kennisbank.bridge.zensical

It reads mkdocs.yml, with what the frame of the pages knows added to it.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.utils.yaml import yaml_load

from kennisbank.bridge.whole import Begun, begin_site, beside
from kennisbank.cli.say import explain, refuse
from kennisbank.config import Project, find_project
from kennisbank.journal.put import recover
from kennisbank.lock import BUSY, PATIENCE, hold
from kennisbank.write import write_whole

_SETTINGS = ".zensical.json"
"""Beside mkdocs.yml, for Zensical looks for pages from there; JSON is YAML too."""


def build(project: Project) -> None:
    """Build the site in site/; raises Abort, with the old one as it was, when that fails."""
    with hold(project.root, PATIENCE) as is_alone:
        if not is_alone:
            raise Abort(BUSY.capitalize())
        recover(project.root)
        with (project.root / "mkdocs.yml").open(encoding="utf-8") as file:
            settings: dict[str, Any] = yaml_load(file)
        site = project.root / settings.get("site_dir", "site")
        styles, scripts = settings["extra_css"], settings["extra_javascript"]
        begun = begin_site(project, site, styles, scripts)
        with _written(begun, settings) as file_name:
            command = [sys.executable, "-m", "zensical", "build", "--clean", "-f", file_name]
            if subprocess.run(command, cwd=project.root, check=False).returncode:
                raise Abort("Niet gebouwd; de site is gebleven zoals hij was")
        begun.finish(is_packed=settings["extra"].get("voorgepakt", True))
        begun.put_in_place()


@contextmanager
def _written(begun: Begun, settings: dict[str, Any]) -> Iterator[str]:
    """Put the settings for Zensical beside mkdocs.yml, for as long as it runs."""
    file = begun.project.root / _SETTINGS
    extra = {**settings["extra"], **begun.extra}
    name = os.path.relpath(beside(begun.final), begun.project.root)
    ours = {**settings, "extra": extra, "site_dir": name, "hooks": []}
    write_whole(file, json.dumps(ours, ensure_ascii=False, indent=1).encode())
    try:
        yield file.name
    finally:
        file.unlink()


def main() -> int:
    """Build the site of the checkout around the working folder; 1 when there is none."""
    project = find_project(Path.cwd())
    if project is None:
        return 1
    try:
        build(project)
    except Abort as error:
        return refuse(str(error))
    except OSError as error:
        return refuse(f"niet gebouwd: {explain(error)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
