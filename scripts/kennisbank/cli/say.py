"""What the command says: problems one a line, a count, a refusal; and its exit status."""

import sys

from kennisbank.model.outcome import Check

GOOD, PROBLEMS, WRONG_USE = 0, 1, 2


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


def refuse(message: str) -> int:
    """Say why the command cannot do this; give the status of wrong use."""
    print(f"kennisbank: {message}", file=sys.stderr)
    return WRONG_USE
