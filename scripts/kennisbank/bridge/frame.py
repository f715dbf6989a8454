"""What the frame around pages shows of the records: faults, where to report one, what is gone."""

from typing import Any

from kennisbank.model.outcome import Check
from kennisbank.model.settings import Settings
from kennisbank.model.withdrawn import GONE, Withdrawn
from kennisbank.withdrawn.marks import ROUNDS


def find_feedback(settings: Settings) -> dict[str, str] | None:
    """Give where readers report what is wrong: a form, or else a mail address."""
    if settings.feedback_form:
        return {"form": settings.feedback_form}
    return {"mail": settings.contact} if settings.contact else None


def describe_problems(check: Check) -> list[dict[str, str]]:
    """Give the place and the message of each problem, for the bar above every page."""
    return [
        {"place": f"{problem.path}:{problem.line}", "message": problem.message}
        for problem in check.problems
    ]


def find_veiled(withdrawn: Withdrawn) -> dict[str, Any] | None:
    """Give what the page for lost readers needs to know withdrawn addresses by their hash."""
    if not withdrawn.addresses:
        return None
    addresses = dict(withdrawn.addresses)
    return {"salt": withdrawn.salt, "rounds": ROUNDS, "addresses": addresses, "gone": GONE}
