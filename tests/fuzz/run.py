"""Bend the records of the small knowledge base at random: each ends in problems, none in a crash.

make fuzz                 10,000 rounds, then the faults of faults.py with 200 kills
make fuzz ROUNDS=50000    more of them; ROUNDS="500 7 40" with another seed and fewer kills
"""

import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from building import ROOT, copy_small
from fuzz.faults import main as break_machine
from kennisbank.config import Project
from kennisbank.pipeline import check_records
from kennisbank.write import put_files

LINE = re.compile(r"concepts/\S.*:[1-9]\d*:[1-9]\d*: (fout|let op): [^\n]+ \[[a-z-]+\]")
YAML = (
    ": ", ":", "- ", "#", " #", "?", "|\n", ">", "'", '"', "@", "`", "{", "}", "[", "]", "~",
    "null", "nee", "1.10", "2026-02-30", "&a ", "*a", "<<: *a\n", "!!int ", "!x ", "%YAML 1.2\n",
    "---\n", "...\n", "\n", "\n\n", "\t", "\r", "  ", "[" * 300, "- " * 300, "x" * 5000,
)  # fmt: skip
OURS = (
    "[[",
    "]]",
    "[[x]]",
    "[[persoon:",
    "[[a|",
    "**",
    "tekst: ",
    "wie: ",
    "relaties:\n",
    "a: a\n",
)
UNICODE = ("\0", "\a", "\x7f", "\x85", "\u2028", "\ufeff", "\U0010ffff", "é", "ë", "’", "👍")
NOT_UTF8 = (b"\xff", b"\xe9", b"\xc3", b"\xff\xfe", b"\xf0\x9f")
FIELDS = (
    "status: ontwerp",
    "status: vervallen\nvervangen_door: meer",
    "zichtbaarheid: beperkt",
    "automatische_links: nee",
    "verbuigingen:\n- water",
    "ook_thema:\n- vuur",
    "diagrammen:\n- de-loop",
    "aanvulling: |\n  Zie [[meer]] en [[persoon:anna-stroom]].",
)
"""Right by themselves, but they change what other records may do."""
TOKENS = (*(token.encode() for token in YAML + OURS + UNICODE), *NOT_UTF8)
SLOW = 2.0
MAKE = 4
"""Of so many rounds one bends gently, and makes every page and file when nothing is wrong."""


def main(rounds: int = 10_000, seed: int = 1, kills: int = 200) -> int:
    """Bend records, then break the machine; give 1 when anything went wrong."""
    return max(bend_records(rounds, seed), break_machine(kills, seed))


def bend_records(rounds: int, seed: int) -> int:
    """Bend one record a round; give 1 when a line has no proper form or a check is slow.

    Every other round takes a record of the small knowledge base, and checks that whole; the rounds
    between take one of the real records, and check it with the real themes and settings alone.
    """
    bad = 0
    rules: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        sets = (_copy_small(Path(folder) / "klein"), _copy_frame(Path(folder) / "echt"))
        for number in range(rounds):
            root, whole_by_path = sets[number % len(sets)]
            chance = random.Random(f"{seed}/{number}")
            path, whole = chance.choice(whole_by_path)
            file = root / path
            before = file.read_bytes() if file.exists() else None
            file.parent.mkdir(parents=True, exist_ok=True)
            is_gentle = number % MAKE == 0
            file.write_bytes(bend(whole, chance, GENTLE if is_gentle else CHANGES))
            name = f"round {number} of seed {seed}, {file.name}"
            bad += _check(root, name, rules, is_gentle)
            put_files(root, {path: before})
    print(f"{rounds} rounds, {len(rules)} rules met: {', '.join(sorted(rules))}")
    print(f"{rounds - bad} passed, {bad} failed")
    return int(bool(bad))


Originals = list[tuple[str, bytes]]


def _copy_small(root: Path) -> tuple[Path, Originals]:
    copy_small(root)
    return root, _read_originals(root)


def _copy_frame(root: Path) -> tuple[Path, Originals]:
    """Copy the themes and settings of the real records; give all the records to bend."""
    shutil.copytree(ROOT / "concepts" / "themas", root / "concepts" / "themas")
    shutil.copy(ROOT / "concepts" / "kennisbank.yml", root / "concepts")
    return root, _read_originals(ROOT)


def _read_originals(root: Path) -> Originals:
    files = sorted((root / "concepts").rglob("*.yml"))
    return [(file.relative_to(root).as_posix(), file.read_bytes()) for file in files]


def _check(root: Path, name: str, rules: Counter[str], is_made: bool) -> int:
    """Check the records and count the rules; give 1, and say why, when something is amiss."""
    start = time.perf_counter()
    try:
        check = check_records(Project(root=root, site_url="https://klein.example/"))
        seconds = time.perf_counter() - start
        for artifact in check.artifacts if is_made else ():
            artifact.release()  # makes it first
    except Exception:
        print(f"{name}: no exception may leave the check", file=sys.stderr)
        raise
    problems = check.problems
    rules.update(problem.rule for problem in problems)
    strange = [line for line in map(str, problems) if not LINE.fullmatch(line)]
    if strange or seconds > SLOW:
        print(f"{name}: {seconds:.1f} s, {strange[:2]}", file=sys.stderr)
        return 1
    return 0


Change = Callable[[bytes, random.Random], bytes]


def bend(content: bytes, chance: random.Random, changes: Sequence[Change]) -> bytes:
    """Give `content` with one to four random changes."""
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(changes)(content, chance)
    return content


def _insert(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + chance.choice(TOKENS) + content[at:]


def _cut(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + content[at + chance.randint(1, 30) :]


def _end(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randint(0, len(content))]


def _move_lines(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    if lines:
        line = lines.pop(chance.randrange(len(lines)))
        lines.insert(chance.randint(0, len(lines)), line)
    return b"".join(lines)


def _repeat(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    start = chance.randint(0, len(lines))
    part = lines[start : start + chance.randint(1, 5)]
    return b"".join([*lines[:start], *part, *lines[start:]])


def _indent(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    if lines:
        at = chance.randrange(len(lines))
        lines[at] = chance.choice((b" " + lines[at], b"  " + lines[at], lines[at].lstrip(b" ")))
    return b"".join(lines)


def _swap_letters(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, max(0, len(content) - 2))
    return content[:at] + content[at : at + 2][::-1] + content[at + 2 :]


def _add_field(content: bytes, chance: random.Random) -> bytes:
    return content.rstrip() + f"\n{chance.choice(FIELDS)}\n".encode()


CHANGES = (
    _insert,
    _insert,
    _cut,
    _end,
    _move_lines,
    _repeat,
    _indent,
    _swap_letters,
    _add_field,
)
GENTLE = (_add_field, _swap_letters)

if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
