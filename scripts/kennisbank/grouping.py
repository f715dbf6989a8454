"""One cause, one message: what says the same again and again is told once, with its number."""

from collections.abc import Iterable
from dataclasses import replace

from kennisbank.problems import Problem, sort_problems

MANY = 3
"""So many places that say the same are each shown; more become one line."""

_EACH = frozenset({"ingetrokken-naam"})
"""Rules of which every place is shown: nobody may miss one."""


def group_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give the lines to show: one for each cause, and one for each message in many places.

    Such a line stands at its cause, or else at the first place, and ends with the number of places.
    """
    groups: dict[object, list[Problem]] = {}
    for problem in problems:
        groups.setdefault(_key(problem), []).append(problem)
    return sort_problems(line for group in groups.values() for line in _tell(group))


def _key(problem: Problem) -> object:
    cause = problem.cause
    if cause:
        return cause.path, cause.line, cause.message
    return problem.level, problem.rule, problem.message


def _tell(group: list[Problem]) -> list[Problem]:
    first, files = group[0], len({problem.path for problem in group})
    if first.rule in _EACH or len(group) <= (1 if first.cause else MANY):
        return group
    shown = first.cause or first
    count = f"{len(group)} keer in {'1 bestand' if files == 1 else f'{files} bestanden'}"
    start = f", het eerst in {first.path}:{first.line}" if shown is first.cause else ""
    return [replace(shown, message=f"{shown.message} ({count}{start})", cause=None)]
