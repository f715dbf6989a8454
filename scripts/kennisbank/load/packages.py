"""Find the packages that were made beside the site, when the records have not changed since."""

import hashlib
from pathlib import Path

FOLDER = "pakketten"
STAMP = "stempel.txt"


def stamp_records(root: Path) -> str:
    """Give a hash over every file in concepts/, with its path."""
    digest = hashlib.sha256()
    for file in sorted((root / "concepts").rglob("*.yml")):
        digest.update(file.relative_to(root).as_posix().encode() + b"\0")
        digest.update(file.read_bytes() + b"\0")
    return digest.hexdigest()


def load_packages(root: Path) -> dict[str, bytes]:
    """Give every package by its path in the site; none when they are of other records."""
    folder = root / FOLDER
    try:
        stamp = (folder / STAMP).read_text(encoding="ascii")
    except (FileNotFoundError, UnicodeDecodeError):
        return {}
    if stamp != stamp_records(root):
        return {}
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != STAMP
    }
