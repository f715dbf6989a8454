"""The command `kennisbank`: the only module that prints, and that decides the exit status."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from kennisbank.config import Project, find_project
from kennisbank.load.discover import make_id
from kennisbank.load.raw import find_hand_written
from kennisbank.permanence import find_made, publish, serialize
from kennisbank.pipeline import Check, build, check_records
from kennisbank.problems import suggest
from kennisbank.schemas import make_schemas
from kennisbank.starter import find_near_label, make_starter
from kennisbank.usage import find_usage
from kennisbank.vocabulary import CONCEPT, KINDS
from kennisbank.write import write_whole

GOOD, PROBLEMS, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give 0 when all is good, 1 on problems, 2 on wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    project = find_project(Path.cwd())
    if project is None:
        print(
            "kennisbank: geen mkdocs.yml en concepts/ gevonden; ga naar de map van de kennisbank",
            file=sys.stderr,
        )
        return WRONG_USE
    run: Callable[[Project, argparse.Namespace], int] = options.run
    return run(project, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kennisbank",
        description="Maakt van de records in concepts/ de pagina’s van de kennisbank.",
    )
    commands = parser.add_subparsers(required=True, metavar="opdracht")
    check = commands.add_parser("check", help="controleer alle records")
    check.set_defaults(run=_check)
    make = commands.add_parser("build", help="controleer, en schrijf de pagina’s en databestanden")
    make.add_argument("--ontwerpen", action="store_true", help="neem ontwerpen mee")
    make.set_defaults(run=_build)
    new = commands.add_parser("new", help="maak een nieuw record als ontwerp")
    new.add_argument("soort", choices=[kind.name for kind in KINDS])
    new.add_argument("naam", help="de term, naam of titel")
    new.add_argument("--thema", help="bij een begrip: de map van het thema")
    new.set_defaults(run=_new)
    uses = commands.add_parser("uses", help="toon waar een record gebruikt wordt")
    uses.add_argument("id")
    uses.set_defaults(run=_uses)
    publish = commands.add_parser(
        "publish-addresses", help="leg nieuwe adressen vast; doe dit bij elke publicatie"
    )
    publish.set_defaults(run=_publish_addresses)
    redirect = commands.add_parser(
        "redirect", help="laat een gepubliceerd adres elders heen leiden"
    )
    redirect.add_argument("oud")
    redirect.add_argument("nieuw")
    redirect.set_defaults(run=_redirect)
    schema = commands.add_parser("schema", help="schrijf de schema’s voor editors")
    schema.set_defaults(run=_schema)
    return parser


def _check(project: Project, options: argparse.Namespace) -> int:
    check = check_records(project)
    print_problems(check)
    return GOOD if check.is_good else PROBLEMS


def _build(project: Project, options: argparse.Namespace) -> int:
    done = build(project, with_drafts=options.ontwerpen)
    print_problems(done.check)
    if not done.check.is_good:
        return PROBLEMS
    print(f"{done.written} geschreven, {done.removed} weggehaald")
    return GOOD


def print_problems(check: Check) -> None:
    """Print each problem on a line, then one line that counts."""
    for problem in check.problems:
        print(problem)
    print(summarize(check))


def summarize(check: Check) -> str:
    """Count problems and files in one line."""
    files = len({problem.path for problem in check.problems})
    errors = sum(problem.level == "fout" for problem in check.problems)
    if not check.problems:
        return f"geen fouten ({check.file_count} bestanden gelezen)"
    found = f"{errors} {'fout' if errors == 1 else 'fouten'}"
    place = f"{files} {'bestand' if files == 1 else 'bestanden'}"
    return f"{found} in {place} ({check.file_count} gelezen)"


def _new(project: Project, options: argparse.Namespace) -> int:
    records = check_records(project).records
    record_id = make_id(options.naam)
    kind = next(kind for kind in KINDS if kind.name == options.soort)
    if records.has(kind.name, record_id):
        return _refuse(f'{kind.name} "{record_id}" bestaat al; kies een andere naam')
    folder = kind.folder
    if kind is CONCEPT:
        if options.thema not in records.themes:
            return _refuse(f"geef een thema met --thema; kies uit: {', '.join(records.themes)}")
        folder = f"{folder}/{options.thema}"
        near = find_near_label(records, options.naam)
        if near:
            print(f"let op: er is al een term die hierop lijkt: {near}")
    file = project.records / folder / f"{record_id}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    text = make_starter(records, kind.name, options.naam, date.today())
    write_whole(file, text.encode())
    print(f"gemaakt: {file.relative_to(project.root).as_posix()}")
    return GOOD


def _refuse(message: str) -> int:
    print(f"kennisbank: {message}", file=sys.stderr)
    return WRONG_USE


def _uses(project: Project, options: argparse.Namespace) -> int:
    records = check_records(project).records
    if not any(records.has(kind.name, options.id) for kind in KINDS):
        known = [record.id for record in records.all()]
        return _refuse(f'"{options.id}" bestaat niet{suggest(options.id, known)}')
    found = find_usage(project.root, records, options.id)
    for use in found:
        print(f"{use.path}:{use.line}:{use.column}: {use.message}")
    print(f"{len(found)} keer gebruikt")
    return GOOD


def _publish_addresses(project: Project, options: argparse.Namespace) -> int:
    check = check_records(project)
    print_problems(check)
    if not check.is_good:
        return PROBLEMS
    made = find_made(check.artifacts, find_hand_written(project.docs))
    book = check.records.addresses
    published = publish(book, made)
    write_whole(project.root / book.path, serialize(published).encode())
    print(f"{len(published.published) - len(book.published)} nieuwe adressen vastgelegd")
    return GOOD


def _redirect(project: Project, options: argparse.Namespace) -> int:
    book = check_records(project).records.addresses
    page, _, anchor = options.oud.partition("#")
    if page not in book.published or (anchor and anchor not in book.anchors(page)):
        return _refuse(f'"{options.oud}" is nooit gepubliceerd{suggest(page, book.published)}')
    changed = book.model_copy(update={"redirects": {**book.redirects, options.oud: options.nieuw}})
    write_whole(project.root / book.path, serialize(changed).encode())
    print(f"{options.oud} leidt nu naar {options.nieuw}")
    return _check(project, options)


def _schema(project: Project, options: argparse.Namespace) -> int:
    folder = project.root / ".vscode" / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for schema in make_schemas():
        write_whole(folder / schema.path, schema.content)
    print(f"geschreven: {folder.relative_to(project.root).as_posix()}")
    return GOOD
