"""The command that freezes the built site as an edition."""

import argparse
import hashlib
import re
from collections.abc import Mapping
from datetime import date

from kennisbank.cli.saving import save
from kennisbank.cli.say import GOOD, PROBLEMS, print_problems, refuse
from kennisbank.config import Project
from kennisbank.dutch import write_day
from kennisbank.editions.freeze import freeze, pack
from kennisbank.journal.look import Seen, look
from kennisbank.journal.put import Changes
from kennisbank.load.editions import find_unfinished_edition, load_editions
from kennisbank.model.edition import (
    FOLDER,
    REGISTER,
    Edition,
    freeze_concept,
    number_edition,
    serialize_register,
)
from kennisbank.model.outcome import Check
from kennisbank.pipeline import check_records
from kennisbank.problems import has_errors
from kennisbank.prompt import typed
from kennisbank.vocabulary import SETTINGS_FILE
from kennisbank.withdrawn.book import serialize_withdrawn
from kennisbank.withdrawn.check import make_search
from kennisbank.withdrawn.left import tells
from kennisbank.withdrawn.words import decode_anything
from kennisbank.write import read_folder


def make_edition(project: Project, options: argparse.Namespace) -> int:
    """Freeze the folder site/ as it is now; an edition is never made twice.

    One that an earlier version of this command left half done is finished.
    """
    name, seen = options.naam, look(project.root)
    editions, _ = load_editions(project.root)
    check = check_records(project)
    current = check.records.settings.edition if check.records.settings else None
    is_noted = name in {edition.name for edition in editions}
    if is_noted and find_unfinished_edition(editions, current) == name:
        return _finish(project, name, seen)
    refusal = _find_refusal(project, editions, name)
    if refusal:
        return refuse(refusal)
    half_done = f"{FOLDER}/{name}.zip"
    if check.site is None or has_errors(p for p in check.problems if p.path != half_done):
        print_problems(check)
        return PROBLEMS
    files = freeze(
        read_folder(project.root / "site"), name, write_day(date.today()), project.site_url
    )
    changes = _freeze(project, check, name, files)
    if changes is None:
        return refuse("in de map site/ staat nog wat is ingetrokken; bouw eerst de site opnieuw")
    if not save(project, changes, seen):
        return PROBLEMS
    size = len(changes[f"{FOLDER}/{name}.zip"] or b"") // 1024
    print(f"gemaakt: {FOLDER}/{name}.zip ({size} kB, {len(files)} bestanden)")
    print(f"typ nu: {typed('publish')}; dan staat de editie erin, en noemt elke pagina haar")
    print("bewaar daarna de mappen edities/ en concepts/ in git")
    return GOOD


def _find_refusal(project: Project, editions: tuple[Edition, ...], name: str) -> str:
    """Say why there can be no edition of this name now, or nothing."""
    if name in {edition.name for edition in editions}:
        return f'editie "{name}" bestaat al; kies de volgende naam'
    if not re.fullmatch(r"\d{4}-[1-9]\d?", name):
        return f'"{name}" is geen naam van een editie; schrijf jaar en nummer, zoals 2026-2'
    if number_edition(name) in {edition.number for edition in editions}:
        return f'editie "{name}" bestaat al onder een andere schrijfwijze; kies de volgende naam'
    if not (project.root / "site" / "index.html").is_file():
        return f"de map site/ ontbreekt; bouw eerst de site: {typed('publish')}"
    return ""


def _freeze(
    project: Project, check: Check, name: str, files: Mapping[str, bytes]
) -> Changes | None:
    """Give the files that an edition adds or changes; None when it would tell what is withdrawn."""
    assert check.site
    withdrawn, search = check.records.withdrawn, make_search(check.records)
    if any(tells(path, decode_anything(each), search) for path, each in files.items()):
        return None
    content = pack(files)
    edition = Edition(
        name=name,
        day=date.today().isoformat(),
        sha256=hashlib.sha256(content).hexdigest(),
        concepts={key: freeze_concept(each.concept) for key, each in check.site.concepts.items()},
    )
    editions, _ = load_editions(project.root)
    changes = {
        edition.path: content,
        REGISTER: serialize_register((*editions, edition)),
        **_make_current(project, name),
    }
    if withdrawn.records:
        looked = tuple(sorted({*withdrawn.editions, edition.sha256}))
        withdrawn = withdrawn.model_copy(update={"editions": looked})
        changes[withdrawn.path] = serialize_withdrawn(withdrawn)
    return changes


def _finish(project: Project, name: str, seen: Seen) -> int:
    if not save(project, _make_current(project, name), seen):
        return PROBLEMS
    print(f"afgemaakt: editie {name}; bouw de site nu opnieuw")
    return GOOD


def _make_current(project: Project, name: str) -> dict[str, bytes]:
    """Give the settings with `editie: NAME`; everything else stays as it was written."""
    file = project.records / SETTINGS_FILE
    settings = file.read_bytes()
    line = f"editie: {name}".encode()
    changed, count = re.subn(rb"(?m)^(\xef\xbb\xbf)?editie:[^\r\n]*", rb"\1" + line, settings)
    if not count:
        end = b"\r\n" if b"\r\n" in settings else b"\n"
        changed = settings.rstrip() + end + line + end
    return {f"concepts/{SETTINGS_FILE}": changed}
