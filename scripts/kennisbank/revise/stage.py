"""Try changes in a copy beside the records, and put the copy in place in one step."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kennisbank.config import Project
from kennisbank.model.outcome import Check
from kennisbank.pipeline import check_records
from kennisbank.revise.edits import Changes
from kennisbank.write import EDITIONS, STAGE, put_files, swap_folder

DRAWINGS = Path("docs") / "assets" / "diagrammen"
RECORDS = Path("concepts")


@contextmanager
def stage(project: Project, changes: Changes) -> Iterator[Project]:
    """Give a project with copied records and pages in which the changes are made."""
    root = project.root / STAGE
    shutil.rmtree(root, ignore_errors=True)
    try:
        shutil.copytree(project.records, root / RECORDS, symlinks=True)
        (root / DRAWINGS).mkdir(parents=True)
        if (project.root / DRAWINGS).is_dir():
            shutil.copytree(project.root / DRAWINGS, root / DRAWINGS, dirs_exist_ok=True)
        if (project.root / EDITIONS).is_dir():
            shutil.copytree(project.root / EDITIONS, root / EDITIONS)
        for file in filter(Path.is_file, project.docs.glob("*.md")):
            shutil.copy2(file, root / "docs")
        put_files(root, changes)
        yield replace(project, root=root)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def settle(project: Project, changes: Changes, must_be_right: bool = True) -> Check:
    """Make the changes whole, unless they would break a rule and `must_be_right`; give the check.

    Drawings and hand-written pages go first: a record never names one that is not there.
    """
    with stage(project, changes) as staged:
        check = check_records(staged)
        if check.is_good or not must_be_right:
            beside = {path: new for path, new in changes.items() if path.startswith("docs/")}
            put_files(project.root, {path: new for path, new in beside.items() if new is not None})
            if any(path.startswith(f"{EDITIONS}/") for path in changes):
                swap_folder(staged.root / EDITIONS, project.root / EDITIONS)
            swap_folder(staged.records, project.records)
            put_files(project.root, {path: new for path, new in beside.items() if new is None})
    return check
