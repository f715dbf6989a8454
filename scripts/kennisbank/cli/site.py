"""The command that builds the whole site."""

import argparse
import logging
import os
import runpy
import sys
import time
from contextlib import chdir
from importlib.util import find_spec

from kennisbank.cli.say import GOOD, PROBLEMS, refuse
from kennisbank.config import Project
from kennisbank.load.git import run_git

MKDOCS = "mkdocs"
RENDERERS = {
    MKDOCS: ("mkdocs", "build", "--strict"),
    "properdocs": ("properdocs", "build", "--strict"),
    "zensical": ("kennisbank.bridge.zensical",),
}
"""The module that builds the site with each, and its arguments."""


def build_site(project: Project, options: argparse.Namespace) -> int:
    """Check the records and build the site in site/; a fault leaves the old one as it was."""
    renderer = getattr(options, "renderer", MKDOCS)
    if find_spec(renderer) is None:
        return refuse(f"{renderer} is niet geïnstalleerd; typ make site RENDERER={renderer}")
    print("de site wordt gebouwd; dat kan een paar minuten duren", flush=True)
    os.environ |= {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": _find_time(project)}
    with chdir(project.root):
        is_built = _run(*RENDERERS[renderer])
    if not is_built:
        refuse("de site is niet gebouwd; de vorige is gebleven zoals zij was")
        return PROBLEMS
    print("gebouwd: site/")
    return GOOD


def _run(module: str, *arguments: str) -> bool:
    """Run a module as the command line does, in this process: ours need not be read twice."""
    typed, sys.argv = sys.argv, [module, *arguments]
    logging.disable(logging.INFO)  # that it started, and how long it took
    try:
        runpy.run_module(module, run_name="__main__")
    except SystemExit as end:
        return not end.code
    finally:
        sys.argv = typed
        logging.disable(logging.NOTSET)
    return True


def _find_time(project: Project) -> str:
    """Give the time of the last commit, unless one is set: the same input gives the same bytes."""
    committed = run_git(project.root, "log", "-1", "--format=%ct") or b""
    return (
        os.environ.get("SOURCE_DATE_EPOCH") or committed.decode().strip() or str(int(time.time()))
    )
