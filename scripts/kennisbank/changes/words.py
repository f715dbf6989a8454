"""The difference between two texts, word by word, with only a few words around each change."""

from collections.abc import Iterator
from difflib import SequenceMatcher

AROUND = 4
GONE, COME = ("[-", "-]"), ("{+", "+}")
"""Marks as `git diff --word-diff` writes them."""

Marks = tuple[tuple[str, str], tuple[str, str]]
PLAIN: Marks = (GONE, COME)
MARKDOWN: Marks = (("~~", "~~"), ("**", "**"))


def mark_changes(before: str, after: str, marks: Marks = PLAIN) -> str:
    """Give one line in which what went and what came is marked."""
    old, new = before.split(), after.split()
    return " ".join(_write(old, new, marks)).strip()


def _write(old: list[str], new: list[str], marks: Marks) -> Iterator[str]:
    (gone, gone_end), (come, come_end) = marks
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (step, old_start, old_end, new_start, new_end) in enumerate(steps):
        if step == "equal":
            yield from _shorten(old[old_start:old_end], number == 0, number == len(steps) - 1)
            continue
        if old_end > old_start:
            yield f"{gone}{' '.join(old[old_start:old_end])}{gone_end}"
        if new_end > new_start:
            yield f"{come}{' '.join(new[new_start:new_end])}{come_end}"


def _shorten(words: list[str], is_first: bool, is_last: bool) -> list[str]:
    """Keep the words next to a change."""
    if is_first and is_last:
        return words
    if is_first:
        return words if len(words) <= AROUND else ["…", *words[-AROUND:]]
    if is_last:
        return words if len(words) <= AROUND else [*words[:AROUND], "…"]
    return words if len(words) <= 2 * AROUND else [*words[:AROUND], "…", *words[-AROUND:]]
