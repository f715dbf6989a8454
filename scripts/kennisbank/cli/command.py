"""Run one command: find the knowledge base, clear up after a killed run, and go."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kennisbank.cli.arguments import make_parser
from kennisbank.cli.say import refuse
from kennisbank.config import Project, find_project
from kennisbank.write import recover_project


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give 0 when all is good, 1 on problems, 2 on wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = make_parser().parse_args(arguments)
    project = find_project(Path.cwd())
    if project is None:
        return refuse(
            "geen mkdocs.yml en concepts/ gevonden; ga naar de map van de kennisbank",
        )
    recover_project(project.root)
    run: Callable[[Project, argparse.Namespace], int] = options.run
    return run(project, options)
