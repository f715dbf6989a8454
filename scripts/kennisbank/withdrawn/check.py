"""Where something that was withdrawn still stands."""

from collections.abc import Iterator
from pathlib import Path

from kennisbank.load.places import place_faults
from kennisbank.memory import remembered
from kennisbank.model.edition import Edition
from kennisbank.model.records import Records
from kennisbank.model.withdrawn import Withdrawn, WithdrawnRecord
from kennisbank.problems import Fault, Problem
from kennisbank.prompt import typed
from kennisbank.withdrawn.forms import list_known
from kennisbank.withdrawn.left import NAME_RULE, find_in_content
from kennisbank.withdrawn.marks import hash_slowly, hash_text, read_mark
from kennisbank.withdrawn.search import Search, Spelling
from kennisbank.withdrawn.tree import iterate_written

RULES = (NAME_RULE,)


def make_search(records: Records, only: WithdrawnRecord | None = None) -> Search:
    """Give what finds everything that was withdrawn, or `only` one record."""
    book = records.withdrawn
    names = (name for each in ((only,) if only else book.records) for name in each.names)
    return _make_search(book.salt, tuple(names), list_known(records))


@remembered
def _make_search(salt: str, names: tuple[str, ...], known: tuple[Spelling, ...]) -> Search:
    return Search(salt, map(read_mark, names), known)


def find_withdrawn(book: Withdrawn, kind_name: str, record_id: str) -> WithdrawnRecord | None:
    """Give what is remembered of a withdrawn record, if it ever was."""
    mark = hash_slowly(book.salt, f"{kind_name} {record_id}") if book.records else ""
    return next((each for each in book.records if each.id == mark), None)


def find_left(root: Path, records: Records, editions: tuple[Edition, ...]) -> tuple[Problem, ...]:
    """Give a problem for each place where something that was withdrawn still stands."""
    return (
        *check_names(root, records),
        *check_editions(records.withdrawn, editions),
        *place_faults(root, check_definitions(records)),
    )


def check_names(root: Path, records: Records) -> Iterator[Problem]:
    """Give a problem for each place in a file that people write where a withdrawn name stands."""
    if not records.withdrawn.records:
        return
    search = make_search(records)
    for file in iterate_written(root):
        path = file.relative_to(root).as_posix()
        try:
            content = file.read_bytes()
        except PermissionError:
            message = "zonder leesrecht is dit bestand niet nagekeken; geef het"
            yield Problem(path=path, rule=NAME_RULE, message=message)
        else:
            yield from _find_sure(path, content, search)


@remembered
def _find_sure(path: str, content: bytes, search: Search) -> Iterator[Problem]:
    yield from (p for p in find_in_content(path, content, search) if p.level == "fout")


def check_editions(withdrawn: Withdrawn, editions: tuple[Edition, ...]) -> Iterator[Problem]:
    """Give a problem for each edition that nobody looked through since something was withdrawn."""
    for edition in editions if withdrawn.records else ():
        if edition.sha256 not in withdrawn.editions:
            message = "deze editie is niet nagekeken op wat er is ingetrokken; draai "
            message += typed("withdraw")
            yield Problem(path=edition.path, rule=NAME_RULE, message=message)


def check_definitions(records: Records) -> Iterator[Fault]:
    """Give a fault for each definition that is still the one of somebody who is withdrawn."""
    book = records.withdrawn
    texts = {text for each in book.records for text in each.texts}
    for concept in records.concepts.values() if texts else ():
        if hash_text(book.salt, concept.definition) in texts:
            message = (
                "deze definitie kwam van wie is ingetrokken; schrijf een eigen definitie, "
                "in andere woorden"
            )
            yield concept.fault(NAME_RULE, ("definitie",), message, text_offset=0)
