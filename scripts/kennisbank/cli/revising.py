"""Commands that change many records at once: rename, merge, withdraw."""

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date

from kennisbank.cli.say import GOOD, PROBLEMS, print_problems, refuse
from kennisbank.config import Project
from kennisbank.editions.clean import clean_editions
from kennisbank.model.fields import ID_PATTERN
from kennisbank.model.outcome import Check
from kennisbank.model.records import Records
from kennisbank.pipeline import check_records
from kennisbank.problems import Problem, suggest
from kennisbank.revise.edits import Changes
from kennisbank.revise.leftovers import find_leftovers
from kennisbank.revise.merge import merge as plan_merge
from kennisbank.revise.rename import rename as plan_rename
from kennisbank.revise.stage import settle
from kennisbank.revise.withdraw import withdraw as plan_withdraw
from kennisbank.vocabulary import CONCEPT, KINDS, Kind

_Plan = Callable[[Records], Changes | str]


def rename(project: Project, options: argparse.Namespace) -> int:
    """Give a record another id, everywhere, with a redirect from its old address."""
    names, kind = (options.oud, options.nieuw), _kind(options.soort)

    def plan(records: Records) -> Changes | str:
        if not re.fullmatch(ID_PATTERN, options.nieuw):
            return f'"{options.nieuw}" is geen id; gebruik kleine letters, cijfers en streepjes'
        if records.has(kind.name, options.nieuw):
            return f'{kind.name} "{options.nieuw}" bestaat al; kies een andere naam of voeg samen'
        if kind.address(options.nieuw) in records.addresses.withdrawn:
            return f'het adres van "{options.nieuw}" is ingetrokken; kies een andere naam'
        return plan_rename(project, records, kind, names)

    return _revise(project, (kind, options.oud), plan, must_be_right=True)


def merge(project: Project, options: argparse.Namespace) -> int:
    """Make one concept part of another; a person decides what to keep of its text."""

    def plan(records: Records) -> Changes | str:
        if options.oud == options.in_begrip:
            return f'"{options.oud}" kan niet in zichzelf opgaan; noem een ander begrip'
        if options.in_begrip not in records.concepts:
            hint = suggest(options.in_begrip, records.concepts)
            return f'begrip "{options.in_begrip}" bestaat niet{hint}'
        return plan_merge(project.root, records, (options.oud, options.in_begrip))

    return _revise(project, (CONCEPT, options.oud), plan)


def withdraw(project: Project, options: argparse.Namespace) -> int:
    """Take a record and all that rests on it away; list where its name still stands."""
    kind, needles = _kind(options.soort), [options.id]
    check = check_records(project)
    if not check.records.has(kind.name, options.id):
        is_known = kind.address(options.id) in check.records.addresses.withdrawn
        left = find_leftovers(project, tuple(needles))
        return _say_leftovers(left) if is_known or left else _unknown(check, kind, options.id)

    def plan(records: Records) -> Changes | str:
        planned = plan_withdraw(project, records, records.by_kind(kind.name)[options.id])
        needles[:] = planned.needles
        today = date.today().isoformat()
        cleaned = clean_editions(project.root, planned.gone, planned.needles, today)
        return {**cleaned, **planned.changes}

    done = _revise(project, (kind, options.id), plan)
    if check_records(project).records.has(kind.name, options.id):
        return done
    return max(_say_leftovers(find_leftovers(project, tuple(needles))), done)


def _say_leftovers(left: Sequence[Problem]) -> int:
    for problem in left:
        print(problem)
    if left:
        print(f"de naam staat nog op {len(left)} plaatsen; herschrijf die en draai dit nog eens")
        return PROBLEMS
    print("ingetrokken; de naam staat nergens meer")
    return GOOD


def _unknown(check: Check, kind: Kind, name: str) -> int:
    hint = suggest(name, check.records.by_kind(kind.name))
    return refuse(f'{kind.name} "{name}" bestaat niet{hint}')


def _kind(name: str) -> Kind:
    return next(kind for kind in KINDS if kind.name == name)


def _revise(
    project: Project, target: tuple[Kind, str], plan: _Plan, *, must_be_right: bool = False
) -> int:
    """Plan on records without faults, make the changes whole, and say which files they touch.

    What a merge or a withdrawal leaves open are faults that a person solves afterwards.
    """
    kind, name = target
    check = check_records(project)
    if not check.is_good:
        print_problems(check)
        refuse("er is niets veranderd; verbeter eerst deze fouten")
        return PROBLEMS
    if not check.records.has(kind.name, name):
        return _unknown(check, kind, name)
    changes = plan(check.records)
    if isinstance(changes, str):
        return refuse(changes)
    after = settle(project, changes, must_be_right)
    if not after.is_good and must_be_right:
        print_problems(after)
        refuse("er is niets veranderd; zo zouden deze fouten ontstaan")
        return PROBLEMS
    for path, content in sorted(changes.items()):
        print(f"{'weg' if content is None else 'geschreven'}: {path}")
    print_problems(after)
    return GOOD if after.is_good else PROBLEMS
