"""What must hold between records: one rule a file, in this tuple.

A rule module has `RULES` (its rule ids) and `check(records)`, which gives faults. Its docstring
is its documentation; the Dutch blocks after `Uitleg`, `Fout` and `Goed` stand in Meewerken.
"""

from kennisbank.rules import (
    core_complete,
    cycle,
    double_label,
    drawing_present,
    ended,
    merge_open,
    orphan,
    place_without_claim,
    private_name,
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
    quotation,
    double_label,
    relation_once,
    cycle,
    tree_and_related,
    ended,
    merge_open,
    text_links,
    rests_on_draft,
    core_complete,
    place_without_claim,
    route_steps,
    orphan,
    readability,
    drawing_present,
    unfinished,
    private_name,
)
