"""Write the comparison as plain text for a terminal, or as Markdown for a proposal."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kennisbank.changes.compare import CHANGED, RENAMED, FieldChange, PageChange
from kennisbank.changes.words import MARKDOWN, PLAIN, Marks, mark_changes

_HEADINGS = ("nieuw", "gewijzigd", "hernoemd", "vervallen", "weg", "ingetrokken")


def write_report(changes: Iterable[PageChange], since: str, is_markdown: bool) -> str:
    """Give the whole report; `since` says in words what is compared with."""
    changes = tuple(changes)
    return "\n".join(_write(changes, since, is_markdown)) + "\n"


def _write(changes: tuple[PageChange, ...], since: str, is_markdown: bool) -> Iterator[str]:
    counted = Counter(change.what for change in changes)
    numbers = ", ".join(f"{counted[what]} {what}" for what in _HEADINGS if counted[what])
    yield f"{'## ' if is_markdown else ''}Wat lezers anders zien sinds {since}"
    yield ""
    yield f"{numbers}." if changes else "Niets: voor lezers is alles hetzelfde."
    for what in _HEADINGS:
        if counted[what]:
            yield ""
            yield f"### {what.capitalize()}" if is_markdown else what.upper()
            for change in changes:
                if change.what == what:
                    yield from _write_page(change, is_markdown)


def _write_page(change: PageChange, is_markdown: bool) -> Iterator[str]:
    name = f"{change.kind} {change.title}" if change.title else change.kind
    place = f" ({change.address})" if change.address else ""
    if change.what == RENAMED:
        place = f" ({change.before} → {change.address})"
    yield f"- **{name}**{place}" if is_markdown else f"  {name}{place}"
    if change.what == CHANGED or change.fields or change.lines:
        start = "  - " if is_markdown else "    "
        marks = MARKDOWN if is_markdown else PLAIN
        yield from (f"{start}{_write_field(field, marks)}" for field in change.fields)
        yield from (f"{start}{line}" for line in change.lines)


def _write_field(field: FieldChange, marks: Marks) -> str:
    name = field.name.replace("_", " ")
    return f"{name}: {field.note or mark_changes(field.before, field.after, marks)}"
