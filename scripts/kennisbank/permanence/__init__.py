"""Addresses that never die and are never taken over: what is made, held against what was."""

from kennisbank.permanence.check import (
    RULES,
    check_addresses,
    check_current_edition,
    find_lost_anchors,
)
from kennisbank.permanence.equal import check_equal
from kennisbank.permanence.keep import encode, publish, serialize
from kennisbank.permanence.made import Made, find_made
from kennisbank.permanence.taken import find_other_pair, find_taken

__all__ = [
    "RULES",
    "Made",
    "check_addresses",
    "check_current_edition",
    "check_equal",
    "encode",
    "find_lost_anchors",
    "find_made",
    "find_other_pair",
    "find_taken",
    "publish",
    "serialize",
]
