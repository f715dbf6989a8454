"""Addresses that never die and are never taken over: what is made, held against what was."""

from kennisbank.permanence.check import (
    RULES,
    check_addresses,
    find_lost_anchors,
)
from kennisbank.permanence.hold import hold
from kennisbank.permanence.keep import encode, publish, serialize
from kennisbank.permanence.made import Made, find_made
from kennisbank.permanence.taken import find_other_pair, find_taken

__all__ = [
    "RULES",
    "Made",
    "check_addresses",
    "encode",
    "find_lost_anchors",
    "find_made",
    "find_other_pair",
    "find_taken",
    "hold",
    "publish",
    "serialize",
]
