"""The command that makes the packages that take too long for every preview."""

import argparse

from kennisbank.cli.say import GOOD, PROBLEMS, print_problems, refuse
from kennisbank.config import Project
from kennisbank.load.packages import FOLDER, STAMP, stamp_records
from kennisbank.pipeline import check_records
from kennisbank.write import replace_folder


def make_packages(project: Project, options: argparse.Namespace) -> int:
    """Make every package anew, in pakketten/; the next build takes them along."""
    try:
        from kennisbank.packages import PACKAGES  # needs more than editing does
    except ModuleNotFoundError as error:
        return refuse(f"onderdeel {error.name} ontbreekt; draai make packages, dat installeert het")
    stamp = stamp_records(project.root)
    check = check_records(project)
    if not check.is_good or check.site is None:
        print_problems(check)
        return PROBLEMS
    made = {
        artifact.path: artifact.content
        for make in PACKAGES
        for artifact in make(check.site, project.docs)
    }
    replace_folder(project.root / FOLDER, {**made, STAMP: stamp.encode()})
    for path, content in made.items():
        print(f"gemaakt: {path} ({len(content) // 1024} kB)")
    return GOOD
