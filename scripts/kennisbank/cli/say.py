"""What the command says: problems one a line, a count, a refusal; and its exit status."""

import json
import sys

from kennisbank.disk import explain
from kennisbank.model.outcome import Check
from kennisbank.problems import group_problems

__all__ = ["explain", "print_problems", "refuse", "summarize"]

GOOD, PROBLEMS, WRONG_USE = 0, 1, 2


def print_problems(check: Check) -> None:
    """Print a line for each problem, or for many that say the same, then one line that counts."""
    for problem in group_problems(check.problems):
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
    problems = [problem.describe() for problem in check.problems]
    print(json.dumps(problems, ensure_ascii=False, indent=1))


PRINTERS = {"text": print_problems, "github": print_for_github, "json": print_as_json}


def summarize(check: Check) -> str:
    """Count problems and files in one line."""
    if not check.problems:
        return f"geen fouten ({check.file_count} bestanden gelezen)"
    errors = sum(problem.level == "fout" for problem in check.problems)
    warnings, lines = len(check.problems) - errors, len(group_problems(check.problems))
    found = f"{errors or 'geen'} {'fout' if errors == 1 else 'fouten'}"
    if warnings:
        found = f"{found} en {warnings} keer let op"
    files = len({problem.path for problem in check.problems})
    place = f"{files} {'bestand' if files == 1 else 'bestanden'}"
    if lines < len(check.problems):
        place = f"{place}, samen in {lines} {'regel' if lines == 1 else 'regels'}"
    return f"{found} in {place} ({check.file_count} gelezen)"


def refuse(message: str) -> int:
    """Say why the command cannot do this; give the status of wrong use."""
    print(f"kennisbank: {message}", file=sys.stderr)
    return WRONG_USE
