"""How long it takes to read concepts at home, from their words."""

from collections.abc import Iterable
from math import ceil

from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.model.text import Text
from kennisbank.render import render_plain

_WORDS_A_MINUTE = 150
"""Slower than reading for pleasure: who prepares a lesson reads to know it afterwards."""


def count_minutes(concepts: Iterable[LinkedConcept]) -> int:
    """Give the minutes, rounded up, for what is in short, defined and explained of concepts."""
    return count_text_minutes(
        text for each in concepts for text in (each.short, each.definition, each.elaboration)
    )


def count_text_minutes(texts: Iterable[Text]) -> int:
    """Give the minutes, rounded up, for texts."""
    return ceil(sum(len(render_plain(text).split()) for text in texts) / _WORDS_A_MINUTE)
