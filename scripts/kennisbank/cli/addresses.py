"""Commands on addresses: publish-addresses, redirect."""

import argparse

from kennisbank.cli.records import check_all
from kennisbank.cli.saving import save
from kennisbank.cli.say import GOOD, PROBLEMS, print_problems, refuse
from kennisbank.config import Project
from kennisbank.journal.look import look
from kennisbank.permanence import publish, serialize
from kennisbank.pipeline import check_records
from kennisbank.revise.redirect import plan_redirect


def publish_addresses(project: Project, options: argparse.Namespace) -> int:
    """Add every address that is made now to the book."""
    seen = look(project.root)
    check = check_records(project)
    print_problems(check)
    if not check.is_good or check.site is None:
        return PROBLEMS
    book = check.records.addresses
    published = publish(book, check.made, check.site.tensions)
    if not save(project, {book.path: serialize(published)}, seen):
        return PROBLEMS
    print(f"{len(published.published) - len(book.published)} nieuwe adressen vastgelegd")
    return GOOD


def redirect(project: Project, options: argparse.Namespace) -> int:
    """Let a published address lead elsewhere, with all others of the record that stood there."""
    seen = look(project.root)
    check = check_records(project)
    if check.site is None:
        print_problems(check)
        refuse("er is niets veranderd; verbeter eerst deze fouten")
        return PROBLEMS
    planned = plan_redirect(check, check.site, (options.oud, options.nieuw))
    if isinstance(planned, str):
        return refuse(planned)
    if not save(project, {planned.book.path: serialize(planned.book)}, seen):
        return PROBLEMS
    (old, new), *others = planned.moves.items()
    print(f"{old} leidt nu naar {new}")
    for old, new in others:
        print(f"- {old} naar {new}")
    return check_all(project, options)
