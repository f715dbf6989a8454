"""What the frame around every page shows of the records: faults, and where to report one."""

from kennisbank.grouping import group_problems
from kennisbank.model.outcome import Check
from kennisbank.model.settings import Settings


def find_feedback(settings: Settings) -> dict[str, str] | None:
    """Give where readers report what is wrong: a form, or else a mail address."""
    if settings.feedback_form:
        return {"form": settings.feedback_form}
    return {"mail": settings.contact} if settings.contact else None


def describe_problems(check: Check) -> list[dict[str, str]]:
    """Give place, message, level and rule of each line for the bar above every page."""
    return [
        {
            "place": f"{problem.path}:{problem.line}",
            "message": problem.message,
            "level": problem.level,
            "rule": problem.rule,
        }
        for problem in group_problems(check.problems)
    ]
