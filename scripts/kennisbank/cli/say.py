"""What the command says: problems one a line, a count, a refusal; and its exit status."""

import errno
import json
import os
import re
import sys
from dataclasses import asdict
from pathlib import Path

from kennisbank.model.outcome import Check

GOOD, PROBLEMS, WRONG_USE = 0, 1, 2


def print_problems(check: Check) -> None:
    """Print each problem on a line, then one line that counts."""
    for problem in check.problems:
        print(problem)
    print(summarize(check))


def print_for_github(check: Check) -> None:
    """Print each problem as a workflow command, which GitHub shows at its line.

    The form is that of "Workflow commands for GitHub Actions"; `%`, line ends and, in properties,
    `:` and `,` are escaped.
    """
    for problem in check.problems:
        level = "error" if problem.level == "fout" else "warning"
        place = ",".join(
            f"{key}={_escape(str(value), in_property=True)}"
            for key, value in (
                ("file", problem.path),
                ("line", problem.line),
                ("col", problem.column),
                ("title", problem.rule),
            )
        )
        print(f"::{level} {place}::{_escape(problem.message)}")
    print(summarize(check))


def _escape(text: str, in_property: bool = False) -> str:
    marks = "%\r\n:," if in_property else "%\r\n"
    return "".join(f"%{ord(sign):02X}" if sign in marks else sign for sign in text)


def print_as_json(check: Check) -> None:
    """Print the problems as a list of objects: path, line, column, level, rule, message."""
    problems = [asdict(problem) for problem in check.problems]
    print(json.dumps(problems, ensure_ascii=False, indent=1))


PRINTERS = {"text": print_problems, "github": print_for_github, "json": print_as_json}


def summarize(check: Check) -> str:
    """Count problems and files in one line."""
    files = len({problem.path for problem in check.problems})
    errors = sum(problem.level == "fout" for problem in check.problems)
    if not check.problems:
        return f"geen fouten ({check.file_count} bestanden gelezen)"
    found = f"{errors} {'fout' if errors == 1 else 'fouten'}"
    place = f"{files} {'bestand' if files == 1 else 'bestanden'}"
    return f"{found} in {place} ({check.file_count} gelezen)"


def refuse(message: str) -> int:
    """Say why the command cannot do this; give the status of wrong use."""
    print(f"kennisbank: {message}", file=sys.stderr)
    return WRONG_USE


_REASONS = {
    errno.ENOSPC: ("schrijven", "de schijf is vol", "maak ruimte"),
    errno.EDQUOT: ("schrijven", "de schijf is vol", "maak ruimte"),
    errno.EROFS: ("schrijven", "de schijf is alleen om te lezen", "kies een andere plek"),
    errno.EACCES: ("lezen of schrijven", "je hebt er geen rechten op", "vraag om rechten"),
    errno.EPERM: ("lezen of schrijven", "je hebt er geen rechten op", "vraag om rechten"),
    errno.EIO: ("lezen of schrijven", "de schijf geeft een fout", "controleer de schijf"),
    errno.ENAMETOOLONG: ("schrijven", "de naam is te lang", "kies een kortere naam"),
    errno.ENOENT: ("lezen of schrijven", "het is verdwenen", "sluit andere opdrachten"),
}
_ERRNO = re.compile(r"\[Errno (\d+)\]")


def explain(error: OSError) -> str:
    """Say in one line what the disk refused, why, and what to do."""
    inner = _ERRNO.search(str(error))
    code = error.errno or (int(inner[1]) if inner else 0)
    act, reason, advice = _REASONS.get(
        code, ("lezen of schrijven", os.strerror(code), "controleer de schijf")
    )
    name = Path(os.fsdecode(error.filename)).name if error.filename else ""
    shown = "".join(letter if letter.isprintable() else "?" for letter in name)
    file = f'"{shown}"' if shown else "een bestand"
    return f"kan {file} niet {act}: {reason}; {advice} en probeer het opnieuw"
