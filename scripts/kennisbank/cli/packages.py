"""The command that makes the packages that take too long for every preview."""

import argparse
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from kennisbank.cli.say import GOOD, PROBLEMS, print_problems, refuse
from kennisbank.config import Project
from kennisbank.load.packages import FOLDER, STAMP, stamp_records
from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.packages import PACKAGES
from kennisbank.pipeline import check_records
from kennisbank.prompt import typed
from kennisbank.write import replace_folder

Make = Callable[[Site, Path], Iterator[Artifact]]


def make_packages(project: Project, options: argparse.Namespace) -> int:
    """Make every package anew, in pakketten/; the next build takes them along."""
    try:
        makers = [make for name, what in PACKAGES.items() if (make := _load(name, what))]
    except ModuleNotFoundError as error:
        return refuse(
            f"onderdeel {error.name} ontbreekt; typ {typed('packages')}, dat installeert het"
        )
    stamp = stamp_records(project.root)
    check = check_records(project)
    if not check.is_good or check.site is None:
        print_problems(check)
        return PROBLEMS
    made = {
        artifact.path: artifact.content
        for make in makers
        for artifact in make(check.site, project.docs)
    }
    replace_folder(project.root / FOLDER, {**made, STAMP: stamp.encode()})
    for path, content in made.items():
        print(f"gemaakt: {path} ({len(content) // 1024} kB)")
    return GOOD


def _load(name: str, what: str) -> Make | None:
    """Give the maker of a package; one that needs what this system lacks is told and passed over.

    WeasyPrint looks for the libraries of Pango, which pip does not bring along.
    """
    try:
        make: Make = import_module(f"kennisbank.packages.{name}").make
    except OSError:
        print(f"overgeslagen: {what}; daarvoor mist dit systeem Pango, op de git-host lukt het wel")
        return None
    return make
