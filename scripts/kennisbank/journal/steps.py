"""One step of a change: a file that goes, comes or gets another content; and the same step back."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kennisbank.journal.look import hash_file
from kennisbank.journal.move import move, place
from kennisbank.vocabulary import WORK_FOLDER

NEW, OLD, AWAY = "nieuw", "oud", "weg"
"""Folders in the work folder: what is put in place, what was there, what is taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One file that changes; `old` and `new` are hashes of its content, None for no file."""

    number: int
    path: str
    old: str | None
    new: str | None
    makes_folder: bool


def take(root: Path, step: Step) -> bool:
    """Take a step; give False when somebody came between, with the step half taken."""
    live, work, name = root / step.path, root / WORK_FOLDER, str(step.number)
    try:
        if step.old is not None:
            move(live, work / OLD / name)
            if hash_file(work / OLD / name) != step.old:
                return False
        if step.new is not None:
            live.parent.mkdir(parents=True, exist_ok=True)
            place(work / NEW / name, live)
    except (FileNotFoundError, FileExistsError):
        return False
    if step.new is None:
        with suppress(OSError):
            live.parent.rmdir()
    return True


def is_taken(root: Path, step: Step) -> bool:
    """Tell whether nobody wrote to what was put in place, or to what lies aside."""
    aside = root / WORK_FOLDER / OLD / str(step.number)
    return hash_file(root / step.path) == step.new and hash_file(aside) == step.old


def undo(root: Path, step: Step) -> None:
    """Take one step back, as far as it was taken; what somebody saved or removed since stays."""
    live, work, name = root / step.path, root / WORK_FOLDER, str(step.number)
    aside, away = work / OLD / name, work / AWAY / name
    is_placed = step.new is not None and not (work / NEW / name).exists()
    if is_placed and not live.exists() and not away.exists():
        return  # somebody removed it
    if step.new is not None and hash_file(live) == step.new:
        move(live, away)
    with suppress(FileExistsError):
        if hash_file(away) not in (None, step.new):
            place(away, live)
        elif aside.exists():
            live.parent.mkdir(parents=True, exist_ok=True)
            place(aside, live)
    if step.makes_folder:
        with suppress(OSError):
            live.parent.rmdir()
