"""Bytes of a file that people write to text, or the problems that make it unreadable."""

import re
from collections.abc import Iterator
from string import ascii_letters, digits, punctuation

from kennisbank.load.recognise import is_wide, recognise
from kennisbank.problems import Problem
from kennisbank.spelling import INVISIBLE, LOST, ODD_SPACE, PICTURE, name_sign
from kennisbank.vocabulary import ADDRESSES_FILE, SETTINGS_FILE

_HEAD = 1_000
_READ_TWICE = re.compile("[ÃÂ][\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â€[\x80-\xbfœžŸ˜™š“”]")
"""UTF-8 that a program took for an old Windows encoding: `Ã«` for `ë`."""
_SPACE_IN_FORM = re.compile(rf"^ *(?:- *)*(?:[\w-]+ ?:)? *({ODD_SPACE.pattern})", re.MULTILINE)
"""At the start of a line, after a hyphen or after a key."""
_ALONE = re.compile(rf"(?:^|(?<=\s))(?:{INVISIBLE.pattern})(?=\s|$)")
_WORD = re.compile(r"\S*")
_START = re.compile(r"^[ \t]*<{7,}(?:$|[ \t]).*", re.MULTILINE)
_REST = re.compile(r"^[ \t]*(?:>{7,}|\|{7,})(?:$|[ \t]).*", re.MULTILINE)
_MIDDLE = re.compile(r"^[ \t]*={7,}[ \t]*$", re.MULTILINE)
_BOTH = (
    "hier staan twee versies van dezelfde regels, tussen <<<<<<< en >>>>>>>: git kon ze niet "
    "samenvoegen; kies per regel wat blijft en haal de regels met <<<<<<<, ======= en >>>>>>> weg"
)
_LEFT_OVER = "deze regel is overgebleven van het samenvoegen door git; haal hem weg"
_BOTH_BOOKS = (
    "hier staan twee versies van de lijst met adressen; houd alle adressen van beide, elk één "
    "keer, en haal de regels met <<<<<<<, ======= en >>>>>>> weg"
)


def decode(path: str, content: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Give the text of a record with `\n` line ends and without BOM, and what is wrong with it."""
    if stranger := recognise(content[:_HEAD]):
        message = f"dit is {stranger} en geen record; haal het uit deze map"
        return "", (_problem(path, (1, 1), "geen-record", message),)
    text, problems = decode_text(path, content)
    if not problems and not text.strip():
        is_needed = path == f"concepts/{SETTINGS_FILE}"
        advice = "haal de vorige versie terug" if is_needed else "vul het of haal het weg"
        message = f"bestand is leeg; {advice}"
        problems = (_problem(path, (1, 1), "leeg-bestand", message),)
    return text, problems or tuple(_find_bad_signs(path, text))


def decode_text(path: str, content: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Do the same for any text: only how it was saved counts, and what git left in it."""
    if is_wide(content[:_HEAD]):
        return "", (_problem(path, (1, 1), "codering", _encoding_message("UTF-16")),)
    try:
        text = _unify(content.decode().removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        if stranger := recognise(content[:_HEAD]):
            message = f"dit is {stranger} en geen tekst; haal het hier weg"
            return "", (_problem(path, (1, 1), "geen-record", message),)
        place = _end_of(_unify(content[: error.start].decode().removeprefix("\ufeff")))
        message = _encoding_message("ANSI, een oude codering")
        return "", (_problem(path, place, "codering", message),)
    return text, _find_conflicts(path, text)


def _find_conflicts(path: str, text: str) -> tuple[Problem, ...]:
    """Give a problem for each conflict in a text, or else for what is left of one.

    A line of `=` alone is one only in YAML: in Markdown it stands under a heading.
    """
    starts = list(_START.finditer(text))
    advice = _BOTH_BOOKS if path.endswith(f"/{ADDRESSES_FILE}") else _BOTH
    if not starts:
        advice = _LEFT_OVER
        starts = list(_REST.finditer(text))
        if path.endswith(".yml"):
            starts += _MIDDLE.finditer(text)
    return tuple(
        Problem(
            path=path,
            line=text.count("\n", 0, match.start()) + 1,
            column=len(match[0]) - len(match[0].lstrip()) + 1,
            rule="conflict",
            message=advice,
        )
        for match in starts
    )


def _unify(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _end_of(text: str) -> tuple[int, int]:
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _encoding_message(found: str) -> str:
    return f"bestand is opgeslagen als {found}; kies in je editor opslaan als UTF-8"


def _problem(path: str, place: tuple[int, int], rule: str, message: str) -> Problem:
    line, column = place
    return Problem(path=path, line=line, column=column, rule=rule, message=message)


def _find_bad_signs(path: str, text: str) -> Iterator[Problem]:
    """Give the first bad sign of each line."""
    if _EVERYDAY.issuperset(text):
        return  # nearly every record; to look for each sign takes longer than to parse one
    for number, line in enumerate(text.split("\n"), start=1):
        for signs, rule, message in _BAD_SIGNS:
            if match := signs.search(line):
                at = match.start(match.lastindex or 0)
                said = message.format(sign=name_sign(line[at]), word=_word_around(line, at))
                yield _problem(path, (number, at + 1), rule, said)
                break


def _word_around(line: str, at: int) -> str:
    """Give the word in which a sign stands, as far as it can be seen."""
    start = max(line.rfind(" ", 0, at), line.rfind("\t", 0, at)) + 1
    match = _WORD.match(line, start)
    seen = "".join(letter for letter in (match[0] if match else "") if letter.isprintable())
    return INVISIBLE.sub("", seen)[:40]


_EVERYDAY = frozenset(f"\n {ascii_letters}{digits}{punctuation}áàäéèëêíïóöôúüûçÉ€–—‘’“”…·")
"""Signs of which none is bad, alone or beside another."""
_BAD_SIGNS = (
    (re.compile("\t"), "tab", "hier staat een tab; gebruik spaties"),
    (LOST, "teken", 'in "{word}" ging een letter verloren ({sign}); typ dit woord opnieuw'),
    (PICTURE, "teken", "hier stond een plaatje ({sign}); haal dit teken weg"),
    (_ALONE, "teken", "hier staat een onzichtbaar teken ({sign}); haal het weg"),
    (
        INVISIBLE,
        "teken",
        'bij "{word}" staat een onzichtbaar teken ({sign}); haal dit woord weg en typ het opnieuw',
    ),
    (
        _SPACE_IN_FORM,
        "teken",
        "hier staat een harde spatie ({sign}); haal haar weg en typ een gewone spatie",
    ),
    (
        _READ_TWICE,
        "codering",
        'in "{word}" zijn letters stukgegaan bij het opslaan als UTF-8; typ dit woord opnieuw',
    ),
)
"""What to look for in a line, the rule, and what to say."""
