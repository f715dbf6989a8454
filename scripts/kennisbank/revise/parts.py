"""What of a record rests on other records that go: a claim, an example, one voice of several."""

from collections.abc import Iterable, Iterator

from kennisbank.model.base import Record
from kennisbank.model.references import Reference, iterate_references
from kennisbank.problems import Where

_WHO, _RESTS_ON = "wie", ("via", "bron")


def find_cuts(record: Record, gone: Iterable[Record]) -> frozenset[Where]:
    """Give the places of what goes with `gone`; the empty place is the whole record.

    What several people say or tell loses those who go. It goes as a whole with the last of them,
    with the one through whom we know it, and with the source.
    """
    gone = tuple(gone)
    known = {each.key for each in gone}
    lost = [r for r in iterate_references(record) if r.where and (r.kind_name, r.id) in known]
    parts = {
        part for part in map(_part_of, _iterate_voices(record)) if _is_lost(record, part, lost)
    }
    cuts = {_widen(each.where, parts) for each in lost} | parts
    if any(record.kind is each.kind and record.replaced_by == each.id for each in gone):
        cuts.add(("vervangen_door",))
    return frozenset(cut for cut in cuts if not any(cut[: len(p)] == p != cut for p in parts))


def _iterate_voices(record: Record) -> Iterator[Reference]:
    return (each for each in iterate_references(record) if _WHO in each.where)


def _part_of(voice: Reference) -> Where:
    return voice.where[: voice.where.index(_WHO)]


def _is_lost(record: Record, part: Where, lost: list[Reference]) -> bool:
    """Tell whether nobody is left who says it, or what it rests on goes."""
    gone = {each.where for each in lost}
    if any((*part, key) in gone for key in _RESTS_ON):
        return True
    return all(each.where in gone for each in _iterate_voices(record) if _part_of(each) == part)


def _widen(where: Where, parts: set[Where]) -> Where:
    return next((part for part in parts if where[: len(part)] == part), where)
