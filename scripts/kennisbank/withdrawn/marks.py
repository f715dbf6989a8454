"""Fingerprints of withdrawn names: enough to know a name again, and nothing to read.

What this protects against: that the name stands in the records, is found by a search engine, or is
read by whoever opens the file. What it cannot do: keep a name from somebody who tries names. A
check that knows a name again when it is written tells everybody who writes one whether it was that
name, and a list of all family names can be tried in minutes. It holds no more than it needs: no
date, no reason, no number of pages.

Each form of a name has two hashes. A slow one with a salt of this knowledge base (PBKDF2 with
SHA-256, RFC 8018) decides. A quick one that thousands of other words share comes first, so that a
check computes the slow one for a handful of words and not for all.
"""

import hashlib
import secrets
from functools import cache
from typing import NamedTuple

ROUNDS = 30_000
"""About a hundredth of a second a name."""
_LENGTH = 16
_BITS_OF_WORD, _BITS_OF_PHRASE, _BITS_OF_START = 14, 20, 12


class Form(NamedTuple):
    """A form of a name: its words as they are compared, and where they count as the name."""

    words: tuple[str, ...]
    counts: str


class NameMark(NamedTuple):
    """The fingerprint of a form of a name; `start` is of the first of several words."""

    length: int
    counts: str
    start: int
    quick: int
    slow: str

    def __str__(self) -> str:
        """Give it as it stands in ingetrokken.yml."""
        quick = f"{self.start:03x}{self.quick:05x}" if self.length > 1 else f"{self.quick:04x}"
        return f"{self.length} {self.counts} {quick} {self.slow}"


def read_mark(written: str) -> NameMark:
    """Read a fingerprint as it stands in ingetrokken.yml."""
    count, counts, quick, slow = written.split(" ")
    if count == "1":
        return NameMark(1, counts, 0, int(quick, 16), slow)
    return NameMark(int(count), counts, int(quick[:3], 16), int(quick[3:], 16), slow)


def make_salt() -> str:
    """Give a salt for a new file, as hexadecimal digits."""
    return secrets.token_hex(_LENGTH)


def make_mark(salt: str, form: Form) -> NameMark:
    """Give the fingerprint of a form of a name."""
    phrase, count = " ".join(form.words), len(form.words)
    start = hash_start(salt, form.words[0]) if count > 1 else 0
    return NameMark(
        count, form.counts, start, hash_quickly(salt, phrase, count), hash_slowly(salt, phrase)
    )


@cache
def hash_slowly(salt: str, text: str) -> str:
    """Give the hash that decides, as 32 hexadecimal digits."""
    made = hashlib.pbkdf2_hmac("sha256", text.encode(), bytes.fromhex(salt), ROUNDS, _LENGTH)
    return made.hex()


def hash_quickly(salt: str, phrase: str, count: int) -> int:
    """Give a few bits: many words have the same, of several words fewer."""
    return _hash(salt, phrase) % (1 << (_BITS_OF_WORD if count == 1 else _BITS_OF_PHRASE))


def hash_start(salt: str, word: str) -> int:
    """Give a few bits of the first of several words."""
    return _hash(salt, word, b"start") % (1 << _BITS_OF_START)


def _hash(salt: str, text: str, person: bytes = b"") -> int:
    key = bytes.fromhex(salt)
    made = hashlib.blake2b(text.encode(), digest_size=4, key=key, person=person).digest()
    return int.from_bytes(made, "big")


def hash_text(salt: str, text: str) -> str:
    """Give the hash of a whole sentence, which nobody can guess; line ends do not matter."""
    return hashlib.sha256(f"{salt} {' '.join(text.split())}".encode()).hexdigest()[: 2 * _LENGTH]
