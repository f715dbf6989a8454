"""Give a record another id: its file, every place that names it, and its addresses."""

from kennisbank.config import Project
from kennisbank.journal.put import Changes
from kennisbank.model.records import Records
from kennisbank.permanence import encode
from kennisbank.revise.book import rename_in_book
from kennisbank.revise.edits import rename_everywhere
from kennisbank.vocabulary import DIAGRAM, THEME, Kind

DRAWINGS = "docs/assets/diagrammen"


def rename(project: Project, records: Records, kind: Kind, names: tuple[str, str]) -> Changes:
    """Give what must change on disk so that the record `names[0]` is called `names[1]`."""
    old, new = names
    changes: dict[str, bytes | None] = {**rename_everywhere(project.root, records, kind, names)}
    _move(project, changes, records.by_kind(kind.name)[old].path, new)
    if kind is THEME:
        for concept in records.concepts.values():
            if concept.theme == old:
                file = concept.path.rpartition("/")[2]
                _move_to(project, changes, concept.path, f"concepts/begrippen/{new}/{file}")
    if kind is DIAGRAM and (project.root / DRAWINGS / f"{old}.svg").is_file():
        _move_to(project, changes, f"{DRAWINGS}/{old}.svg", f"{DRAWINGS}/{new}.svg")
    changes.update(_mend_pages(project, kind, names))
    book = rename_in_book(records, kind, names)
    if book != records.addresses:
        changes[book.path] = encode(book)
    return changes


def _move(project: Project, changes: dict[str, bytes | None], path: str, new: str) -> None:
    _move_to(project, changes, path, f"{path.rpartition('/')[0]}/{new}.yml")


def _move_to(project: Project, changes: dict[str, bytes | None], old: str, new: str) -> None:
    content = changes.get(old)
    changes[new] = (project.root / old).read_bytes() if content is None else content
    changes[old] = None


def _mend_pages(project: Project, kind: Kind, names: tuple[str, str]) -> Changes:
    """Mend links in the pages that people write."""
    old, new = (f"{kind.folder}/{name}.md" for name in names)
    changes: dict[str, bytes | None] = {}
    for file in sorted(project.docs.glob("*.md")):
        content = file.read_bytes()
        if f"({old}".encode() in content and file.name != "index.md":
            path = file.relative_to(project.root).as_posix()
            changes[path] = content.replace(f"({old}".encode(), f"({new}".encode())
    return changes
