"""One slip, one message: the line that was written wrongly instead of all that follows from it."""

from pydantic import BaseModel

from kennisbank.load.lines import find_slip
from kennisbank.problems import Problem

_OF_THE_FORM = frozenset(
    {
        *("yaml", "geen-blok", "leeg-veld", "haken", "geen-sleutel"),
        *("onbekend-veld", "onbekende-waarde", "veld-ontbreekt", "geen-velden", "te-weinig"),
    }
)
"""Complaints of YAML and of the models that a line which is written wrongly can cause."""


def prefer_slip(
    text: str, model: type[BaseModel], problems: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """Give, instead of complaints about one record, the line that was written wrongly before them.

    YAML complains at that line or below; a model complains at that very line.
    """
    lines = [problem.line for problem in problems if problem.rule in _OF_THE_FORM]
    slip = find_slip(problems[0].path, text, model) if lines else None
    is_of_yaml = any(problem.rule == "yaml" for problem in problems)
    if slip is None or not (
        slip.line <= max(lines) if is_of_yaml else {slip.line, slip.line - 1} & set(lines)
    ):
        return problems
    others = (p for p in problems if p.rule not in _OF_THE_FORM and p.line < slip.line)
    return (*others, slip)
