"""Where words count as a withdrawn name: an ordinary word is not taken for one."""

import re
from collections.abc import Callable, Mapping, Sequence

from kennisbank.withdrawn.words import PARTICLES, Word

Words = Sequence[Word]

_OPENING = " \t\n‘’“”\"'([{*_#>-–—•«|"
_END = ".!?:;…=0123456789"
_JOINT = frozenset("-_./@#=:+")
_NEW_BLOCK = re.compile(r"\n[ \t]*\n|\n[ \t]*[-#>•*][ \t]|[|>][ \t]*\n")
_QUOTES = ("‘’", "“”", '""', "''", "**", "__", "«»", "„”", "`´")


def _anywhere(text: str, words: Words) -> bool:
    return True


def _with_capitals(text: str, words: Words) -> bool:
    """A family name, or a name of ordinary words: with capitals, or in an id or an address."""
    named = [word for word in words if word.plain not in PARTICLES] or words
    return all(word.has_capital for word in named) or _is_joined(text, words)


def _inside_a_sentence(text: str, words: Words) -> bool:
    """An ordinary word: with a capital that is not there because a sentence starts."""
    first = words[0]
    if not first.has_capital or all(word.is_shouted for word in words):
        return False
    return not starts_sentence(text, first.start)


def _as_title(text: str, words: Words) -> bool:
    return words[0].has_capital


def _as_term(text: str, words: Words) -> bool:
    """The term itself, not the word: in quotes, or emphasised."""
    around = text[words[0].start - 1 : words[0].start] + text[words[-1].end : words[-1].end + 1]
    return around in _QUOTES


def _alone(text: str, words: Words) -> bool:
    """A first name: with a capital, and not followed by the rest of somebody's name."""
    follower = re.match(r" ([^\W_])", text[words[0].end : words[0].end + 2])
    is_longer = follower is not None and follower[1].isupper()
    return words[0].has_capital and not words[0].is_shouted and not is_longer


def _as_link(text: str, words: Words) -> bool:
    """A whole id behind its kind, as in an address, a link or an anchor."""
    start, end = words[0].start, words[-1].end
    return not re.search(r"\s", text[start:end]) and not re.match(r"[-_/][^\W_]", text[end:])


COUNTS: Mapping[str, Callable[[str, Words], bool]] = {
    "overal": _anywhere,
    "naam": _with_capitals,
    "hoofdletter": _with_capitals,
    "midden": _inside_a_sentence,
    "titel": _as_title,
    "link": _as_link,
    "term": _as_term,
    "voornaam": _alone,
}
"""By the word that stands in ingetrokken.yml."""
UNSURE = frozenset({"term", "voornaam"})
"""What a person has to look at; it keeps nothing from being published."""
FAMILY = frozenset({"hoofdletter", "midden", "voornaam"})
"""What can also be part of the name of somebody who stays."""
OF_ADDRESSES = frozenset({"link"})
"""What may stand in the book of addresses."""


def starts_sentence(text: str, at: int) -> bool:
    """Tell whether a word would have a capital here anyway: at the start of a sentence or value."""
    before = text[max(0, at - 200) : at]
    rest = before.rstrip(_OPENING)
    return not rest or rest[-1] in _END or bool(_NEW_BLOCK.search(before[len(rest) :]))


def _is_joined(text: str, words: Words) -> bool:
    """Tell whether words are part of an id, an address or a file name: joined, without a space."""
    start, end = words[0].start, words[-1].end
    if any(c.isspace() for c in text[start:end]):
        return False
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    sides = (before[::-1], after)
    is_inside = any(side[:1] in _JOINT and side[1:2].isalnum() for side in sides if len(side) == 2)
    return is_inside or len(words) > 1
