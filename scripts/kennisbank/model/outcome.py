"""What a check found and what a build did, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kennisbank.model.artifact import Artifact
from kennisbank.model.records import Records
from kennisbank.model.site import Site
from kennisbank.problems import Problem, has_errors


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """All records that could be read, every problem, and what a build would write."""

    records: Records
    problems: tuple[Problem, ...]
    file_count: int
    site: Site | None = None
    artifacts: tuple[Artifact, ...] = ()
    made: Mapping[str, frozenset[str] | None] = field(default_factory=dict)
    """Every address that a build makes, with the fixed anchors of a page; see `find_made`."""

    @property
    def is_good(self) -> bool:
        """Tell whether a site may be built."""
        return not has_errors(self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """The check, the paths below docs/ that were written, and how many files were removed.

    Nothing was when the check found errors.
    """

    check: Check
    written: tuple[str, ...] = ()
    removed: int = 0
