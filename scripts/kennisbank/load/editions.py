"""Read the register of editions and the frozen files, and hold each against its noted hash."""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from kennisbank.model.edition import FOLDER, REGISTER, Edition, parse_register
from kennisbank.problems import Fault, Problem
from kennisbank.prompt import typed


def load_editions(root: Path) -> tuple[tuple[Edition, ...], tuple[Problem, ...]]:
    """Give all editions, and a problem for each file that is gone or is not what was noted."""
    file = root / REGISTER
    if not file.is_file():
        return (), ()
    try:
        editions = parse_register(file.read_bytes())
    except ValueError:
        return (), (_problem("dit is geen lijst van edities; haal de vorige versie terug"),)
    return editions, tuple(_check_files(root, editions))


def _check_files(root: Path, editions: tuple[Edition, ...]) -> Iterator[Problem]:
    for edition in editions:
        file = root / edition.path
        if not file.is_file():
            yield _problem(
                f'editie "{edition.name}" mist haar bestand {edition.path}; haal het terug'
            )
        elif hashlib.sha256(file.read_bytes()).hexdigest() != edition.sha256:
            yield _problem(
                f'editie "{edition.name}": {edition.path} is veranderd sinds het is vastgelegd; '
                "haal de vorige versie terug"
            )


def _problem(message: str, path: str = REGISTER) -> Problem:
    return Problem(path=path, rule="editie", message=message)


def find_stray_editions(root: Path, editions: tuple[Edition, ...]) -> Iterator[Problem]:
    """Give a problem for each file that looks like an edition and was never noted as one."""
    noted = {edition.path for edition in editions}
    for file in sorted((root / FOLDER).glob("*.zip")):
        path = f"{FOLDER}/{file.name}"
        if path not in noted:
            yield _problem(
                f'editie "{file.stem}" is niet afgemaakt; draai '
                f"{typed('edition')} {file.stem} nog eens, of haal het bestand weg",
                path,
            )


def find_unfinished_edition(editions: tuple[Edition, ...], current: str | None) -> str:
    """Give the name of the last edition when it was noted and never made the current one."""
    last = max(editions, key=lambda edition: (edition.day, edition.number), default=None)
    return last.name if last and last.name != current else ""


def check_last_edition(
    editions: tuple[Edition, ...], path: str, current: str | None
) -> Iterator[Fault]:
    """Give a fault when the settings at `path` do not name the last edition."""
    name = find_unfinished_edition(editions, current)
    if name:
        message = (
            f'editie "{name}" is vastgelegd maar staat hier nog niet; '
            f"draai {typed('edition')} {name} om haar af te maken"
        )
        yield Fault(path=path, where=("editie",), rule="editie", message=message)


def find_frozen_pages(
    root: Path, editions: tuple[Edition, ...], name: str | None
) -> frozenset[str]:
    """Give the addresses of the pages of the named edition; none when there is no such edition."""
    for edition in editions:
        if edition.name == name:
            with zipfile.ZipFile(root / edition.path) as archive:
                return frozenset(
                    path.removesuffix("index.html")
                    for path in archive.namelist()
                    if path.endswith("/index.html")
                )
    return frozenset()


def read_edition(root: Path, edition: Edition) -> dict[str, bytes]:
    """Give every file of an edition by its path inside it."""
    with zipfile.ZipFile(io.BytesIO((root / edition.path).read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
