"""The story: load, validate, link, make, write.

Nothing is written unless every record is right. Each step takes values and gives values; only
the first reads records and only the last changes the disk.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kennisbank.config import Project
from kennisbank.exports import EXPORTS
from kennisbank.link.site import link_site
from kennisbank.load.raw import load_records
from kennisbank.model.artifact import Artifact
from kennisbank.model.records import Records
from kennisbank.model.site import Site
from kennisbank.pages import PAGES
from kennisbank.problems import Problem, has_errors, sort_problems
from kennisbank.validate import validate
from kennisbank.write import write_artifacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """All records that could be read, every problem, and how many files were read."""

    records: Records
    problems: tuple[Problem, ...]
    file_count: int

    @property
    def is_good(self) -> bool:
        """Tell whether a site may be built."""
        return not has_errors(self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """The check, and what was written and removed; nothing when the check found errors."""

    check: Check
    written: int = 0
    removed: int = 0


def check_records(project: Project) -> Check:
    """Read and check all records."""
    raw_records, problems = load_records(project.root)
    records, faults = validate(project.root, raw_records)
    return Check(
        records=records,
        problems=sort_problems((*problems, *faults)),
        file_count=len(raw_records),
    )


def make_artifacts(site: Site) -> Iterator[Artifact]:
    """Make every page and data file."""
    for make in (*PAGES, *EXPORTS):
        yield from make(site)


def build(project: Project, with_drafts: bool = False) -> Build:
    """Check the records and write pages and data files below docs/."""
    check = check_records(project)
    if not check.is_good:
        return Build(check=check)
    site = link_site(check.records, project.site_url, with_drafts)
    written, removed = write_artifacts(project.docs, make_artifacts(site))
    return Build(check=check, written=written, removed=removed)
