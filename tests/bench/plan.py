"""What a synthetic knowledge base will hold, and the sentences that fill it."""

import random
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bench import words

THEMES = ("dialoog", "macht-en-recht", "nabij", "samen", "tijd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A term and an id for each concept, the names of the people, ids of sources, and chance."""

    terms: tuple[str, ...]
    ids: tuple[str, ...]
    people: tuple[str, ...]
    sources: tuple[str, ...]
    chance: random.Random

    def pick(self, phrases: Sequence[str]) -> str:
        """Give one of the phrases."""
        return phrases[int(self.chance.random() * len(phrases))]

    def write_sentences(self, count: int) -> str:
        """Give sentences of about twenty words."""
        return " ".join(
            f"{self.pick(words.WHO)} {self.pick(words.DOES)}, {self.pick(words.WHERE)}, "
            f"{self.pick(words.BECAUSE)}."
            for _ in range(count)
        )

    def speakers(self, source: int) -> tuple[str, str]:
        """Give the ids of the two people who speak in a source."""
        first, second = (self.people[(source * 2 + n) % len(self.people)] for n in (0, 1))
        return make_id(first), make_id(second)

    def outsider(self, source: int) -> str:
        """Give the id of someone who does not speak in a source."""
        step = 2 + int(self.chance.random() * 5)
        return make_id(self.people[(source * 2 + step) % len(self.people)])


def make_plan(count: int, seed: int) -> Plan:
    """Plan `count` concepts; people and sources grow along, the themes stay five."""
    chance = random.Random(seed)
    terms = _make_terms(count, chance)
    return Plan(
        terms=terms,
        ids=tuple(map(make_id, terms)),
        people=_make_names(max(10, count // 10)),
        sources=tuple(f"bron-{number:04}" for number in range(max(10, count // 20))),
        chance=chance,
    )


def make_id(term: str) -> str:
    """Give the file name of a term or name."""
    plain = unicodedata.normalize("NFKD", term.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain)


def _make_terms(count: int, chance: random.Random) -> tuple[str, ...]:
    short = [a + b for a in words.FIRST_PARTS for b in words.SECOND_PARTS if a != b]
    chance.shuffle(short)
    long = [f"{adjective} {term}" for adjective in words.ADJECTIVES for term in short]
    terms = tuple(term.capitalize() for term in (*short, *long))[:count]
    if len(terms) < count:
        raise ValueError(f"there are words for {len(terms)} concepts, not for {count}")
    return terms


def _make_names(count: int) -> tuple[str, ...]:
    pairs = [f"{first} {last}" for last in words.LAST_NAMES for first in words.FIRST_NAMES]
    rounds = (f" {number}" if number else "" for number in range(count // len(pairs) + 1))
    return tuple(name + suffix for suffix in rounds for name in pairs)[:count]
