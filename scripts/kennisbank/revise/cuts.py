"""Take whole entries out of a record: a key with its value, or an item of a list."""

from collections.abc import Iterable

from kennisbank.load.sheet import Sheet
from kennisbank.problems import Where
from kennisbank.revise.edits import Edit


def cut_entries(sheet: Sheet, wheres: Iterable[Where]) -> set[Edit]:
    """Cut entries; a list or mapping that would be left empty goes as a whole."""
    gone = {where if _is_entry(sheet, where) else where[:-1] for where in wheres}
    while emptied := {where[:-1] for where in gone if _is_emptied(sheet, where[:-1], gone)} - gone:
        gone |= emptied
    return {Edit(*sheet.entry(where)) for where in gone}


def _is_entry(sheet: Sheet, where: Where) -> bool:
    return where in sheet.marks.values


def _is_emptied(sheet: Sheet, parent: Where, gone: set[Where]) -> bool:
    if not parent:
        return False
    inner = {
        where
        for where in sheet.marks.values
        if len(where) == len(parent) + 1 and where[:-1] == parent
    }
    return inner <= gone
