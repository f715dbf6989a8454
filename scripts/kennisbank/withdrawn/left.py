"""The places in files where something that was withdrawn still stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kennisbank.load.packages import FOLDER, load_packages
from kennisbank.problems import Level, Problem
from kennisbank.prompt import typed
from kennisbank.vocabulary import CONCEPT, KIND_BY_FOLDER, THEME
from kennisbank.withdrawn.search import Hit, Search
from kennisbank.withdrawn.tree import (
    find_index,
    is_markup,
    iterate_made,
    iterate_written,
    read_content,
)
from kennisbank.withdrawn.words import clean, drop_tags

NAME_RULE = "ingetrokken-naam"
_BOOKS = ("concepts/adressen.yml", "concepts/ingetrokken.yml")
"""What commands keep: only a comment can be of a person."""
_PROGRAM = ("scripts/", "tests/")
"""What programmers write: one line a file, for whoever asks them."""
_UNSEEN = ("tests/",)
"""What goes nowhere: a name in it is told and stops nothing, so that who asks is off the site."""
_ASK = "dit bestand is van het programma: vraag de beheerder hier een andere naam te zetten"
_NO_COMMENT = re.compile(r"(?m)^[^#\n]+")


def find_unsure(root: Path, search: Search) -> Iterator[Problem]:
    """Give what a person has to look at: first names, and terms that stand as such."""
    for file in iterate_written(root):
        path = file.relative_to(root).as_posix()
        found = find_in_content(path, file.read_bytes(), search)
        yield from (problem for problem in found if problem.level != "fout")


def find_told(root: Path, search: Search) -> tuple[Path, ...]:
    """Give the folders and files that were made in which something still stands.

    Packages of other records than those of today are not used again, and not all of them are text.
    """
    old = root / FOLDER if not load_packages(root) else None
    return tuple(
        place
        for place in iterate_made(root)
        if place in (old, find_index(root)) or any(_tells(file, search) for file in _files(place))
    )


def _files(place: Path) -> Iterator[Path]:
    if place.is_dir():
        yield from sorted(file for file in place.rglob("*") if file.is_file())
    else:
        yield place


def _tells(file: Path, search: Search) -> bool:
    named = search.names(file.name)
    return named or any(tells(file.name, text, search) for text in read_content(file.read_bytes()))


def tells(name: str, text: str, search: Search) -> bool:
    """Tell whether a withdrawn name stands in the clean text of a file of this name."""
    texts = (text, drop_tags(text)) if is_markup(Path(name)) else (text,)
    return any(hit.is_sure for each in texts for hit in search.find(each))


def find_in_content(path: str, content: bytes, search: Search) -> Iterator[Problem]:
    """Give a problem for each withdrawn name in the path and the text of a file."""
    name = clean(path)
    for hit in search.find(name, with_links=False):
        if hit.is_sure:
            said = f"de naam van dit bestand noemt {_quote(name, hit)}; {_rename(path, search)}"
            yield Problem(path=path, rule=NAME_RULE, message=said)
    for text in read_content(content):
        if path in _BOOKS:
            text = _NO_COMMENT.sub("", text)
        hits = {*search.find(text)}
        if is_markup(Path(path)):
            hits |= {*search.find(drop_tags(text))}
        found = [_describe(path, text, hit) for hit in sorted(hits)]
        if path.startswith(_UNSEEN):
            found = [replace(problem, level="let op") for problem in found]
        yield from _gather(found) if path.startswith(_PROGRAM) else found


def _gather(found: Iterable[Problem]) -> Iterator[Problem]:
    """Give the first problem of each level in a file of the program, with how many there are."""
    by_level: dict[Level, list[Problem]] = {}
    for problem in found:
        by_level.setdefault(problem.level, []).append(problem)
    for first, *others in by_level.values():
        more = f" (en nog {len(others)} keer in dit bestand)" if others else ""
        said = first.message
        if "dat is ingetrokken" in said:
            said = f"{said.rpartition('; ')[0]}; {_ASK}"
        yield replace(first, message=f"{said}{more}")


def _rename(path: str, search: Search) -> str:
    parts, stem = Path(path).parts, Path(path).stem
    kind = KIND_BY_FOLDER.get(parts[1]) if parts[0] == "concepts" and len(parts) > 2 else None
    if kind is CONCEPT and not search.names(stem):
        kind, stem = THEME, parts[2]
    if kind is None:
        return "geef het een andere naam"
    command = typed(f"rename {kind.name} {stem}")
    return f"geef het een ander id: {command}, met het nieuwe id erachter"


_ADVICE = {
    "link": "haal deze verwijzing weg",
    "titel": "haal deze titel weg",
    "term": "is dat het begrip, schrijf het dan anders; het gewone woord mag blijven",
    "voornaam": "is dat dezelfde persoon, schrijf dan iets anders",
}


def _describe(path: str, text: str, hit: Hit) -> Problem:
    line = text.count("\n", 0, hit.start) + 1
    column = hit.start - text.rfind("\n", 0, hit.start)
    advice = _ADVICE.get(hit.counts, "schrijf het zonder die naam")
    what = "en dat is ingetrokken" if hit.is_sure else "dat kan iets zijn dat is ingetrokken"
    message = f"hier staat nog {_quote(text, hit)}, {what}; {advice}"
    level: Level = "fout" if hit.is_sure else "let op"
    return Problem(
        path=path, line=line, column=column, rule=NAME_RULE, message=message, level=level
    )


def _quote(text: str, hit: Hit) -> str:
    return f'"{" ".join(text[hit.start : hit.end].split())}"'
