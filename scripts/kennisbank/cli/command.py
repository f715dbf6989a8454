"""Run one command: find the knowledge base, clear up after a killed run, and go."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kennisbank.cli import changes, records, site, stats
from kennisbank.cli.arguments import Step, make_parsers
from kennisbank.cli.clock import read_today
from kennisbank.cli.say import GOOD, PROBLEMS, explain, refuse
from kennisbank.config import Project, find_project
from kennisbank.journal.put import recover
from kennisbank.lock import BUSY, PATIENCE, READING_PATIENCE, hold
from kennisbank.problems import suggest
from kennisbank.prompt import typed

READERS = (records.check_all, stats.tell_stats, records.uses, changes.tell_changes)
"""Steps that change nothing."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give 0 when all is good, 1 on problems, 2 on wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = _read(sys.argv[1:] if arguments is None else arguments)
    if isinstance(options, int):
        return options
    try:
        project = find_project(Path.cwd())
    except OSError as error:
        refuse(explain(error))
        return PROBLEMS
    if project is None:
        return refuse("geen mkdocs.yml en concepts/ gevonden; ga naar de map van de kennisbank")
    project = replace(project, today=read_today())
    for step in options.steps:
        try:
            status = _run_step(project, options, step)
        except OSError as error:
            refuse(explain(error))
            status = PROBLEMS
        except KeyboardInterrupt:
            refuse("afgebroken")
            status = PROBLEMS
        if status != GOOD:
            return status
    return GOOD


def _read(arguments: Sequence[str]) -> argparse.Namespace | int:
    """Read the command line; give a status when there is nothing to run."""
    parser, commands = make_parsers()
    words = [word for word in arguments if not word.startswith("-")]
    for asked in words[: 2 if words[:1] == ["help"] else 1]:
        if asked not in commands:
            hint = suggest(asked, commands) or f"; welke er zijn: {typed('help')}"
            return refuse(f'opdracht "{asked}" bestaat niet{hint}')
    options, rest = parser.parse_known_args([_protect(word) for word in arguments])
    if rest:
        return refuse(_say_rest(rest, words))
    if not words:
        return refuse(f"noem een opdracht; welke er zijn: {typed('help')}")
    if words[0] == "help":
        commands.get(options.over or "", parser).print_help()
        return GOOD
    return options


def _say_rest(rest: list[str], words: list[str]) -> str:
    """Say what cannot be read: an option that is not there, or the rest of a longer name."""
    help_of = typed(f"help {words[0]}" if words else "help")
    option = next((word for word in rest if word.startswith("--")), None)
    if option:
        return f'"{option}" bestaat niet; uitleg: {help_of}'
    advice = "zet een naam van meer woorden tussen aanhalingstekens"
    return f'"{" ".join(rest)}" is te veel; {advice}, of zie {help_of}'


def _protect(word: str) -> str:
    """Keep a title such as "-isme" from being read as an option: none has one hyphen but -h."""
    is_title = word.startswith("-") and not word.startswith("--") and word != "-h"
    return f" {word}" if is_title else word


def _run_step(project: Project, options: argparse.Namespace, step: Step) -> int:
    """Run a step when no other command is busy; those that only read may always go on.

    To build the site is left to MkDocs, which waits for other commands itself.
    """
    if step is site.build_site:
        return step(project, options)
    patience = READING_PATIENCE if step in READERS else PATIENCE
    with hold(project.root, patience) as is_alone:
        if is_alone:
            recover(project.root)
        elif step not in READERS:
            return refuse(BUSY)
        return step(project, options)
