"""The marks that git leaves where it could not join two versions of a file."""

import re

from kennisbank.problems import Problem
from kennisbank.vocabulary import ADDRESSES_FILE

_START = re.compile(r"^[ \t]*<{7,}(?:$|[ \t]).*", re.MULTILINE)
_REST = re.compile(r"^[ \t]*(?:>{7,}|\|{7,})(?:$|[ \t]).*", re.MULTILINE)
_MIDDLE = re.compile(r"^[ \t]*={7,}[ \t]*$", re.MULTILINE)
_ADVICE = (
    "hier staan twee versies van dezelfde regels, tussen <<<<<<< en >>>>>>>: git kon ze niet "
    "samenvoegen; kies per regel wat blijft en haal de regels met <<<<<<<, ======= en >>>>>>> weg"
)
_LEFT = "deze regel is overgebleven van het samenvoegen door git; haal hem weg"
_ADDRESSES = (
    "hier staan twee versies van de lijst met adressen; houd alle adressen van beide, elk één "
    "keer, en haal de regels met <<<<<<<, ======= en >>>>>>> weg"
)


def find_conflicts(path: str, text: str) -> tuple[Problem, ...]:
    """Give a problem for each conflict in a text, or else for what is left of one.

    A line of `=` alone is one only in YAML: in Markdown it stands under a heading.
    """
    starts = list(_START.finditer(text))
    advice = _ADDRESSES if path.endswith(f"/{ADDRESSES_FILE}") else _ADVICE
    if not starts:
        advice = _LEFT
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
