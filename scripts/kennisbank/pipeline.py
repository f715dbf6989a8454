"""The story: load, validate, link, make, hold against what was published, write.

Nothing is written unless every record is right and every published address lives on. Each step
takes values and gives values; only the first reads records and only the last changes the disk.
"""

from dataclasses import replace

from kennisbank.config import Project
from kennisbank.exports import make_data
from kennisbank.link.sites import link
from kennisbank.load.editions import find_frozen_pages, find_stray_editions
from kennisbank.load.project import load
from kennisbank.memory import forget_unasked, no_collecting
from kennisbank.model.artifact import Artifact
from kennisbank.model.outcome import Build, Check
from kennisbank.old_files import make_old_files
from kennisbank.owned import OWNED
from kennisbank.pages import make_pages
from kennisbank.pages.downloads import list_packages
from kennisbank.permanence import find_made, hold
from kennisbank.problems import has_errors, sort_problems
from kennisbank.search import make_index
from kennisbank.validate import place_lost, validate
from kennisbank.withdrawn.check import find_left
from kennisbank.write import write_artifacts


def check_records(project: Project, with_drafts: bool = False) -> Check:
    """Read and check all records, and all that would be made of them.

    What did not change since the last check is not read, linked or looked at anew.
    """
    with no_collecting():
        check = _check(project, with_drafts)
        forget_unasked()
        return check


def _check(project: Project, with_drafts: bool) -> Check:
    loaded = load(project, OWNED)
    records, faults = validate(project.root, loaded.records, project.today)
    left = find_left(project.root, records, loaded.editions)
    stray = find_stray_editions(project.root, loaded.editions)
    found = Check(
        records=records,
        problems=sort_problems((*loaded.problems, *faults, *left, *stray)),
        file_count=len(loaded.records),
    )
    if has_errors((*loaded.problems, *faults)):
        return found
    site, packed = link(records, project.site_url, with_drafts)
    data = tuple(make_data(packed))
    site = replace(
        site,
        frozen_pages=find_frozen_pages(project.root, loaded.editions, site.settings.edition),
        editions=loaded.editions,
        files=(*(Artifact(*each) for each in loaded.packages.items()), *data),
    )
    artifacts = (*data, *make_pages(site), *make_index(packed))
    artifacts = (*make_old_files(site.addresses, artifacts), *artifacts)
    made = find_made(artifacts, (*loaded.pages, *list_packages(site)))
    unkept = hold(records, site, made, loaded.pages)
    lost = place_lost(project.root, records, loaded.records, unkept)
    problems = sort_problems((*found.problems, *lost))
    return replace(found, problems=problems, site=packed, artifacts=artifacts, made=made)


def build(project: Project, with_drafts: bool = False) -> Build:
    """Check the records and write pages and data files below docs/."""
    check = check_records(project, with_drafts)
    if not check.is_good:
        return Build(check=check)
    with no_collecting():
        written, removed = write_artifacts(project.docs, check.artifacts, OWNED)
    return Build(check=check, written=written, removed=removed)
