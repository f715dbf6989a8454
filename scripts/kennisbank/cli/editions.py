"""The command that freezes the built site as an edition."""

import argparse
import hashlib
import re
from datetime import date

from kennisbank.cli.say import GOOD, PROBLEMS, print_problems, refuse
from kennisbank.config import Project
from kennisbank.dutch import write_day
from kennisbank.editions.freeze import freeze, pack
from kennisbank.load.editions import load_editions
from kennisbank.model.edition import REGISTER, Edition, freeze_concept, serialize_register
from kennisbank.pipeline import check_records
from kennisbank.prompt import typed
from kennisbank.vocabulary import SETTINGS_FILE
from kennisbank.write import put_folder, read_folder, write_whole


def make_edition(project: Project, options: argparse.Namespace) -> int:
    """Freeze the folder site/ as it is now; an edition is never made twice."""
    site, today = project.root / "site", date.today()
    editions, _ = load_editions(project.root)
    if not re.fullmatch(r"\d{4}-[1-9]\d?", options.naam):
        return refuse(
            f'"{options.naam}" is geen naam van een editie; schrijf jaar en nummer, zoals 2026-2'
        )
    if options.naam in {edition.name for edition in editions}:
        return refuse(f'editie "{options.naam}" bestaat al; kies de volgende naam')
    if not (site / "index.html").is_file():
        return refuse(f"de map site/ ontbreekt; bouw eerst de site: {typed('site')}")
    check = check_records(project)
    if not check.is_good or check.site is None:
        print_problems(check)
        return PROBLEMS
    files = freeze(read_folder(site), options.naam, write_day(today), project.site_url)
    content = pack(files)
    edition = Edition(
        name=options.naam,
        day=today.isoformat(),
        sha256=hashlib.sha256(content).hexdigest(),
        concepts={name: freeze_concept(each.concept) for name, each in check.site.concepts.items()},
    )
    register = serialize_register((*editions, edition))
    put_folder(project.root, {edition.path: content, REGISTER: register})
    settings = project.records / SETTINGS_FILE
    write_whole(settings, _set_current(settings.read_bytes(), options.naam))
    print(f"gemaakt: {edition.path} ({len(content) // 1024} kB, {len(files)} bestanden)")
    print(f"typ nu: {typed('publish')}; dan staat de editie erin, en noemt elke pagina haar")
    print("bewaar daarna de mappen edities/ en concepts/ in git")
    return GOOD


def _set_current(settings: bytes, name: str) -> bytes:
    """Give the settings with `editie: NAME`; everything else stays as it was written."""
    line = f"editie: {name}".encode()
    changed, count = re.subn(rb"(?m)^editie:[^\r\n]*", line, settings)
    if count:
        return changed
    end = b"\r\n" if b"\r\n" in settings else b"\n"
    return settings.rstrip() + end + line + end
