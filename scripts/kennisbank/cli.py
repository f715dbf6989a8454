"""The command `kennisbank`: the only module that prints, and that decides the exit status."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kennisbank.config import Project, find_project
from kennisbank.pipeline import Check, build, check_records

GOOD, PROBLEMS, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give 0 when all is good, 1 on problems, 2 on wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    project = find_project(Path.cwd())
    if project is None:
        print(
            "kennisbank: geen mkdocs.yml en concepts/ gevonden; ga naar de map van de kennisbank",
            file=sys.stderr,
        )
        return WRONG_USE
    run: Callable[[Project, argparse.Namespace], int] = options.run
    return run(project, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kennisbank",
        description="Maakt van de records in concepts/ de pagina’s van de kennisbank.",
    )
    commands = parser.add_subparsers(required=True, metavar="opdracht")
    check = commands.add_parser("check", help="controleer alle records")
    check.set_defaults(run=_check)
    make = commands.add_parser("build", help="controleer, en schrijf de pagina’s en databestanden")
    make.add_argument("--ontwerpen", action="store_true", help="neem ontwerpen mee")
    make.set_defaults(run=_build)
    return parser


def _check(project: Project, options: argparse.Namespace) -> int:
    check = check_records(project)
    print_problems(check)
    return GOOD if check.is_good else PROBLEMS


def _build(project: Project, options: argparse.Namespace) -> int:
    done = build(project, with_drafts=options.ontwerpen)
    print_problems(done.check)
    if not done.check.is_good:
        return PROBLEMS
    print(f"{done.written} geschreven, {done.removed} weggehaald")
    return GOOD


def print_problems(check: Check) -> None:
    """Print each problem on a line, then one line that counts."""
    for problem in check.problems:
        print(problem)
    print(summarize(check))


def summarize(check: Check) -> str:
    """Count problems and files in one line."""
    files = len({problem.path for problem in check.problems})
    errors = sum(problem.level == "fout" for problem in check.problems)
    if not check.problems:
        return f"geen fouten ({check.file_count} bestanden gelezen)"
    found = f"{errors} {'fout' if errors == 1 else 'fouten'}"
    place = f"{files} {'bestand' if files == 1 else 'bestanden'}"
    return f"{found} in {place} ({check.file_count} gelezen)"
