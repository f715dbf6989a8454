"""Mistakes of writers, as files: the smallest change to a good record, and what became of it.

A file in soorten/ holds mistakes in this form:

    # what went wrong
    @ the file that it is in
    - lines as they are
    + lines as they become
    = verdict, when it is not simply good

A line may hold signs as Python writes them (`\\u00a0`). What is no change of lines is a command
with `!`: see COMMANDS.
"""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kennisbank.cli import main

KINDS = Path(__file__).parent / "soorten"
ENCODING = ".codering"
"""Where it is noted how a file was saved, which its author's editor knows."""
_ESCAPE = re.compile(r"\\(u[0-9a-f]{4}|x[0-9a-f]{2}|t|r|n|\\)")


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """One mistake: what it is, how it comes about, and what its author thinks of the messages."""

    kind: str
    title: str
    steps: tuple[str, ...]
    verdict: str

    def make(self, root: Path) -> None:
        """Make the mistake in the records below `root`."""
        file, old, new = root, list[str](), list[str]()
        for step in (*self.steps, "@ "):
            sign, text = step[:1], _unescape(step[2:])
            if (sign != "+" and new) or (sign in "@!" and old):
                _replace(file, old, new)
                old, new = [], []
            if sign == "@":
                file = root / text
            elif sign == "-":
                old.append(text)
            elif sign == "+":
                new.append(text)
            else:
                name, _, arguments = step[2:].partition(" ")
                COMMANDS[name](root, arguments)


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda found: found[0].encode().decode("unicode_escape"), text)


def _replace(file: Path, old: list[str], new: list[str]) -> None:
    text = file.read_bytes().decode()
    before = "".join(f"{line}\n" for line in old)
    assert f"\n{before}" in f"\n{text}", f"{file.name} has no such lines: {old}"
    at = f"\n{text}".index(f"\n{before}")
    after = "".join(f"{line}\n" for line in new)
    file.write_bytes((text[:at] + after + text[at + len(before) :]).encode())


def read_mistakes() -> Iterator[Mistake]:
    """Give every mistake, kind by kind."""
    for file in sorted(KINDS.glob("*.txt")):
        for block in re.split(r"(?m)^# ", file.read_text(encoding="utf-8"))[1:]:
            title, *lines = block.split("\n")
            steps = tuple(line for line in lines if line[:1] in tuple("@-+!"))
            verdict = next((line[2:] for line in lines if line.startswith("= ")), "goed")
            yield Mistake(kind=file.stem, title=title, steps=steps, verdict=verdict)


def _write(root: Path, path: str, content: bytes) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _bytes(root: Path, arguments: str) -> None:
    path, _, content = arguments.partition(" ")
    _write(root, path, _unescape(content).encode("latin-1"))


def _append(root: Path, arguments: str) -> None:
    path, _, content = arguments.partition(" ")
    _write(root, path, (root / path).read_bytes() + _unescape(content).encode("latin-1"))


def _two(arguments: str) -> tuple[str, str]:
    """Split two paths that may have spaces: the second starts anew at the top."""
    one, other = re.split(r" (?=concepts/|docs/)", arguments)
    return one, other


def _move(root: Path, arguments: str) -> None:
    one, other = _two(arguments)
    (root / other).parent.mkdir(parents=True, exist_ok=True)
    (root / one).rename(root / other)


def _copy(root: Path, arguments: str) -> None:
    one, other = _two(arguments)
    _write(root, other, (root / one).read_bytes())


def _remove(root: Path, path: str) -> None:
    shutil.rmtree(root / path) if (root / path).is_dir() else (root / path).unlink()


def _recode(root: Path, arguments: str) -> None:
    path, encoding = arguments.split(" ")
    (root / ENCODING).write_text(encoding)
    _write(root, path, (root / path).read_text(encoding="utf-8").encode(encoding))


def _end_lines(end: bytes) -> Callable[[Path, str], None]:
    def change(root: Path, path: str) -> None:
        _write(root, path, (root / path).read_bytes().replace(b"\n", end))

    return change


def _lengthen(root: Path, arguments: str) -> None:
    path, _, line = arguments.partition(" ")
    long = f"{line} {'woord ' * 4_000}".rstrip()
    _replace(root / path, [line], [long])


def _halve(root: Path, path: str) -> None:
    content = (root / path).read_bytes()
    _write(root, path, content[: len(content) // 2])


def _link(root: Path, arguments: str) -> None:
    path, target = arguments.split(" ")
    (root / path).unlink(missing_ok=True)
    (root / path).symlink_to(target)


def _open_socket(root: Path, path: str) -> None:
    """Leave a socket; its path is given from its own folder, because a long one cannot be."""
    before = Path.cwd()
    os.chdir((root / path).parent)
    try:
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind(Path(path).name)
    finally:
        os.chdir(before)


def _make_large(root: Path, path: str) -> None:
    with (root / path).open("wb") as opened:
        opened.truncate(1_000_000_000)


WHEN = "2026-11-23T12:00:00+00:00"
"""A commit of the same files at the same time has the same name."""


def git(root: Path, *arguments: str) -> None:
    """Run git as somebody."""
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    clock = {"GIT_AUTHOR_DATE": WHEN, "GIT_COMMITTER_DATE": WHEN}
    subprocess.run(
        ["git", *who, *arguments],
        cwd=root,
        check=True,
        capture_output=True,
        env={**os.environ, **clock},
    )


def _start_git(root: Path, arguments: str) -> None:
    git(root, "init", "-q")
    _commit(root, arguments)


def _commit(root: Path, arguments: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", "versie")


def run_command(root: Path, *arguments: str) -> int:
    """Run a command of the knowledge base there, and give its status."""
    before = Path.cwd()
    os.chdir(root)
    try:
        return main(arguments)
    finally:
        os.chdir(before)


COMMANDS: dict[str, Callable[[Path, str], None]] = {
    "bytes": _bytes,
    "bytes+": _append,
    "mv": _move,
    "cp": _copy,
    "rm": _remove,
    "map": lambda root, path: (root / path).mkdir(parents=True),
    "codering": _recode,
    "crlf": _end_lines(b"\r\n"),
    "cr": _end_lines(b"\r"),
    "lang": _lengthen,
    "half": _halve,
    "link": _link,
    "pijp": lambda root, path: os.mkfifo(root / path),
    "socket": _open_socket,
    "groot": _make_large,
    "git": _start_git,
    "commit": _commit,
    "publiceer": lambda root, _: _publish(root),
    "kennisbank": lambda root, arguments: _run(root, arguments),
}


def _publish(root: Path) -> None:
    assert run_command(root, "publish-addresses") == 0


def _run(root: Path, arguments: str) -> None:
    run_command(root, *arguments.split(" "))
