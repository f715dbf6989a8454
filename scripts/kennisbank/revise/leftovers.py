"""Where the name of a withdrawn record still stands in a text: only a person can rewrite that."""

from collections.abc import Iterator

from kennisbank.config import Project
from kennisbank.load.discover import make_id
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.records import Records
from kennisbank.model.voices import Person
from kennisbank.problems import Problem, sort_problems
from kennisbank.vocabulary import ADDRESSES_FILE, OWNED_FOLDERS

_MIN_FAMILY_NAME = 4
_TEXTS = (".md", ".svg", ".html", ".txt")


def make_needles(records: Records, record: Record) -> tuple[str, ...]:
    """Give the words to look for: the id, the name, other spellings, and a rare family name."""
    names = [record.title]
    if isinstance(record, Person):
        names += record.hidden_labels
        others = {
            word
            for person in records.people.values()
            if person.id != record.id
            for word in make_id(person.name).split("-")
        }
        family = make_id(record.name).rpartition("-")[2]
        if record.sort == "persoon" and family not in others and len(family) >= _MIN_FAMILY_NAME:
            names.append(family)
    if isinstance(record, Concept):
        names += [*record.alternative_labels, *record.hidden_labels]
    return tuple(dict.fromkeys((record.id, *map(make_id, names))))


def stands_in(text: str, record: Record) -> bool:
    """Tell whether a text holds part of a person's name, or the title of another record."""
    words = make_id(record.title)
    parts = words.split("-") if isinstance(record, Person) else [words]
    return any(f"-{part}-" in f"-{make_id(text)}-" for part in parts)


def has_needle(text: str, needles: tuple[str, ...]) -> str:
    """Give the first of the words that a text holds, accents and capitals aside, or nothing."""
    plain = f"-{make_id(text)}-"
    return next((needle for needle in needles if f"-{needle}-" in plain), "")


def find_leftovers(project: Project, needles: tuple[str, ...]) -> tuple[Problem, ...]:
    """Give a line for each place in records and hand-written pages that names the record."""
    return sort_problems(_find_lines(project, needles))


def _find_lines(project: Project, needles: tuple[str, ...]) -> Iterator[Problem]:
    for path, text in _iterate_texts(project):
        for number, line in enumerate(text.splitlines(), start=1):
            needle = has_needle(line, needles)
            if needle:
                yield Problem(
                    path=path,
                    line=number,
                    column=len(line) - len(line.lstrip()) + 1,
                    rule="ingetrokken-naam",
                    message=f'hier staat nog "{needle.replace("-", " ")}"; herschrijf de zin',
                )


def _iterate_texts(project: Project) -> Iterator[tuple[str, str]]:
    files = [file for file in project.records.rglob("*.yml") if file.name != ADDRESSES_FILE]
    files += project.records.rglob("*.txt")  # what a merge left for a person to look at
    for file in project.docs.rglob("*"):
        is_own = file.relative_to(project.docs).parts[0] not in (*OWNED_FOLDERS, "index.md")
        if is_own and file.suffix in _TEXTS:
            files.append(file)
    for file in sorted(files):
        path = file.relative_to(project.root).as_posix()
        yield path, file.read_text(encoding="utf-8-sig", errors="replace")
