"""What the forms of /bewerken/ say of a mistake: the words of the check itself, and its limits.

A form knows the limits of a field from the model, and these rules. It says what `check` says, since
it has the same words. What needs more than one record and the names of the others, only `check`
sees.
"""

from typing import Any

from kennisbank.advice import ids, messages, recovery
from kennisbank.model.guesses import MONTHS, NO_DATE
from kennisbank.problems import MEANT
from kennisbank.record_id import ID_PATTERN
from kennisbank.rules import (
    core_complete,
    double_label,
    future,
    lesson_minutes,
    questions,
    quotation,
    relation_once,
    text_links,
    unknown_reference,
    via,
)
from kennisbank.vocabulary import DOTS

SEEN = (
    unknown_reference,
    via,
    quotation,
    double_label,
    relation_once,
    core_complete,
    lesson_minutes,
    questions,
    future,
    text_links,
)
"""The rules that a form knows."""


def describe_checks() -> dict[str, Any]:
    """Give the words of messages by their names, and what the rules hold a text against."""
    said = {"bedoel-je": MEANT}
    for module in (messages, ids, recovery, *SEEN):
        said |= module.SAID
    return {
        "said": said,
        "held": {
            "id": ID_PATTERN,
            "rules": unknown_reference.RULE_BY_KIND,
            "small_words": recovery.SMALL_WORDS,
            "months": MONTHS,
            "no_date": sorted(NO_DATE),
            "quoted": quotation.QUOTED,
            "most_quoted": quotation.MAX_WORDS,
            "core_words": core_complete.MIN_WORDS,
            "core_questions": [core_complete.MIN_QUESTIONS, core_complete.MAX_QUESTIONS],
            "closing": questions.CLOSING,
            "list_sign": questions.LIST_SIGN,
            "ends": questions.ENDS,
            "dots": sorted(DOTS),
        },
    }
