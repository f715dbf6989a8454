"""The command `kennisbank`: the only part that prints, and that decides the exit status."""

from kennisbank.cli.command import main
from kennisbank.cli.say import print_problems, summarize

__all__ = ["main", "print_problems", "summarize"]
