"""Commands that change many records at once: rename."""

import argparse
import re
from collections.abc import Callable

from kennisbank.cli.say import GOOD, PROBLEMS, print_problems, refuse
from kennisbank.config import Project
from kennisbank.model.fields import ID_PATTERN
from kennisbank.model.records import Records
from kennisbank.pipeline import check_records
from kennisbank.problems import suggest
from kennisbank.revise.edits import Changes
from kennisbank.revise.rename import rename as plan_rename
from kennisbank.revise.stage import settle
from kennisbank.vocabulary import KINDS, Kind


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

    return _revise(project, kind, options.oud, plan)


def _kind(name: str) -> Kind:
    return next(kind for kind in KINDS if kind.name == name)


def _revise(
    project: Project, kind: Kind, name: str, plan: Callable[[Records], Changes | str]
) -> int:
    """Plan on records without faults, make the changes whole, and say which files they touch."""
    check = check_records(project)
    if not check.is_good:
        print_problems(check)
        refuse("er is niets veranderd; verbeter eerst deze fouten")
        return PROBLEMS
    if not check.records.has(kind.name, name):
        known = check.records.by_kind(kind.name)
        return refuse(f'{kind.name} "{name}" bestaat niet{suggest(name, known)}')
    changes = plan(check.records)
    if isinstance(changes, str):
        return refuse(changes)
    after = settle(project, changes)
    if not after.is_good:
        print_problems(after)
        refuse("er is niets veranderd; zo zouden deze fouten ontstaan")
        return PROBLEMS
    for path, content in sorted(changes.items()):
        print(f"{'weg' if content is None else 'geschreven'}: {path}")
    print_problems(after)
    return GOOD
