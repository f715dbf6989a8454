"""The files beside the records that people write: mkdocs.yml, and what lies in docs/."""

import os
from collections.abc import Iterator
from pathlib import Path

from kennisbank.load.decode import decode_text
from kennisbank.load.files import NO_FILE, Unread, read_file
from kennisbank.model.artifact import Owned
from kennisbank.problems import Problem

SETTINGS = "mkdocs.yml"


def check_written(root: Path, owned: Owned) -> Iterator[Problem]:
    """Give what is wrong with these files as files: MkDocs would stop at one, or wait for ever.

    What is `owned` by the build is passed over.
    """
    if os.path.lexists(root / SETTINGS):
        yield from _check_text(root, SETTINGS)
    for base, folders, names in os.walk(root / "docs"):
        folder = Path(base).relative_to(root).as_posix()
        if folder == "docs":
            folders[:] = [name for name in folders if not owned.is_entry(name)]
            names = [name for name in names if not owned.is_entry(name)]
        for name in sorted(names):
            path = f"{folder}/{name}"
            if not (root / path).is_file():
                yield Problem(path=path, **NO_FILE._asdict())
            elif name.endswith(".md"):
                yield from _check_text(root, path)


def _check_text(root: Path, path: str) -> Iterator[Problem]:
    content = read_file(root / path)
    if isinstance(content, Unread):
        yield Problem(path=path, **content._asdict())
    else:
        yield from decode_text(path, content)[1]
