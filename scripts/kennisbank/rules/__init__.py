"""What must hold between records: one rule a file, in this tuple.

A rule module has `RULES` (its rule ids) and `check(records)`, which gives faults. Its docstring
is its documentation; the Dutch blocks after `Uitleg`, `Fout` and `Goed` stand in Meewerken.
"""

from kennisbank.rules import (
    author_form,
    common_term,
    core_complete,
    cycle,
    dead_markup,
    double_label,
    drawing_present,
    ended,
    future,
    known_author,
    merge_open,
    orphan,
    place_without_claim,
    private_name,
    questions,
    quotation,
    readability,
    relation_once,
    rests_on_draft,
    route_steps,
    settings_present,
    text_links,
    tree_and_related,
    unfinished,
    unknown_reference,
    via,
)
from kennisbank.rules.base import Rule

RULES: tuple[Rule, ...] = (
    settings_present,
    unknown_reference,
    via,
    author_form,
    quotation,
    double_label,
    common_term,
    relation_once,
    cycle,
    tree_and_related,
    ended,
    merge_open,
    text_links,
    dead_markup,
    rests_on_draft,
    core_complete,
    place_without_claim,
    route_steps,
    orphan,
    readability,
    drawing_present,
    unfinished,
    questions,
    future,
    known_author,
    private_name,
)
