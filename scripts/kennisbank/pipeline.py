"""The story: load, validate, link, make, hold against what was published, write.

Nothing is written unless every record is right and every published address lives on. Each step
takes values and gives values; only the first reads records and only the last changes the disk.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

from kennisbank.config import Project
from kennisbank.exports import make_data
from kennisbank.link.shelf import Shelf, make_shelf
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
from kennisbank.load.raw import Reading, find_hand_written, load_records
from kennisbank.load.written import check_written
from kennisbank.memory import no_collecting
from kennisbank.model.artifact import Artifact
from kennisbank.model.edition import Edition
from kennisbank.model.outcome import Build, Check
from kennisbank.model.privacy import find_privacy
from kennisbank.model.records import RECORD_FIELDS, Records
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
from kennisbank.withdrawn.check import Looked, check_definitions, check_editions, check_names
from kennisbank.write import write_artifacts

_MANY = 1_000
"""Records of which a preview does not make all data files anew at every save."""


@dataclass(slots=True)
class Memory:
    """What a preview remembers of the last check, so that a save costs what it changes."""

    readings: dict[str, Reading] = field(default_factory=dict)
    shelf: Shelf | None = None
    ids: tuple[frozenset[str], ...] = ()
    data: tuple[Artifact, ...] = ()
    """The data files: when there are many, they are made anew when a record comes or goes."""
    index: tuple[Artifact, ...] = ()
    """What searching reads, made anew with the data files."""
    looked: Looked = field(default_factory=Looked)


def check_records(
    project: Project, with_drafts: bool = False, memory: Memory | None = None
) -> Check:
    """Read and check all records, and all that would be made of them.

    With a `memory` of an earlier check only what changed since is read, linked and looked at.
    """
    memory = memory or Memory()
    with no_collecting():
        raw_records, problems = load_records(project.root, memory.readings)
        editions, broken = load_editions(project.root)
        records, faults = validate(project.root, raw_records, project.today)
        beside = check_written(project.root, OWNED)
        found, count = sort_problems((*problems, *broken, *beside, *faults)), len(raw_records)
        left = find_left(project.root, records, editions, memory.looked)
        if has_errors(found):
            return Check(records=records, problems=sort_problems((*found, *left)), file_count=count)
        privacy = find_privacy(records)
        memory.shelf = make_shelf(privacy.public, with_drafts, memory.shelf)
        site = link_shelf(memory.shelf, project.site_url)
        told = link_told(make_shelf(privacy.told, with_drafts, memory.shelf), privacy)
        packed = link_shelf(make_shelf(privacy.packed, False, memory.shelf), project.site_url)
        frozen = find_frozen_pages(project.root, editions, site.settings.edition)
        data = _remember_data(memory, privacy.packed, packed)
        packages = [Artifact(*each) for each in load_packages(project.root).items()]
        files = (*packages, *data)
        site = replace(site, told=told, frozen_pages=frozen, editions=editions, files=files)
        artifacts = (*make_pages(site), *memory.index, *data)
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


def find_left(
    root: Path, records: Records, editions: tuple[Edition, ...], looked: Looked
) -> tuple[Problem, ...]:
    """Give a problem for each place where something that was withdrawn still stands."""
    return (
        *check_names(root, records, looked),
        *check_editions(records.withdrawn, editions),
        *place_faults(root, check_definitions(records)),
    )


def _remember_data(memory: Memory, packed: Records, site: Site) -> tuple[Artifact, ...]:
    """Give the data files; they and the index are made anew unless there are very many records."""
    ids = tuple(frozenset(getattr(packed, name)) for name in RECORD_FIELDS.values())
    if ids != memory.ids or sum(map(len, ids)) < _MANY:
        memory.data, memory.index = tuple(make_data(site)), tuple(make_index(site))
        memory.ids = ids
    return memory.data


def build(project: Project, with_drafts: bool = False) -> Build:
    """Check the records and write pages and data files below docs/."""
    check = check_records(project, with_drafts)
    if not check.is_good:
        return Build(check=check)
    with no_collecting():
        written, removed = write_artifacts(project.docs, check.artifacts, OWNED)
    return Build(check=check, written=written, removed=removed)
