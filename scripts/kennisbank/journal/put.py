"""Change files whole or not at all, and never over what somebody saved meanwhile.

A command looks at all files first (`look`), plans, and then puts its changes in place (`put`).
That begins with another look: when anything is not as it was, nothing is changed.

Each file that has to go is moved aside and compared once more *there*, and what takes its place
may only go where nothing stands by then. So nothing is overwritten or removed unseen: an editor
that saves at that very moment finds no file and makes one, which is in the way, or has the old
file open, which shows when it lies aside. Either way everything is moved back: the same files,
with their times, also for a program that has them open. What does not change is not touched.

All steps are noted before the first, so that after a kill the next command moves them back
(`recover`). Removing that note is what makes the changes final.

What remains: a program that opened a file before it was moved aside, without emptying it, and first
writes to it after the last comparison, a few thousandths of a second later, writes to a file that
goes. And on a disk without hard links (exFAT, some network drives) a file that comes into being
between two calls of the system, some millionths of a second, is overwritten.
"""

import errno
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from kennisbank.journal.look import Seen, find_late, hash_content, hash_file, is_seen
from kennisbank.journal.move import move
from kennisbank.journal.steps import AWAY, NEW, OLD, Step, is_taken, take, undo
from kennisbank.vocabulary import WORK_FOLDER
from kennisbank.write import remove

Changes = Mapping[str, bytes | None]
"""Path from the root and the new content; None takes the file away."""

TRIAL = "proef"
"""The folder in which changes are tried before they are put in place."""
_NOTE = "journaal.json"


def put(root: Path, changes: Changes, seen: Seen) -> tuple[str, ...]:
    """Make all changes and give nothing, or make none and give what was saved since `seen`.

    Raises OSError when the disk refuses something; then too nothing is changed.
    """
    try:
        late = find_late(root, seen)
        if late:
            return late
        steps = tuple(_prepare(root, changes))
        late = tuple(s.path for s in steps if is_seen(s.path) and s.old != seen.get(s.path))
        if late:
            return late
        _note(root, steps)
        late = _apply(root, steps)
        if not late:
            (root / WORK_FOLDER / _NOTE).unlink()
        return late
    finally:
        recover(root)


def _prepare(root: Path, changes: Changes) -> Iterator[Step]:
    """Write what is new beside what is there, and give the steps that put it in place."""
    work = root / WORK_FOLDER
    for name in (NEW, OLD, AWAY):
        (work / name).mkdir(parents=True, exist_ok=True)
    for number, (path, content) in enumerate(changes.items()):
        live, fresh = root / path, work / NEW / str(number)
        old, new = hash_file(live), None if content is None else hash_content(content)
        if old == new:
            continue
        if content is not None:
            _write(fresh, content)
            if old is not None:
                shutil.copymode(live, fresh)
        makes_folder = not live.parent.exists()
        yield Step(number=number, path=path, old=old, new=new, makes_folder=makes_folder)


def _note(root: Path, steps: Iterable[Step]) -> None:
    fresh = root / WORK_FOLDER / NEW / _NOTE
    _write(fresh, json.dumps([asdict(step) for step in steps]).encode())
    move(fresh, root / WORK_FOLDER / _NOTE)


def _write(file: Path, content: bytes) -> None:
    """Write a file, and see to it that it is on the disk and not only on its way."""
    file.write_bytes(content)
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())


def _apply(root: Path, steps: Iterable[Step]) -> tuple[str, ...]:
    """Take all steps; give the paths where somebody came between, or nothing."""
    for step in steps:
        if not take(root, step):
            return (step.path,)
    return tuple(step.path for step in steps if not is_taken(root, step))


def recover(root: Path) -> None:
    """Move back what a command that was killed had changed, and clear up after it."""
    work = root / WORK_FOLDER
    try:
        steps = [Step(**each) for each in json.loads((work / _NOTE).read_bytes())]
    except FileNotFoundError:
        steps = []
    except ValueError as error:
        raise OSError(errno.EIO, "unreadable", str(work / _NOTE)) from error
    for step in reversed(steps):
        undo(root, step)
    (work / _NOTE).unlink(missing_ok=True)
    for name in (NEW, OLD, AWAY, TRIAL):
        shutil.rmtree(work / name, ignore_errors=True)


def throw_away(root: Path, places: Iterable[Path]) -> None:
    """Remove files and folders, a folder at once: a kill leaves it whole where it was, or gone.

    One that cannot be moved, as what is a link or open elsewhere, is emptied where it is.
    """
    aside = root / WORK_FOLDER / AWAY
    for number, place in enumerate(places):
        if place.is_dir() and not place.is_symlink():
            aside.mkdir(parents=True, exist_ok=True)
            with suppress(OSError):
                place.rename(aside / f"{number}-{place.name}")
        if place.exists():
            remove(place)
    shutil.rmtree(aside, ignore_errors=True)
