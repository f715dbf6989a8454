"""The command that takes away what may not be published any longer, and says what is left of it."""

import argparse
from collections.abc import Iterator
from datetime import date

from kennisbank.cli.revising import has_faults, say_changes
from kennisbank.cli.saving import save
from kennisbank.cli.say import GOOD, PROBLEMS, print_problems, refuse
from kennisbank.config import Project
from kennisbank.editions.clean import Sought, clean_editions
from kennisbank.journal.look import look
from kennisbank.journal.put import Changes, throw_away
from kennisbank.model.outcome import Check
from kennisbank.model.records import Records
from kennisbank.pipeline import check_records
from kennisbank.problems import suggest
from kennisbank.prompt import typed
from kennisbank.revise.withdraw import Withdrawal, look_again
from kennisbank.revise.withdraw import withdraw as plan_withdraw
from kennisbank.withdrawn.book import serialize_withdrawn
from kennisbank.withdrawn.check import find_withdrawn, make_search
from kennisbank.withdrawn.forms import describe_limits
from kennisbank.withdrawn.left import NAME_RULE, find_told, find_unsure
from kennisbank.withdrawn.search import Search

HISTORY = (
    "oude versies staan nog in de geschiedenis van git: "
    "vraag de beheerder of die opgeschoond moet worden"
)


def withdraw(project: Project, options: argparse.Namespace) -> int:
    """Take a record and all that rests on it away; say where it still stands.

    Once it is gone, or without a record, all places are looked through again.
    """
    seen, check = look(project.root), check_records(project)
    records, record = check.records, None
    refusal = _find_refusal(check, options)
    if refusal:
        return refuse(refusal)
    limits: tuple[str, ...] = ()
    if options.soort and records.has(options.soort, options.id):
        if has_faults(check):
            print_problems(check)
            refuse("er is niets veranderd; verbeter eerst deze fouten")
            return PROBLEMS
        record = records.by_kind(options.soort)[options.id]
        limits = describe_limits(record, records)
    planned = plan_withdraw(project, records, record) if record else look_again(records)
    changes = {**planned.changes, **_clean(project, records, planned)}
    if not save(project, changes, seen):
        return PROBLEMS
    say_changes(changes)
    if planned.cut:
        print(f"uit wat blijft weggehaald: {', '.join(f'{n} × {key}' for key, n in planned.cut)}")
    if planned.silent:
        names = ", ".join(planned.silent)
        print(f"hier zegt niemand nu nog iets: {names}; schrijf een uitspraak van iemand anders")
    return _say_left(project, options, limits)


def _find_refusal(check: Check, options: argparse.Namespace) -> str:
    """Say why nothing can be withdrawn or looked through, or nothing."""
    records, book = check.records, check.records.withdrawn
    unread = next((p for p in check.problems if p.rule == "editie" or p.path == book.path), None)
    if unread:
        return f"er is niets veranderd; verbeter eerst dit: {unread}"
    if not options.soort:
        return "" if book.records else "er is nog nooit iets ingetrokken"
    if not options.id:
        return f"zeg ook welk id, zoals: {typed('withdraw')} {options.soort} het-id"
    name = options.soort, options.id
    if records.has(*name) or find_withdrawn(book, *name):
        return ""
    hint = suggest(options.id, records.by_kind(options.soort))
    return f'{options.soort} "{options.id}" bestaat niet{hint}'


def _clean(project: Project, records: Records, planned: Withdrawal) -> Changes:
    """Give the editions without what goes, and the file that remembers it."""
    search = make_search(records.without(planned.gone, planned.withdrawn))
    is_clean = () if planned.gone else records.withdrawn.editions
    sought = Sought(planned.gone, search, is_clean)
    cleaned, editions = clean_editions(project.root, sought, date.today().isoformat())
    shas = tuple(sorted(edition.sha256 for edition in editions))
    withdrawn = planned.withdrawn.model_copy(update={"editions": shas})
    if withdrawn == records.withdrawn:
        return cleaned
    return {**cleaned, withdrawn.path: serialize_withdrawn(withdrawn)}


def _say_left(project: Project, options: argparse.Namespace, limits: tuple[str, ...]) -> int:
    """Take away what was made earlier, and print every place where a person has to do something."""
    check = check_records(project)
    search = make_search(check.records)
    for line in _take_made_away(project, search):
        print(line)
    print_problems(check)
    for problem in find_unsure(project.root, search):
        print(problem)
    for limit in limits:
        print(limit)
    return _say_end(check, options)


def _take_made_away(project: Project, search: Search) -> Iterator[str]:
    """Take away what a build made and still tells; the next one makes it again."""
    told = find_told(project.root, search)
    folders = [each for each in told if each.is_dir()]
    yield from (f"weg: {each.name}/ (bouw de site opnieuw)" for each in folders)
    if len(told) > len(folders):
        yield f"weg: {len(told) - len(folders)} gemaakte bestanden (bouw de site opnieuw)"
    throw_away(project.root, told)


def _say_end(check: Check, options: argparse.Namespace) -> int:
    left = sum(problem.rule == NAME_RULE for problem in check.problems)
    if left:
        again = f" {options.soort} {options.id}" if options.soort else ""
        places = "1 plaats" if left == 1 else f"{left} plaatsen"
        print(
            f"wat is ingetrokken staat nog op {places}; verbeter die, "
            f"en draai dit nog eens: {typed('withdraw')}{again}"
        )
    elif not check.is_good:
        print("wat is ingetrokken staat nergens meer; verbeter nog de fouten hierboven")
    else:
        print("niets meer: ingetrokken")
    print(HISTORY)
    return GOOD if check.is_good else PROBLEMS
