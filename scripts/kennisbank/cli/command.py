"""Run one command: find the knowledge base, clear up after a killed run, and go."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from kennisbank.cli import changes, records
from kennisbank.cli.arguments import make_parser
from kennisbank.cli.clock import read_today
from kennisbank.cli.say import PROBLEMS, explain, refuse
from kennisbank.config import Project, find_project
from kennisbank.journal.put import recover
from kennisbank.lock import BUSY, PATIENCE, READING_PATIENCE, hold

READERS = (records.check_all, records.tell_stats, records.uses, changes.tell_changes)
"""Commands that change nothing."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give 0 when all is good, 1 on problems, 2 on wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = make_parser().parse_args(arguments)
    try:
        project = find_project(Path.cwd())
        if project is None:
            return refuse("geen mkdocs.yml en concepts/ gevonden; ga naar de map van de kennisbank")
        return _run_alone(replace(project, today=read_today()), options)
    except OSError as error:
        refuse(explain(error))
        return PROBLEMS


def _run_alone(project: Project, options: argparse.Namespace) -> int:
    """Run the command when no other one is busy; those that only read may always go on."""
    run: Callable[[Project, argparse.Namespace], int] = options.run
    patience = READING_PATIENCE if run in READERS else PATIENCE
    with hold(project.root, patience) as is_alone:
        if is_alone:
            recover(project.root)
        elif run not in READERS:
            return refuse(BUSY)
        return run(project, options)
