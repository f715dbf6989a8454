"""Commands on the records: check, build, new, uses, schema."""

import argparse
from collections.abc import Iterator
from datetime import date

from kennisbank.cli.names import refuse_name
from kennisbank.cli.saving import save
from kennisbank.cli.say import GOOD, PRINTERS, PROBLEMS, print_problems, refuse
from kennisbank.config import Project
from kennisbank.handbook.schemas import list_ids, make_schemas
from kennisbank.handbook.starter import find_near_label, make_starter
from kennisbank.journal.look import look
from kennisbank.load.decode import decode
from kennisbank.load.places import place_faults
from kennisbank.model.fields import LONGEST_LINE
from kennisbank.model.names import names_of
from kennisbank.model.records import Records
from kennisbank.model.references import iterate_all_references
from kennisbank.pipeline import build, check_records
from kennisbank.problems import Fault, sort_problems, suggest
from kennisbank.prompt import typed
from kennisbank.record_id import LONGEST_ID
from kennisbank.spelling import make_id
from kennisbank.vocabulary import CONCEPT, KIND_BY_NAME, KINDS
from kennisbank.write import write_schemas


def check_all(project: Project, options: argparse.Namespace) -> int:
    """Check all records, and tell it in the form that is asked."""
    check = check_records(project)
    PRINTERS[getattr(options, "format", "text")](check)
    return GOOD if check.is_good else PROBLEMS


def build_all(project: Project, options: argparse.Namespace) -> int:
    """Check, then write pages and data files."""
    done = build(project, with_drafts=options.ontwerpen)
    print_problems(done.check)
    if not done.check.is_good:
        return PROBLEMS
    print(f"{len(done.written)} geschreven, {done.removed} weggehaald")
    return GOOD


def new(project: Project, options: argparse.Namespace) -> int:
    """Make a record to start from, as a draft."""
    name, seen = " ".join(options.naam.split()), look(project.root)
    check = check_records(project)
    records, record_id = check.records, make_id(name)
    if any(each.path == records.addresses.path and not check.site for each in check.problems):
        print_problems(check)  # which names are taken is not known
        return PROBLEMS
    kind = KIND_BY_NAME[options.soort]
    if reason := _find_fault(name) or refuse_name(records, kind, record_id):
        return refuse(reason)
    folder = kind.folder
    if kind is CONCEPT:
        if options.thema not in records.themes:
            return refuse(_ask_theme(options.thema, records))
        folder = f"{folder}/{options.thema}"
        near = find_near_label(records, name)
        if near:
            print(f"let op: er is al een term die hierop lijkt: {near}")
    elif options.thema:
        return refuse("alleen een begrip staat in de map van een thema; laat --thema weg")
    file = project.records / folder / f"{record_id}.yml"
    path = file.relative_to(project.root).as_posix()
    text = make_starter(records, kind.name, name, date.today())
    if not save(project, {path: text.encode()}, seen):
        return PROBLEMS
    print(f"gemaakt: {path}")
    print(f"open dat bestand en vul het in; nakijken: {typed('check')}")
    return GOOD


def _ask_theme(given: str | None, records: Records) -> str:
    """Say that a theme was not given, or is not there."""
    choice = f"kies uit: {', '.join(records.themes)}"
    if not given:
        return f"geef een thema met --thema; {choice}"
    return f'thema "{given}" bestaat niet{suggest(given, records.themes) or f"; {choice}"}'


def _find_fault(name: str) -> str:
    """Say why there can be no record of this name, or nothing."""
    if not make_id(name, ""):
        return (
            f'"{name}" heeft geen letter van a tot z of cijfer voor een bestandsnaam; geef een '
            "naam die er een heeft, en zet de echte daarna in het bestand"
        )
    if len(name) > LONGEST_LINE:
        return f"de naam heeft {len(name)} tekens; geef een kortere, van hooguit {LONGEST_LINE}"
    if len(make_id(name)) > LONGEST_ID:
        return (
            f"de naam heeft {len(name)} tekens en dat is te lang voor een bestandsnaam; geef een "
            f"kortere, van hooguit {LONGEST_ID}, en zet de hele naam daarna in het bestand"
        )
    try:
        _, problems = decode("", name.encode())
    except UnicodeEncodeError:
        return "de naam heeft een teken dat geen letter of ander leesteken is; typ hem opnieuw"
    return problems[0].message if problems else ""


def uses(project: Project, options: argparse.Namespace) -> int:
    """Show where a record is used."""
    records = check_records(project).records
    if not any(records.has(kind.name, options.id) for kind in KINDS):
        known = [record.id for record in records.all()]
        return refuse(f'"{options.id}" bestaat niet{suggest(options.id, known)}')
    found = sort_problems(place_faults(project.root, _iterate_uses(records, options.id)))
    for use in found:
        print(f"{use.path}:{use.line}:{use.column}: {use.message}")
    print(f"{len(found)} keer gebruikt")
    return GOOD


def _iterate_uses(records: Records, record_id: str) -> Iterator[Fault]:
    """Give a fault for each field and text that names a record."""
    names = names_of(records)
    for record in records.all():
        for reference in iterate_all_references(record):
            if names.lead(reference) == record_id:
                field = next((str(step) for step in reference.where if step), "map")
                yield record.fault(
                    "gebruik",
                    reference.where,
                    f'{record.kind.name} "{record.id}" noemt dit bij "{field}"',
                    at_key=reference.at_key,
                    text_offset=reference.offset,
                    level="let op",
                )


def schema(project: Project, options: argparse.Namespace) -> int:
    """Write the schemas for editors."""
    folder = write_schemas(project.root, make_schemas(list_ids(check_records(project).records)))
    print(f"geschreven: {folder.relative_to(project.root).as_posix()}")
    return GOOD
