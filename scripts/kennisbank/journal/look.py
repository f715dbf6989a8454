"""What the files hold that a command goes by, to see later what was saved since."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from kennisbank.load.discover import is_ignored

Seen = Mapping[str, str]
"""Every file that a command goes by, with a hash of its content."""

_FOLDERS = ("concepts", "edities", "docs/assets/diagrammen")


def look(root: Path) -> Seen:
    """Give what records, drawings, editions and hand-written pages hold now."""
    return {path: mark for path in _iterate_seen(root) if (mark := hash_file(root / path))}


def _iterate_seen(root: Path) -> Iterator[str]:
    for name in _FOLDERS:
        for base, folders, files in os.walk(root / name):
            folders[:] = sorted(each for each in folders if not is_ignored(each))
            for each in sorted(files):
                file = Path(base) / each
                if not is_ignored(each) and file.is_file():
                    yield file.relative_to(root).as_posix()
    yield from (f"docs/{file.name}" for file in sorted((root / "docs").glob("*.md")))


def is_seen(path: str) -> bool:
    """Tell whether a file at this path would be among those that `look` gives."""
    folder, _, name = path.rpartition("/")
    return path.startswith(tuple(f"{each}/" for each in _FOLDERS)) or (
        folder == "docs" and name.endswith(".md")
    )


def hash_file(file: Path) -> str | None:
    """Give a hash of what a file holds, None when there is none."""
    try:
        return hash_content(file.read_bytes())
    except FileNotFoundError:
        return None


def hash_content(content: bytes) -> str:
    """Give a hash of a content."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def find_late(root: Path, seen: Seen) -> tuple[str, ...]:
    """Give the paths of what was saved, made or removed since `seen`."""
    now = look(root)
    return tuple(sorted(path for path in {*now, *seen} if now.get(path) != seen.get(path)))
