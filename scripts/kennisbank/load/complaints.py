"""What PyYAML complains about, in Dutch.

PyYAML gives no error codes, so its known complaints stand here by the start of their
sentence; each has what to write instead. A complaint that is not here gets a general line.
"""

from typing import Any

import yaml

COMPLAINTS: tuple[tuple[str, str], ...] = (
    (
        "mapping values are not allowed",
        "dubbele punt op een plek waar die niet kan; "
        "zet deze tekst in een blok: | achter de sleutel",
    ),
    (
        "could not find expected ':'",
        "dit is geen sleutel en geen onderdeel van een lijst; hoort het bij de tekst erboven, "
        "zet er dan twee spaties meer voor",
    ),
    (
        "did not find expected key",
        "hier past geen tekst; spring gelijk in met de "
        "sleutels erboven, of zet de tekst in een blok met |",
    ),
    (
        "did not find expected tag URI",
        "een waarde kan niet met ! beginnen; zet de tekst in een blok met |",
    ),
    (
        "did not find expected '-' indicator",
        'dit hoort bij een lijst; begin de regel met "- " en spring gelijk in',
    ),
    (
        "block sequence entries are not allowed",
        'een lijst kan hier niet beginnen; zet "- " op een eigen regel onder de sleutel',
    ),
    (
        "mapping keys are not allowed",
        "een waarde kan niet met een vraagteken beginnen; zet de tekst in een blok met |",
    ),
    (
        "block mapping keys are not allowed",
        "een sleutel kan hier niet beginnen; zet hem op een eigen regel",
    ),
    (
        "did not find expected ',' or ']'",
        "vierkante haak zonder sluithaak; schrijf een "
        'lijst met "- " of zet de tekst in een blok met |',
    ),
    (
        "did not find expected ',' or '}'",
        "accolade zonder sluithaak; zet de tekst in een blok met |",
    ),
    (
        "did not find expected node content",
        "een waarde kan niet met dit teken beginnen; zet de tekst in een blok met |",
    ),
    (
        "found character that cannot start any token",
        "een waarde kan niet met dit teken beginnen; zet de tekst in een blok met |",
    ),
    (
        "found unexpected end of stream",
        "een aanhalingsteken wordt niet gesloten; sluit het of zet de tekst in een blok met |",
    ),
    (
        "found unexpected document indicator",
        "een aanhalingsteken wordt niet gesloten; sluit het of zet de tekst in een blok met |",
    ),
    (
        "found unknown escape character",
        "backslash tussen dubbele aanhalingstekens; zet de tekst in een blok met |",
    ),
    ("found a tab character", "hier staat een tab; gebruik spaties"),
    (
        "did not find expected alphabetic or numeric character",
        "een waarde kan niet met * of & beginnen; zet de tekst in een blok met |",
    ),
    (
        "did not find expected comment or line break",
        "achter | of > kan geen tekst staan; begin de tekst op de volgende regel",
    ),
    (
        "did not find expected <document start>",
        "deze regel hoort niet meer bij het record; spring gelijk in met de regels erboven",
    ),
    (
        "found undefined tag handle",
        "een waarde kan niet met ! beginnen; zet de tekst in een blok met |",
    ),
    ("could not find expected directive name", "een regel kan niet met % beginnen; haal hem weg"),
    ("found incompatible YAML document", "haal de regel met %YAML weg"),
    ("control characters are not allowed", "hier staat een onzichtbaar teken; haal het weg"),
)
UNKNOWN = (
    "dit is geen geldige YAML; kijk naar inspringing, "
    "dubbele punten en aanhalingstekens op deze regel"
)
_FOUND_LATER = (
    "found unexpected end of stream",
    "found unexpected document indicator",
    "could not find expected ':'",
)
"""Complaints made where the reading stops; what went wrong stands where it began."""


def translate(error: yaml.YAMLError) -> tuple[int, int, str]:
    """Give line and column (from 0) of what went wrong, and the Dutch sentence for it."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return 0, 0, UNKNOWN
    complaint = error.problem or error.context or ""
    marks: tuple[Any, ...] = (error.problem_mark, error.context_mark)
    mark = next(filter(None, marks[::-1] if complaint.startswith(_FOUND_LATER) else marks), None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    known = (dutch for start, dutch in COMPLAINTS if complaint.startswith(start))
    return line, column, next(known, UNKNOWN)
