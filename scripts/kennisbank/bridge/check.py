"""The check of the records before MkDocs renders anything."""

from dataclasses import replace

from kennisbank.cli import print_problems
from kennisbank.cli.clock import read_today
from kennisbank.config import Project
from kennisbank.handbook.schemas import Ids, list_ids, make_schemas
from kennisbank.journal.put import recover
from kennisbank.lock import PATIENCE, hold
from kennisbank.model.outcome import Check
from kennisbank.pipeline import build, check_records
from kennisbank.write import write_schemas


class Checker:
    """Checks the records and prints what is wrong."""

    def __init__(self) -> None:
        self._ids: Ids | None = None
        """What the schemas for editors, as they are now, know of."""

    def check(self, project: Project, is_preview: bool) -> Check:
        """Check the records; for a build also write the pages, for a preview show drafts.

        What lies in the future is held against today: a preview can be open for days.
        """
        project = replace(project, today=read_today())
        if is_preview:
            with hold(project.root, PATIENCE) as is_alone:  # else half of a command shows
                if is_alone:
                    recover(project.root)
                check = check_records(project, with_drafts=True)
        else:
            check = build(project).check
        print_problems(check)
        if check.is_good and (ids := list_ids(check.records)) != self._ids:
            write_schemas(project.root, make_schemas(ids))
            self._ids = ids
        return check
