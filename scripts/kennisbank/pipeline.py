"""The story: load, validate, link, make, hold against what was published, write.

Nothing is written unless every record is right and every published address lives on. Each step
takes values and gives values; only the first reads records and only the last changes the disk.
"""

from dataclasses import replace
from pathlib import Path

from kennisbank.config import Project
from kennisbank.exports import make_data
from kennisbank.link.shelf import make_shelf
from kennisbank.link.site import link_shelf
from kennisbank.link.told import link_told
from kennisbank.load.editions import (
    check_last_edition,
    find_frozen_pages,
    find_stray_editions,
    load_editions,
)
from kennisbank.load.packages import load_packages
from kennisbank.load.places import place_faults
from kennisbank.load.raw import find_hand_written, load_records
from kennisbank.load.written import check_written
from kennisbank.memory import forget_unasked, no_collecting
from kennisbank.model.artifact import Artifact
from kennisbank.model.edition import Edition
from kennisbank.model.outcome import Build, Check
from kennisbank.model.privacy import find_privacy
from kennisbank.model.records import Records
from kennisbank.model.site import Site
from kennisbank.old_files import make as make_old_files
from kennisbank.owned import OWNED
from kennisbank.pages import make_pages
from kennisbank.pages.downloads import list_packages
from kennisbank.permanence import (
    Made,
    check_addresses,
    check_current_edition,
    check_equal,
    find_made,
)
from kennisbank.problems import Fault, Problem, has_errors, sort_problems
from kennisbank.search import make_index
from kennisbank.validate import place_lost, validate
from kennisbank.withdrawn.check import check_definitions, check_editions, check_names
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
    raw_records, problems = load_records(project.root)
    editions, broken = load_editions(project.root)
    records, faults = validate(project.root, raw_records, project.today)
    beside = check_written(project.root, OWNED)
    found, count = sort_problems((*problems, *broken, *beside, *faults)), len(raw_records)
    left = find_left(project.root, records, editions)
    if has_errors(found):
        return Check(records=records, problems=sort_problems((*found, *left)), file_count=count)
    privacy = find_privacy(records)
    site = link_shelf(make_shelf(privacy.public, with_drafts), project.site_url)
    packed = link_shelf(make_shelf(privacy.packed, False), project.site_url)
    frozen = find_frozen_pages(project.root, editions, site.settings.edition)
    data = tuple(make_data(packed))
    packages = [Artifact(*each) for each in load_packages(project.root).items()]
    site = replace(
        site,
        told=link_told(privacy, with_drafts),
        frozen_pages=frozen,
        editions=editions,
        files=(*packages, *data),
    )
    artifacts = (*make_pages(site), *make_index(packed), *data)
    artifacts = (*make_old_files(site.addresses, artifacts), *artifacts)
    made, unkept = hold_published(project, records, site, artifacts)
    stray = find_stray_editions(project.root, editions)
    lost = place_lost(project.root, records, raw_records, unkept)
    return Check(
        records=records,
        problems=sort_problems((*found, *left, *stray, *lost)),
        file_count=count,
        site=packed,
        artifacts=artifacts,
        made=made,
    )


def hold_published(
    project: Project, records: Records, site: Site, artifacts: tuple[Artifact, ...]
) -> tuple[Made, tuple[Fault, ...]]:
    """Give what would be there, by path with its anchors, and what was promised and is not."""
    own = find_hand_written(project.docs, OWNED)
    made = find_made(artifacts, (*own, *list_packages(site)))
    current = site.settings.edition
    return made, (
        *check_current_edition(site.settings, (edition.name for edition in site.editions)),
        *check_last_edition(site.editions, site.settings.path, current),
        *check_equal(records, made, own),
        *check_addresses(records, made),
    )


def find_left(root: Path, records: Records, editions: tuple[Edition, ...]) -> tuple[Problem, ...]:
    """Give a problem for each place where something that was withdrawn still stands."""
    return (
        *check_names(root, records),
        *check_editions(records.withdrawn, editions),
        *place_faults(root, check_definitions(records)),
    )


def build(project: Project, with_drafts: bool = False) -> Build:
    """Check the records and write pages and data files below docs/."""
    check = check_records(project, with_drafts)
    if not check.is_good:
        return Build(check=check)
    with no_collecting():
        written, removed = write_artifacts(project.docs, check.artifacts, OWNED)
    return Build(check=check, written=written, removed=removed)
