"""The records as they were at a revision of git, read without touching the work tree."""

import io
import tempfile
import zipfile
from itertools import pairwise, takewhile
from pathlib import Path

from kennisbank.load.git import run_git
from kennisbank.load.raw import load_records
from kennisbank.model.records import Records
from kennisbank.validate import validate

PUBLISHED = "concepts/adressen.yml"


def has_history(root: Path) -> bool:
    """Tell whether git is there and knows this folder; a downloaded zip has no history."""
    return run_git(root, "rev-parse", "--git-dir") is not None


def find_publication(root: Path) -> str:
    """Give the last revision that noted new addresses: that is the last publication; or nothing.

    A rename, merge or withdrawal changes that file too, but notes no address that was not there.
    """
    found = run_git(root, "log", "--format=%H", "--", PUBLISHED) or b""
    revisions = found.decode().split()
    noted = _read_noted(root, revisions[0]) if revisions else frozenset()
    for revision, earlier in pairwise([*revisions, ""]):
        before = _read_noted(root, earlier) if earlier else frozenset()
        if noted - before:
            return revision
        noted = before
    return ""


def _read_noted(root: Path, revision: str) -> frozenset[tuple[str, str]]:
    """Give every address with each of its anchors that was noted at a revision."""
    text = (run_git(root, "show", f"{revision}:{PUBLISHED}") or b"").decode(errors="replace")
    noted = text.partition("\nadressen:\n")[2]
    lines = takewhile(lambda line: line.startswith("  "), noted.splitlines())
    pairs = (line.strip().partition(": ") for line in lines)
    return frozenset((address, name) for address, _, names in pairs for name in names.split())


def describe_revision(root: Path, revision: str) -> str:
    """Give day and short name of a revision, or nothing when there is no such revision."""
    form = ("--date=short", "--format=%cd (%h)")
    found = run_git(root, "log", "-1", *form, f"{revision}^{{commit}}", "--")
    return (found or b"").decode().strip()


def read_revision(root: Path, revision: str) -> tuple[Records, int] | None:
    """Give the records of a revision and the number of files that could not be read, or None."""
    # The folder may hold more than the records; a drawing belongs to its record.
    packed = run_git(root, "archive", "--format=zip", revision, "concepts")
    if packed is None:
        return None
    drawings = run_git(root, "archive", "--format=zip", revision, "docs/assets/diagrammen")
    with tempfile.TemporaryDirectory() as folder:
        for content in filter(None, (packed, drawings)):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                archive.extractall(folder)
        raw, problems = load_records(Path(folder))
        records, _ = validate(Path(folder), raw)
    unread = {problem.path for problem in problems} | {name for _, name in records.broken}
    return records, len(unread)
