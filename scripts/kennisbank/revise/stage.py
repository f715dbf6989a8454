"""Try changes on a copy of the records and the pages that people write."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kennisbank.config import Project
from kennisbank.journal.put import TRIAL, Changes
from kennisbank.model.outcome import Check
from kennisbank.pipeline import check_records
from kennisbank.vocabulary import WORK_FOLDER
from kennisbank.write import put_files

_COPIED = ("concepts", "edities", "docs/assets/diagrammen")


@contextmanager
def stage(project: Project, changes: Changes) -> Iterator[Project]:
    """Give a copy of the project in which the changes are made; it goes afterwards."""
    root = project.root / WORK_FOLDER / TRIAL
    shutil.rmtree(root, ignore_errors=True)
    try:
        for folder in _COPIED:
            if (project.root / folder).is_dir():
                shutil.copytree(project.root / folder, root / folder, symlinks=True)
        (root / "docs").mkdir(parents=True, exist_ok=True)
        for file in filter(Path.is_file, project.docs.glob("*.md")):
            shutil.copy2(file, root / "docs")
        put_files(root, changes)
        yield replace(project, root=root)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def try_out(project: Project, changes: Changes) -> Check:
    """Give what a check finds once the changes are made."""
    with stage(project, changes) as copy:
        return check_records(copy)
