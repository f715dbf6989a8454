"""The command that builds the whole site."""

import argparse
import os
import subprocess
import sys
import time
from importlib.util import find_spec

from kennisbank.changes.history import run_git
from kennisbank.cli.say import GOOD, PROBLEMS, refuse
from kennisbank.config import Project

MKDOCS = "mkdocs"
RENDERERS = {
    MKDOCS: ("mkdocs", "build", "--strict"),
    "properdocs": ("properdocs", "build", "--strict"),
    "zensical": ("kennisbank.bridge.zensical",),
}
"""The module that builds the site with each, and its arguments."""
_SETTLED = "INFO"
"""How lines of MkDocs begin that are of no use here: that it started, and how long it took."""


def build_site(project: Project, options: argparse.Namespace) -> int:
    """Check the records and build the site in site/; a fault leaves the old one as it was."""
    renderer = getattr(options, "renderer", MKDOCS)
    if find_spec(renderer) is None:
        return refuse(f"{renderer} is niet geïnstalleerd; typ make site RENDERER={renderer}")
    print("de site wordt gebouwd; dat kan een paar minuten duren", flush=True)
    command = [sys.executable, "-m", *RENDERERS[renderer]]
    with subprocess.Popen(
        command,
        cwd=project.root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": _find_time(project)},
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    ) as building:
        assert building.stderr
        for line in building.stderr:
            if not line.startswith(_SETTLED):
                print(line, end="", file=sys.stderr)
    if building.returncode:
        refuse("de site is niet gebouwd; de vorige is gebleven zoals zij was")
        return PROBLEMS
    print("gebouwd: site/")
    return GOOD


def _find_time(project: Project) -> str:
    """Give the time of the last commit, unless one is set: the same input gives the same bytes."""
    committed = run_git(project.root, "log", "-1", "--format=%ct") or b""
    return (
        os.environ.get("SOURCE_DATE_EPOCH") or committed.decode().strip() or str(int(time.time()))
    )
