"""Break the machine under the commands: each ends in a line of Dutch, and nothing is lost.

Killed at any moment, a full disk, a folder that may not be written or read, two at once, a clock
that goes back, files that vanish, too many files and strange names.
"""

import errno
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import forking
from building import GOLDEN, copy_small, read_tree
from kennisbank.journal.put import recover

TIME_LIMIT = 120
LINE = re.compile(r"kennisbank: [a-z\"][^\n]+\n")
COMMANDS = (["build"], ["rename"], ["publish-addresses"])
NAMES = ("rivier", "beek")


@dataclass(slots=True)
class Tally:
    """What went wrong in a number of cases."""

    cases: int = 0
    tracebacks: int = 0
    hangs: int = 0
    changed: int = 0
    lost: int = 0
    said: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Tell whether nothing went wrong."""
        return not (self.tracebacks or self.hangs or self.changed or self.lost or self.said)


def start(folder: Path, *arguments: str, before: str = "") -> forking.Forked:
    """Start a command; `before` is Python that runs in the same process first."""
    return forking.start(folder, "kennisbank", *arguments, before=before)


def end(tally: Tally, process: forking.Forked, codes: tuple[int, ...]) -> str:
    """Wait for a command and count what it did wrong; give what it said."""
    tally.cases += 1
    try:
        out, err = process.communicate(timeout=TIME_LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        tally.hangs += 1
        return ""
    tally.tracebacks += "Traceback" in err
    if process.returncode not in codes:
        tally.said.append(f"exit {process.returncode}: {(out + err)[-300:]}")
    return out + err


def records_of(folder: Path) -> dict[str, bytes]:
    """Give the records without the book of addresses, which a command may have just written."""
    found = read_tree(folder / "concepts")
    return {
        path: content
        for path, content in found.items()
        if path != "adressen.yml" and not path.endswith(".deel")
    }


def check_whole(tally: Tally, folder: Path, made: dict[str, bytes]) -> None:
    """Count it when a check finds faults, or a build does not give `made`."""
    end(tally, start(folder, "check"), (0,))
    end(tally, start(folder, "build"), (0,))
    docs = read_tree(folder / "docs")
    tally.lost += len(made.keys() - docs.keys())
    tally.changed += sum(docs.get(path, made[path]) != made[path] for path in made)
    tally.changed += len(docs.keys() - made.keys())
    tally.cases -= 2


def kill(tally: Tally, folder: Path, count: int = 20, seed: int = 1) -> None:
    """Kill build, rename and publish-addresses at random moments."""
    chance = random.Random(seed)
    end(tally, start(folder, "publish-addresses"), (0,))
    states = [records_of(folder)]
    begin = time.monotonic()
    end(tally, start(folder, "rename", "begrip", *NAMES), (0,))
    needed = time.monotonic() - begin
    states.append(records_of(folder))
    tally.cases = 0
    for number in range(count):
        process = start(folder, *_next_command(folder, number))
        time.sleep(chance.uniform(0, needed * 1.2))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        tally.cases += 1
        recover(folder)  # what the next command does first
        tally.lost += records_of(folder) not in states
        if number % 5 == 4:
            end(tally, start(folder, "check"), (0,))
            tally.cases -= 1
            tally.lost += records_of(folder) not in states
    with tempfile.TemporaryDirectory() as other:
        fresh = Path(other) / "nieuw"
        end(tally, start(folder, "check"), (0,))
        shutil.copytree(folder / "concepts", fresh / "concepts")
        shutil.copytree(folder / "docs" / "assets", fresh / "docs" / "assets")
        shutil.copy(folder / "mkdocs.yml", fresh)
        end(tally, start(fresh, "build"), (0,))
        tally.cases -= 2
        check_whole(tally, folder, read_tree(fresh / "docs"))


def _next_command(folder: Path, number: int) -> list[str]:
    command = COMMANDS[number % len(COMMANDS)]
    if command != ["rename"]:
        return command
    is_old = (folder / "concepts/begrippen/water" / f"{NAMES[0]}.yml").exists()
    return ["rename", "begrip", *(NAMES if is_old else reversed(NAMES))]


FULL = """
import os, pathlib
def full(self, data): raise OSError({code}, 'x', str(self))
left = [{after}]
keep = pathlib.Path.write_bytes
def write(self, data):
    left[0] -= 1
    if left[0] < 0:
        with open(self, 'wb') as half: half.write(data[:10])
        full(self, data)
    return keep(self, data)
pathlib.Path.write_bytes = write
"""


def fill_disk(tally: Tally, folder: Path) -> None:
    """Let the disk be full, or read-only, or closed, after some files."""
    end(tally, start(folder, "build"), (0,))
    record = folder / "concepts/begrippen/water/boot.yml"
    text = record.read_text(encoding="utf-8")
    rename = ["rename", "begrip", *NAMES]
    for code, after, command in (
        (errno.ENOSPC, 0, ["build"]),
        (errno.ENOSPC, 2, ["build"]),
        (errno.EROFS, 1, ["build"]),
        (errno.EACCES, 0, ["build"]),
        (errno.EIO, 0, ["build"]),
        (errno.ENOSPC, 0, rename),
        (errno.ENOSPC, 2, rename),
    ):
        record.write_text(text.replace("Elke boot", f"Boot {code} {after}"), encoding="utf-8")
        before = records_of(folder)
        broken = start(folder, *command, before=FULL.format(code=code, after=after))
        said = end(tally, broken, (1,))
        if not LINE.search(said):
            tally.said.append(said)
        tally.changed += records_of(folder) != before
        tally.lost += sum(1 for each in folder.rglob("*.deel"))
    with tempfile.TemporaryDirectory() as other:
        fresh = Path(other) / "nieuw"
        shutil.copytree(folder, fresh)
        shutil.rmtree(fresh / "docs")
        shutil.copytree(GOLDEN / "docs/assets", fresh / "docs/assets")
        end(tally, start(fresh, "build"), (0,))
        check_whole(tally, folder, read_tree(fresh / "docs"))


DROP = """
import ctypes
head, sets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
assert ctypes.CDLL(None).capset(head, sets) == 0
"""
"""Root without its privileges (capset, capabilities(7)): the modes of files hold for it too."""


def close_folder(tally: Tally, folder: Path) -> None:
    """Take the right to write docs/, or to read one record."""
    end(tally, start(folder, "build"), (0,))
    record = folder / "concepts/begrippen/water/boot.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("Elke boot", "Iedere boot"))
    before = read_tree(folder)
    drop = DROP if os.geteuid() == 0 else ""
    with _read_only(folder):
        end(tally, start(folder, "check", before=drop), (0,))
        said = end(tally, start(folder, "build", before=drop), (1,))
        if not LINE.search(said):
            tally.said.append(said)
        record.chmod(0o000)
        said = end(tally, start(folder, "check", before=drop), (1,))
        record.chmod(0o644)
        if "geen rechten op" not in said:
            tally.said.append(said)
    tally.changed += read_tree(folder) != before
    end(tally, start(folder, "build"), (0,))


@contextmanager
def _read_only(folder: Path) -> Iterator[None]:
    folders = [folder, *(each for each in folder.rglob("*") if each.is_dir())]
    for each in folders:
        each.chmod(0o555)
    yield
    for each in folders:
        each.chmod(0o755)


def run_together(tally: Tally, folder: Path) -> None:
    """Run builds and renames at once: one goes on, the others go on or say that they wait."""
    end(tally, start(folder, "publish-addresses"), (0,))
    for _ in range(3):
        processes = [start(folder, "build") for _ in range(3)]
        processes.append(start(folder, *_next_command(folder, 1)))
        codes = [end(tally, each, (0, 2)) and each.returncode for each in processes]
        tally.lost += 0 not in codes
    end(tally, start(folder, "check"), (0,))


def turn_clock(tally: Tally, folder: Path) -> None:
    """Let the clock stand in 1990 and in 2100, and files come from the future.

    In 1990 every day in the records has yet to come, and the check says so.
    """
    end(tally, start(folder, "build"), (0,))
    made = read_tree(folder / "docs")
    for moment, status in ((631_152_000, 1), (4_102_444_800, 0)):
        for file in folder.rglob("*.yml"):
            os.utime(file, (moment, moment))
        clock = f"import time; time.time = lambda: {moment}.0"
        said = end(tally, start(folder, "build", before=clock), (status,))
        if status and "is later dan vandaag" not in said:
            tally.said.append(said)
        tally.changed += read_tree(folder / "docs") != made


VANISH = """
import os
keep = os.open
def open_it(file, *rest, **more):
    if os.path.basename(file) == '{name}': os.path.exists(file) and os.unlink(file)
    return keep(file, *rest, **more)
os.open = open_it
"""


def lose_files(tally: Tally, folder: Path) -> None:
    """Let a file vanish between listing and reading."""
    end(tally, start(folder, "build"), (0,))
    made = read_tree(folder / "docs")
    for name in ("boot.yml", "kennisbank.yml"):
        file = next((folder / "concepts").rglob(name))
        content = file.read_bytes()
        said = end(tally, start(folder, "build", before=VANISH.format(name=name)), (1,))
        if "het is verdwenen" not in said:
            tally.said.append(said)
        tally.lost += read_tree(folder / "docs") != made
        file.write_bytes(content)
    check_whole(tally, folder, made)


STRANGE = (
    "met spatie.yml",
    "be\u0301dding.yml",
    "b\u00e9dding.yml",
    "Boot.yml",
    "BOOT.YML",
    "con.yml",
    "a" * 240 + ".yml",
    "nieuwe\nregel.yml",
    "-streep.yml",
    "boot.yaml",
    "'; ls #.yml",
)


def name_strangely(tally: Tally, folder: Path, many: int = 10_000) -> None:
    """Put files with strange names, then very many files, among the records."""
    end(tally, start(folder, "build"), (0,))
    made = read_tree(folder / "docs")
    place = folder / "concepts/begrippen/water"
    for name in STRANGE:
        (place / name).write_bytes((place / "boot.yml").read_bytes())
    said = end(tally, start(folder, "build"), (1,))
    tally.cases += len(STRANGE) - 1
    missed = len(STRANGE) - len(re.findall(r"(?m)^concepts/begrippen/water/.*: fout: ", said))
    if missed:
        tally.said.append(f"{missed} names are not said: {said}")
    tally.lost += read_tree(folder / "docs") != made
    for name in STRANGE:
        (place / name).unlink()
    for number in range(many):
        (place / f"Leeg {number}.yml").write_bytes(b"")
    end(tally, start(folder, "check"), (1,))
    for number in range(many):
        (place / f"Leeg {number}.yml").unlink()
    check_whole(tally, folder, made)


CASES: dict[str, Callable[[Tally, Path], None]] = {
    "killed": kill,
    "disk full or broken": fill_disk,
    "no right to write or read": close_folder,
    "several at once": run_together,
    "clock going back": turn_clock,
    "file vanishing": lose_files,
    "strange names, many files": name_strangely,
}


def run_case(case: Callable[[Tally, Path], None], *more: int) -> Tally:
    """Run one case on a small knowledge base of its own."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        case(tally, copy_small(Path(folder) / "klein"), *more)
    return tally


def main(kills: int = 200, seed: int = 1) -> int:
    """Run all cases and print a table; give 1 when anything went wrong."""
    print(f"{'':28}{'cases':>8}{'tracebacks':>12}{'hangs':>8}{'changed':>9}{'lost':>6}{'other':>7}")
    bad = 0
    for name, case in CASES.items():
        tally = run_case(case, kills, seed) if case is kill else run_case(case)
        bad += not tally.is_good
        numbers = f"{tally.cases:>8}{tally.tracebacks:>12}{tally.hangs:>8}{tally.changed:>9}"
        print(f"{name:28}{numbers}{tally.lost:>6}{len(tally.said):>7}")
        for said in tally.said[:3]:
            print(said, file=sys.stderr)
    return int(bool(bad))
