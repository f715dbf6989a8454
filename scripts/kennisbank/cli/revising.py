"""Commands that give records another place: rename, merge."""

import argparse
from collections.abc import Callable

from kennisbank.cli.names import refuse_name
from kennisbank.cli.saving import save
from kennisbank.cli.say import GOOD, PROBLEMS, print_problems, refuse
from kennisbank.config import Project
from kennisbank.journal.look import look
from kennisbank.journal.put import Changes
from kennisbank.model.outcome import Check
from kennisbank.model.records import Records
from kennisbank.pipeline import check_records
from kennisbank.problems import has_errors, suggest
from kennisbank.revise.merge import merge as plan_merge
from kennisbank.revise.merge import refuse_merge
from kennisbank.revise.rename import rename as plan_rename
from kennisbank.revise.stage import try_out
from kennisbank.vocabulary import CONCEPT, KIND_BY_NAME, Kind
from kennisbank.withdrawn.book import veil_changes
from kennisbank.withdrawn.left import NAME_RULE

_Plan = Callable[[Records], Changes | str]


def rename(project: Project, options: argparse.Namespace) -> int:
    """Give a record another id, everywhere, with a redirect from its old address."""
    names, kind = (options.oud, options.nieuw), KIND_BY_NAME[options.soort]

    def plan(records: Records) -> Changes | str:
        refusal = refuse_name(records, kind, options.nieuw, options.oud)
        return refusal or plan_rename(project, records, kind, names)

    return _revise(project, (kind, options.oud), plan, must_be_right=True)


def merge(project: Project, options: argparse.Namespace) -> int:
    """Make one concept part of another; a person decides what to keep of its text."""

    def plan(records: Records) -> Changes | str:
        return refuse_merge(records, names) or plan_merge(project.root, records, names)

    names = (options.oud, options.in_begrip)
    return _revise(project, (CONCEPT, options.oud), plan)


def _revise(
    project: Project, target: tuple[Kind, str], plan: _Plan, *, must_be_right: bool = False
) -> int:
    """Plan on records without faults, make the changes whole, and say which files they touch.

    What a merge or a withdrawal leaves open are faults that a person solves afterwards.
    """
    kind, name = target
    seen = look(project.root)
    check = check_records(project)
    if has_faults(check):
        print_problems(check)
        refuse("er is niets veranderd; verbeter eerst deze fouten")
        return PROBLEMS
    if not check.records.has(kind.name, name):
        hint = suggest(name, check.records.by_kind(kind.name))
        return refuse(f'{kind.name} "{name}" bestaat niet{hint}')
    changes = plan(check.records)
    if isinstance(changes, str):
        return refuse(changes)
    changes = veil_changes(check.records, changes)
    after = try_out(project, changes)
    if must_be_right and has_faults(after):
        print_problems(after)
        refuse("er is niets veranderd; zo zouden deze fouten ontstaan")
        return PROBLEMS
    if not save(project, changes, seen):
        return PROBLEMS
    say_changes(changes)
    print_problems(after)
    return PROBLEMS if has_faults(after) else GOOD


def has_faults(check: Check) -> bool:
    """Tell whether records have faults; that a withdrawn name still stands somewhere is none."""
    return has_errors(problem for problem in check.problems if problem.rule != NAME_RULE)


def say_changes(changes: Changes) -> None:
    """Print each file that was written or taken away."""
    for path, content in sorted(changes.items()):
        print(f"{'weg' if content is None else 'geschreven'}: {path}")
