"""Records that git knew and that are gone: where they stood, and where to get them back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kennisbank.load.git import run_git
from kennisbank.vocabulary import KIND_BY_FOLDER

_PATIENCE = 10
"""Seconds that git may take; what it cannot say by then, the message does without."""
_TITLE = re.compile(r"^(?:voorkeursterm|naam|titel) *: *[\"']?(.+?)[\"']? *$", re.MULTILINE)

Name = tuple[str, str]
"""Kind and id of a record."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A file that git has at `revision`; that is HEAD when it is gone since the last commit."""

    gone: str
    """The file, or the folder when all of that is gone."""
    revision: str
    title: str


def find_removed(root: Path, names: frozenset[Name]) -> dict[Name, Removed]:
    """Give, of the records that are not there, those that git has had."""
    found: dict[Name, Removed] = {}
    for revision, path in _iterate_removed(root) if names else ():
        name = _name(path)
        if name in names and name not in found:
            content = _git(root, "show", f"{revision}:./{path}")
            title = _TITLE.search(content)
            found[name] = Removed(_find_gone(root, path), revision, title[1] if title else "")
    return found


def _find_gone(root: Path, path: str) -> str:
    parts = path.split("/")
    paths = ("/".join(parts[:end]) for end in range(2, len(parts) + 1))
    return next((each for each in paths if not (root / each).exists()), path)


def _iterate_removed(root: Path) -> Iterator[tuple[str, str]]:
    """Give revision and path of each record that git has, the last commit first."""
    for path in _git(root, "ls-tree", "-r", "--name-only", "HEAD", "concepts/").splitlines():
        yield "HEAD", path
    form = ("--format=%h", "--diff-filter=D", "--name-only", "--no-renames", "--relative")
    revision = ""
    for line in _git(root, "log", *form, "--", "concepts/").splitlines():
        if "/" in line:
            yield f"{revision}~1", line
        elif line:
            revision = line


def _name(path: str) -> Name | None:
    parts = path.split("/")
    kind = KIND_BY_FOLDER.get(parts[1]) if len(parts) > 2 else None
    return (kind.name, parts[-1].removesuffix(".yml")) if kind else None


def _git(root: Path, *arguments: str) -> str:
    said = run_git(root, "-c", "core.quotePath=false", *arguments, patience=_PATIENCE)
    return (said or b"").decode(errors="replace")
