"""Compare two states of the records, page by page. Pure: values in, values out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kennisbank.changes.relations import LinkReader, Moves, compare_links, compare_relations
from kennisbank.changes.veil import Veil
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.links import show_links
from kennisbank.model.names import names_of
from kennisbank.model.records import Records
from kennisbank.vocabulary import ENDED, KIND_BY_FOLDER

NEW, CHANGED, RENAMED, ENDS, GONE, WITHDRAWN = (
    *("nieuw", "gewijzigd", "hernoemd"),
    *("vervallen", "weg", "ingetrokken"),
)
_SILENT = {"@id", "@path", "wijzigingen", "relaties", "samenvoegen"}
_NAMES = {"@folder": "thema", "@drawing": "tekening"}
_REWRITTEN = "herschreven, omdat er iets uit is ingetrokken"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """What a field said and says; `note` stands instead when that may not be shown."""

    name: str
    before: str
    after: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChange:
    """What happens to one page. `title` is empty for what was withdrawn."""

    what: str
    kind: str
    title: str
    address: str
    before: str = ""
    """The old address of what was renamed."""
    fields: tuple[FieldChange, ...] = ()
    lines: tuple[str, ...] = ()
    """Relations and links gained and lost."""


def compare_records(old: Records, new: Records) -> tuple[PageChange, ...]:
    """Give every page that differs, kind by kind, in order of title."""
    moved = _find_moves(old, new)
    veil = Veil(old, new)
    came_from = {end: start for start, end in moved.items()}
    related = compare_relations(old, new, moved)
    read_old, read_new = LinkReader(names_of(old), moved), LinkReader(names_of(new), {})
    found = list(_compare_gone(old, new, moved, veil))
    for record in filter(_is_shown, new.all()):
        kind_name, name = came_from.get(record.key, record.key)
        before = old.by_kind(kind_name).get(name)
        lines = related.get(record.id, ()) if isinstance(record, Concept) else ()
        if before:
            links = compare_links(read_old.read(before), read_new.read(record), veil)
            lines = (*lines, *links)
        found += _compare_kept(before, record, veil, lines)
    return tuple(sorted(found, key=lambda change: (change.kind, change.title, change.address)))


def _is_shown(record: Record) -> bool:
    return not record.is_draft


def _find_moves(old: Records, new: Records) -> dict[tuple[str, str], tuple[str, str]]:
    """Give kind and id of each record that was renamed, with those of now."""
    moved = {}
    for start, end in new.addresses.redirects.items():
        if "#" in start or start in old.addresses.redirects:
            continue
        one, other = _read_address(start), _read_address(end)
        if one and other and old.has(*one) and not new.has(*one):
            moved[one] = other
    return moved


def _read_address(address: str) -> tuple[str, str] | None:
    folder, _, rest = address.partition("/")
    kind = KIND_BY_FOLDER.get(folder)
    name = rest.rstrip("/")
    return (kind.name, name) if kind and name and "/" not in name else None


def _compare_gone(old: Records, new: Records, moved: Moves, veil: Veil) -> Iterator[PageChange]:
    for record in filter(_is_shown, old.all()):
        if new.has(*record.key) or record.key in moved:
            continue
        is_withdrawn = veil.is_gone(record)
        yield PageChange(
            what=WITHDRAWN if is_withdrawn else GONE,
            kind=record.kind.name,
            title="" if is_withdrawn else record.title,
            address="" if is_withdrawn else record.address,
        )


def _compare_kept(
    before: Record | None, record: Record, veil: Veil, lines: tuple[str, ...]
) -> Iterator[PageChange]:
    page = PageChange(what=NEW, kind=record.kind.name, title=record.title, address=record.address)
    if before is None or before.is_draft:
        yield page
        return
    page = replace(
        page,
        what=CHANGED,
        fields=tuple(_compare_fields(before, record, veil)),
        lines=lines,
    )
    if before.id != record.id:
        yield replace(page, what=RENAMED, before=before.address)
    elif record.status == ENDED and before.status != ENDED:
        yield replace(page, what=ENDS)
    elif page.fields or page.lines:
        yield page


def _compare_fields(before: Record, after: Record, veil: Veil) -> Iterator[FieldChange]:
    old, new = _flatten(before), _flatten(after)
    for key in dict.fromkeys((*new, *old)):
        one, other = old.get(key, ""), new.get(key, "")
        if one == other:
            continue
        if veil.hides(one):
            yield FieldChange(name=key, before="", after="", note=_REWRITTEN)
        else:
            yield FieldChange(name=key, before=one, after=other)


def _flatten(record: Record) -> dict[str, str]:
    """Give each field as the text that readers see; where a link leads is told apart."""
    data = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {
        _NAMES.get(key, key): _write(value)
        for key, value in data.items()
        if key not in _SILENT and (not key.startswith("@") or key in _NAMES)
    }


def _write(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_write(each)}" for key, each in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(map(_write, value))
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return " ".join(show_links(str(value)).split())
