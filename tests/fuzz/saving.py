"""Save at random moments while a command runs, as editors and sync programs do: nothing is lost.

`python -m fuzz.saving 300` does so 300 times and prints a table.
"""

import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from building import copy_small
from fuzz.faults import Tally, end, start
from kennisbank.vocabulary import WORK_FOLDER

COMMANDS = (
    ("rename", "begrip", "rivier", "beek"),
    ("merge", "boot", "vaartuig"),
    ("withdraw", "persoon", "prive-persoon"),
    ("edition", "2026-2"),
    ("redirect", "begrippen/zeearm/", "begrippen/boot/"),
)
AFFECTED = {
    "rename": "begrippen/water/meer.yml",
    "merge": "begrippen/water/rivier.yml",
    "withdraw": "begrippen/water/rivier.yml",
    "edition": "kennisbank.yml",
    "redirect": "begrippen/water/meer.yml",
}
OTHER, NEW = "begrippen/vuur/vonk.yml", "begrippen/water/zee.yml"
TARGETS = ("other", "affected", "new", "removed")


def _write(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def _swap_in(file: Path, content: bytes) -> None:
    beside = file.with_name(f".{file.name}.bewaar")
    beside.write_bytes(content)
    beside.replace(file)


def _write_slowly(file: Path, content: bytes) -> None:
    with file.open("wb") as handle:
        handle.write(content[:10])
        handle.flush()
        time.sleep(0.002)
        handle.write(content[10:])


WAYS: tuple[Callable[[Path, bytes], None], ...] = (_write, _swap_in, _write_slowly)


@dataclass(slots=True)
class Saves(Tally):
    """How many saves of each sort there were, and what the commands did with them."""

    ends: Counter[tuple[str, str]] = field(default_factory=Counter)


def make_base(folder: Path) -> Path:
    """Make a small published knowledge base with a stand-in of a site."""
    copy_small(folder)
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("<html><head></head><body></body></html>")
    end(Tally(), start(folder, "publish-addresses"), (0,))
    return folder


def save_meanwhile(tally: Saves, base: Path, rounds: int, seed: int = 1) -> None:
    """Run commands on copies of `base`, and save something in each at a random moment."""
    chance = random.Random(seed)
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        end(tally, start(shutil.copytree(base, Path(folder) / "a"), *COMMANDS[0]), (0,))
    needed = time.monotonic() - begin
    for number in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            copy = shutil.copytree(base, Path(folder) / "klein")
            command = COMMANDS[number % len(COMMANDS)]
            target = TARGETS[number // len(COMMANDS) % len(TARGETS)]
            if command[0] == "redirect":
                _lose_page(copy)
            _save_during(tally, copy, command, (target, chance, needed))


def _lose_page(folder: Path) -> None:
    """Note an address at which nothing stands any more, as after a file went by hand."""
    book = folder / "concepts/adressen.yml"
    text = book.read_text(encoding="utf-8")
    book.write_text(text.replace("\nadressen:\n", "\nadressen:\n  begrippen/zeearm/: geen\n", 1))


def _save_during(
    tally: Saves, folder: Path, command: tuple[str, ...], how: tuple[str, random.Random, float]
) -> None:
    target, chance, needed = how
    name = {"affected": AFFECTED[command[0]], "new": NEW}.get(target, OTHER)
    file, mark = folder / "concepts" / name, f"# bewaard {chance.random()}\n".encode()
    like = folder / "concepts/begrippen/water/vaartuig.yml" if target == "new" else file
    text = like.read_bytes().replace(b"term: Vaartuig", b"term: Zee") + mark
    process = start(folder, *command)
    if chance.random() < 0.5:
        time.sleep(chance.uniform(0, needed * 1.1))
    else:  # while the files are put in place
        note = folder / WORK_FOLDER / "journaal.json"
        while process.poll() is None and not note.exists():
            time.sleep(0.0002)
    if target == "removed":
        file.unlink()
    else:
        chance.choice(WAYS)(file, text)
    said = end(tally, process, (0, 1, 2))
    is_there = file.exists() if target == "removed" else mark not in _read_all(folder)
    tally.lost += is_there
    if is_there:
        tally.said.append(f"{command} {target}: {said[-300:]}")
    is_stopped = "er is intussen iets bewaard" in said
    tally.ends[command[0], "stopped" if is_stopped else f"exit {process.returncode}"] += 1


def _read_all(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted((folder / "concepts").rglob("*.yml")))


def main(rounds: int = 300, seed: int = 1) -> int:
    """Save many times and print what came of it; give 1 when anything was lost."""
    tally = Saves()
    with tempfile.TemporaryDirectory() as folder:
        save_meanwhile(tally, make_base(Path(folder) / "basis"), rounds, seed)
    print(f"{tally.cases - 1} saves, {tally.lost} lost, {tally.tracebacks} tracebacks")
    for (command, ending), count in sorted(tally.ends.items()):
        print(f"{command:12}{ending:12}{count:>6}")
    for said in tally.said[:5]:
        print(said, file=sys.stderr)
    return int(not tally.is_good)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
