"""What the frame around pages shows of the records: faults, where to report one, what is gone."""

from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from mkdocs.exceptions import Abort, MkDocsException

from kennisbank.bridge.desk import is_record
from kennisbank.cli.say import explain
from kennisbank.model.git_host import read_git_host
from kennisbank.model.outcome import Check
from kennisbank.model.settings import Settings
from kennisbank.model.withdrawn import GONE, Withdrawn
from kennisbank.problems import group_problems
from kennisbank.vocabulary import EDITING
from kennisbank.withdrawn.marks import ROUNDS

Shown = dict[str, str]
"""A `place`, a `message`, a `level`, and where there are such a `rule` and a record to `edit`."""

FAULTS = (Abort, MkDocsException, TemplateError, UnicodeError, OSError)
"""What stops the making of pages without being a fault of ours."""


def make_extra(check: Check, is_preview: bool = False) -> dict[str, Any]:
    """Give what the frame of every page knows of the records."""
    settings = check.records.settings
    extra: dict[str, Any] = {"withdrawn": find_veiled(check.records.withdrawn)}
    if settings:
        ways = find_ways_back(settings, is_preview)
        extra |= {"publisher": settings.publisher, "ways_back": ways}
    return extra


def find_ways_back(settings: Settings, is_preview: bool = False) -> dict[str, str]:
    """Give where readers report what is wrong, a form or else a mail address, and where the
    record of a page is edited; each as `kennisbank.yml` has it.

    With a `form_editor` there is a page of ours too on which records are edited. In a preview that
    is the one for the folder on this computer, and then it comes first.
    """
    report = (
        {"form": settings.feedback_form} if settings.feedback_form else {"mail": settings.contact}
    )
    form = EDITING if is_preview or read_git_host(settings.editor) else ""
    ways = {**report, "editor": "" if is_preview else settings.editor, "form_editor": form}
    return {key: to for key, to in ways.items() if to}


def describe_problems(check: Check) -> list[Shown]:
    """Give place, message, level and rule of each line for the bar above every page.

    One about a record has its path too, which the page for editing takes.
    """
    return [
        {
            "place": f"{problem.path}:{problem.line}",
            "message": problem.message,
            "level": problem.level,
            "rule": problem.rule,
            **({"edit": problem.path} if is_record(problem.path) else {}),
        }
        for problem in group_problems(check.problems)
    ]


def tell(error: BaseException) -> str:
    """Say in one line what stopped the making of pages."""
    if isinstance(error, OSError):
        return explain(error)
    if isinstance(error, Abort):
        return str(error)
    place = [str(getattr(error, name)) for name in ("name", "lineno") if hasattr(error, name)]
    return ": ".join((":".join(place), " ".join(str(error).split()))) if place else str(error)


def describe_stop(error: BaseException) -> list[Shown]:
    """Give what stopped the making of pages, for the bar above every page."""
    if isinstance(error, OSError):
        return [{"place": "", "message": explain(error), "level": "fout"}]
    place = getattr(error, "name", None) or "mkdocs.yml"
    said = "" if isinstance(error, Abort) else f": {tell(error)}"
    message = f"dit klopt niet; in het venster van de voorvertoning staat meer{said}"
    return [{"place": place, "message": message, "level": "fout"}]


def describe_gone(root: Path) -> list[Shown]:
    """Say that the records are away, for the bar above every page; nothing when they are there."""
    if (root / "concepts").is_dir():
        return []
    message = "deze map is weg; zet haar terug, dan verdwijnt deze balk vanzelf"
    return [{"place": "concepts/", "message": message, "level": "fout"}]


def find_veiled(withdrawn: Withdrawn) -> dict[str, Any] | None:
    """Give what the page for lost readers needs to know withdrawn addresses by their hash."""
    if not withdrawn.addresses:
        return None
    addresses = dict(withdrawn.addresses)
    return {"salt": withdrawn.salt, "rounds": ROUNDS, "addresses": addresses, "gone": GONE}
