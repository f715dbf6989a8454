"""Commands on addresses: publish-addresses, redirect."""

import argparse

from kennisbank.cli.records import check_all
from kennisbank.cli.saving import save
from kennisbank.cli.say import GOOD, PROBLEMS, print_problems, refuse
from kennisbank.config import Project
from kennisbank.journal.look import look
from kennisbank.load.raw import find_hand_written
from kennisbank.owned import OWNED
from kennisbank.permanence import find_made, publish, serialize
from kennisbank.pipeline import check_records
from kennisbank.problems import suggest


def publish_addresses(project: Project, options: argparse.Namespace) -> int:
    """Add every address that is made now to the book."""
    seen = look(project.root)
    check = check_records(project)
    print_problems(check)
    if not check.is_good:
        return PROBLEMS
    made = find_made(check.artifacts, find_hand_written(project.docs, OWNED))
    book = check.records.addresses
    published = publish(book, made)
    if not save(project, {book.path: serialize(published).encode()}, seen):
        return PROBLEMS
    print(f"{len(published.published) - len(book.published)} nieuwe adressen vastgelegd")
    return GOOD


def redirect(project: Project, options: argparse.Namespace) -> int:
    """Let a published address lead elsewhere."""
    seen = look(project.root)
    book = check_records(project).records.addresses
    page, _, anchor = options.oud.partition("#")
    if page not in book.published or (anchor and anchor not in book.anchors(page)):
        return refuse(f'"{options.oud}" is nooit gepubliceerd{suggest(page, book.published)}')
    changed = book.model_copy(update={"redirects": {**book.redirects, options.oud: options.nieuw}})
    if not save(project, {book.path: serialize(changed).encode()}, seen):
        return PROBLEMS
    print(f"{options.oud} leidt nu naar {options.nieuw}")
    return check_all(project, options)
