"""The command that tells what readers will see differ."""

import argparse

from kennisbank.changes.compare import compare_records
from kennisbank.changes.history import (
    describe_revision,
    find_publication,
    has_history,
    read_revision,
)
from kennisbank.changes.report import write_report
from kennisbank.cli.say import GOOD, PROBLEMS, print_problems, refuse
from kennisbank.config import Project
from kennisbank.load.git import find_git
from kennisbank.pipeline import check_records
from kennisbank.prompt import typed


def tell_changes(project: Project, options: argparse.Namespace) -> int:
    """Compare the records with those of the last publication, or of a revision of git."""
    if not has_history(project.root):
        return refuse(_say_no_history(project))
    revision = options.sinds or find_publication(project.root)
    if not revision:
        return refuse(
            f"nog nooit gepubliceerd; zeg waarmee ik vergelijk, zoals: {typed('changes main')}"
        )
    since = "" if revision.startswith("-") else describe_revision(project.root, revision)
    if not since:
        return refuse(
            f'git kent "{revision}" hier niet; noem een tak, een tag of een commit, '
            "en haal zo nodig de hele geschiedenis op met git fetch --unshallow"
        )
    found = read_revision(project.root, revision)
    if found is None:
        return refuse(f'in "{revision}" staat nog geen map concepts/; kies een latere revisie')
    check = check_records(project)
    if not check.is_good:
        print_problems(check)
        return PROBLEMS
    before, unread = found
    changes = compare_records(before, check.records)
    print(write_report(changes, since, options.format == "markdown"), end="")
    if unread:
        print(f"\nVan toen waren {unread} bestanden niet te lezen; die staan hier als nieuw.")
    return GOOD


def _say_no_history(project: Project) -> str:
    elsewhere = "kijk bij je voorstel op de git-host"
    if not (project.root / ".git").exists():
        return (
            "deze map heeft geen geschiedenis van git om mee te vergelijken; haal de kennisbank op "
            f"met git of GitHub Desktop in plaats van als zip, of {elsewhere}"
        )
    if not find_git():
        return f"git staat niet op deze computer; installeer het van git-scm.com, of {elsewhere}"
    return f"git kan deze map niet lezen; typ git status, dan zegt git waarom, of {elsewhere}"
