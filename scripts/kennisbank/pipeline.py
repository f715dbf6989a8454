"""The story: load, validate, link, make, hold against what was published, write.

Nothing is written unless every record is right and every published address lives on. Each step
takes values and gives values; only the first reads records and only the last changes the disk.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from kennisbank.config import Project
from kennisbank.downloads import make as make_downloads_page
from kennisbank.exports import EXPORTS
from kennisbank.link.shelf import Shelf, make_shelf
from kennisbank.link.site import link_shelf
from kennisbank.link.told import link_told
from kennisbank.load.editions import find_frozen_pages, load_editions
from kennisbank.load.packages import load_packages
from kennisbank.load.raw import Reading, find_hand_written, load_records, place_faults
from kennisbank.memory import no_collecting
from kennisbank.model.artifact import Artifact
from kennisbank.model.base import Record
from kennisbank.model.outcome import Build, Check
from kennisbank.model.privacy import find_privacy
from kennisbank.model.records import RECORD_FIELDS, Records
from kennisbank.model.site import Site
from kennisbank.pages import PAGES
from kennisbank.pages.cards import add_cards
from kennisbank.pages.editions import make as make_editions_page
from kennisbank.permanence import check_addresses, check_current_edition, find_anchors, find_made
from kennisbank.problems import has_errors, sort_problems
from kennisbank.validate import validate
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
    anchors: dict[str, tuple[Record | None, frozenset[str]]] = field(default_factory=dict)
    """The fixed anchors of a page, and the record that it was made of."""

    def find_anchors(self, records: Records, address: str, page: Artifact) -> frozenset[str]:
        """Give the fixed anchors of a page, which is read again when its own record changed."""
        record = records.at(address)
        known = self.anchors.get(address)
        if known is None or known[0] is not record:
            known = self.anchors[address] = (record, find_anchors(address, page))
        return known[1]


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
        records, faults = validate(project.root, raw_records)
        found, count = sort_problems((*problems, *broken, *faults)), len(raw_records)
        if has_errors(found):
            return Check(records=records, problems=found, file_count=count)
        privacy = find_privacy(records)
        memory.shelf = make_shelf(privacy.public, with_drafts, memory.shelf)
        site = link_shelf(memory.shelf, project.site_url)
        frozen = find_frozen_pages(project.root, editions, site.settings.edition)
        told = link_told(make_shelf(privacy.told, with_drafts, memory.shelf), privacy)
        pages = make_pages(replace(site, frozen_pages=frozen, told=told))
        site = link_shelf(make_shelf(privacy.packed, False, memory.shelf), project.site_url)
        data = _remember_data(memory, privacy.packed, site)
        artifacts = (*pages, *data, *make_editions_page(site, editions))
        packages = [Artifact(*each) for each in load_packages(project.root).items()]
        artifacts = (*artifacts, *make_downloads_page(site, (*packages, *data)))
        made = find_made(artifacts, find_hand_written(project.docs))
        known = check_current_edition(site.settings, (edition.name for edition in editions))
        addresses = check_addresses(records.addresses, made, partial(memory.find_anchors, records))
        lost = place_faults(project.root, (*known, *addresses))
        return Check(
            records=records,
            problems=sort_problems((*found, *lost)),
            file_count=count,
            site=site,
            artifacts=artifacts,
        )


def _remember_data(memory: Memory, packed: Records, site: Site) -> tuple[Artifact, ...]:
    ids = tuple(frozenset(getattr(packed, name)) for name in RECORD_FIELDS.values())
    if ids != memory.ids or sum(map(len, ids)) < _MANY:
        memory.data = tuple(make_data(site))
        memory.ids = ids
    return memory.data


def make_pages(site: Site) -> Iterator[Artifact]:
    """Make every page of the site."""
    return add_cards(site, (page for make in PAGES for page in make(site)))


def make_data(site: Site) -> Iterator[Artifact]:
    """Make every data file, from a site without drafts and without what private people said."""
    for make in EXPORTS:
        yield from make(site)


def build(project: Project, with_drafts: bool = False) -> Build:
    """Check the records and write pages and data files below docs/."""
    check = check_records(project, with_drafts)
    if not check.is_good:
        return Build(check=check)
    with no_collecting():
        written, removed = write_artifacts(project.docs, check.artifacts)
    return Build(check=check, written=written, removed=removed)
