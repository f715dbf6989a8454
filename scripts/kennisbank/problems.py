"""What can be wrong with the records, as values.

A `Fault` names a place in a record by its keys; a `Problem` is the same fault with the
line and column that a maintainer can go to.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

Level = Literal["fout", "let op"]
"""`fout` stops the build; `let op` is only shown."""

Where = tuple[str | int, ...]
"""Keys and list positions from the top of a record, such as `("uitspraken", 0, "wie")`.

A position in a block counts its lines: `("vragen", 1)` is the second question.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something wrong at a place inside one record."""

    path: str
    where: Where
    rule: str
    message: str
    at_key: bool = False
    level: Level = "fout"
    text_offset: int | None = None
    """Characters into a block of prose, or into one line of a block, to point inside it."""
    about: tuple[str, str] | None = None
    """Kind and id of the record that is named here, and that is not there or is a draft."""
    cause: "Fault | None" = None
    """What to mend, when this is only one of the places that suffer from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One line for the maintainer; `line` and `column` count from 1, of a whole file both are 1."""

    path: str
    line: int = 1
    column: int = 1
    rule: str
    message: str
    level: Level = "fout"
    cause: "Problem | None" = None

    def describe(self) -> dict[str, str | int]:
        """Give it as machines read it."""
        keys = ("path", "line", "column", "level", "rule", "message")
        return {key: getattr(self, key) for key in keys}

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.level}: {self.message} [{self.rule}]"


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Order problems by file, line, column and rule; equal ones are given once."""
    unique = set(problems)
    return tuple(sorted(unique, key=lambda p: (p.path, p.line, p.column, p.rule, p.message)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem must stop the build."""
    return any(problem.level == "fout" for problem in problems)


MEANT = '; bedoel je "{id}"?'
"""How a message ends that knows what was meant."""


def suggest(wrong: str, allowed: Iterable[str]) -> str:
    """Give `; bedoel je "…"?` with the nearest allowed word, or an empty string."""
    nearest = get_close_matches(wrong.lower(), sorted(allowed), n=1, cutoff=0.7)
    return MEANT.format(id=nearest[0]) if nearest else ""


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
