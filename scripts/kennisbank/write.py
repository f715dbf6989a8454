"""Change the disk: write what differs, remove what is no longer made, swap whole folders.

Only the folders and files that the build owns are touched, and no path leaves them.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from kennisbank.model.artifact import Artifact, Owned

_TEMPORARY = ".deel"


def write_artifacts(
    docs: Path, artifacts: Iterable[Artifact], owned: Owned
) -> tuple[tuple[str, ...], int]:
    """Make docs/ hold exactly `artifacts` in the owned places: paths written, files removed.

    Each is released when it is there.
    """
    made: set[str] = set()
    written = []
    for artifact in artifacts:
        _check_path(artifact.path, owned)
        made.add(artifact.path)
        if _write_if_changed(docs / artifact.path, artifact.content):
            written.append(artifact.path)
        artifact.release()
    return tuple(written), _remove_others(docs, made, owned)


def _check_path(path: str, owned: Owned) -> None:
    parts = PurePosixPath(path).parts
    if not owned.holds(path) or ".." in parts or PurePosixPath(path).is_absolute():
        raise ValueError(f"not a path that the build owns: {path}")


def _write_if_changed(file: Path, content: bytes) -> bool:
    try:
        if file.read_bytes() == content:
            return False
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, content)
    return True


def write_schemas(root: Path, schemas: Iterable[Artifact]) -> Path:
    """Put the schemas for editors in .vscode/schemas/ below `root`; give that folder."""
    folder = root / ".vscode" / "schemas"
    for schema in schemas:
        _write_if_changed(folder / schema.path, schema.content)
    return folder


def write_whole(file: Path, content: bytes) -> None:
    """Replace a file in one step: readers see the old content or the new."""
    temporary = file.with_name(f"{file.name}{_TEMPORARY}")
    try:
        temporary.write_bytes(content)
        temporary.replace(file)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _remove_others(docs: Path, made: set[str], owned: Owned) -> int:
    removed = 0
    for name in sorted(owned.files):
        if name not in made and (docs / name).is_file():
            (docs / name).unlink()
            removed += 1
    for folder in sorted(owned.folders):
        for base, _, files in os.walk(docs / folder, topdown=False):
            relative = Path(base).relative_to(docs).as_posix()
            for name in files:
                if f"{relative}/{name}" not in made:
                    (Path(base) / name).unlink()
                    removed += 1
            if not any(Path(base).iterdir()):
                Path(base).rmdir()
    return removed


def swap_folder(new: Path, current: Path) -> None:
    """Put folder `new` in the place of `current` in one step, and remove what was there."""
    if not current.exists():
        new.replace(current)
        return
    if not _exchange(new, current):
        aside = current.with_name(f"{current.name}.oud")
        shutil.rmtree(aside, ignore_errors=True)
        current.replace(aside)
        new.replace(current)
        shutil.rmtree(aside, ignore_errors=True)
    shutil.rmtree(new, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically, where Linux offers it (renameat2 with RENAME_EXCHANGE)."""
    if sys.platform != "linux":
        return False
    current_folder, exchange = -100, 2
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    return bool(
        rename(current_folder, os.fsencode(one), current_folder, os.fsencode(other), exchange) == 0
    )


def recover_folder(current: Path) -> None:
    """Put back a folder that a swap of an earlier run had set aside when it was killed."""
    aside = current.with_name(f"{current.name}.oud")
    if aside.exists() and not current.exists():
        aside.replace(current)


def put_files(root: Path, changes: Mapping[str, bytes | None]) -> None:
    """Write files whole, and remove those without content with the folders that become empty."""
    for path, content in changes.items():
        file = root / path
        if content is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, content)
            continue
        file.unlink(missing_ok=True)
        if file.parent.is_dir() and not any(file.parent.iterdir()):
            file.parent.rmdir()


def remove(place: Path) -> None:
    """Remove a file, or what is in a folder; that may itself be a link, or belong to a disk."""
    if not place.is_dir():
        place.unlink(missing_ok=True)
        return
    for inner in place.iterdir():
        if inner.is_dir() and not inner.is_symlink():
            shutil.rmtree(inner)
        else:
            inner.unlink()
    if not (place.is_symlink() or place.is_mount()):
        place.rmdir()


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder hold exactly these files, in one step."""
    fresh = folder.with_name(f"{folder.name}.nieuw")
    shutil.rmtree(fresh, ignore_errors=True)
    put_files(fresh, files)
    swap_folder(fresh, folder)


def read_folder(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder by its path, with `/`."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
