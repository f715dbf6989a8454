"""How long it takes to read concepts at home, from their words."""

from collections.abc import Iterable
from math import ceil

from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.render import render_plain

_WORDS_A_MINUTE = 150
"""Slower than reading for pleasure: who prepares a lesson reads to know it afterwards."""


def count_minutes(concepts: Iterable[LinkedConcept]) -> int:
    """Give the minutes, rounded up, for what is in short, defined and explained of concepts."""
    texts = (text for each in concepts for text in (each.short, each.definition, each.elaboration))
    return ceil(sum(len(render_plain(text).split()) for text in texts) / _WORDS_A_MINUTE)
