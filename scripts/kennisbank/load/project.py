"""Everything that is read before a check: records, and what lies beside them."""

from collections.abc import Mapping
from dataclasses import dataclass

from kennisbank.config import Project
from kennisbank.load.editions import load_editions
from kennisbank.load.packages import load_packages
from kennisbank.load.raw import RawRecord, find_hand_written, load_records
from kennisbank.load.written import check_written
from kennisbank.model.artifact import Owned
from kennisbank.model.edition import Edition
from kennisbank.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Records as they were parsed, and every problem of files as files.

    `packages` are by their path in the site; `pages` are addresses that people write themselves.
    """

    records: tuple[RawRecord, ...]
    editions: tuple[Edition, ...]
    packages: Mapping[str, bytes]
    pages: tuple[str, ...]
    problems: tuple[Problem, ...]


def load(project: Project, owned: Owned) -> Loaded:
    """Read a project; what a build makes is passed over."""
    records, problems = load_records(project.root)
    editions, broken = load_editions(project.root)
    beside = check_written(project.root, owned)
    return Loaded(
        records=records,
        editions=editions,
        packages=load_packages(project.root),
        pages=find_hand_written(project.docs, owned),
        problems=(*problems, *broken, *beside),
    )
