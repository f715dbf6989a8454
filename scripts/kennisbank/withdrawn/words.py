"""The words of a text as names are compared: without accents, capitals and apostrophes."""

import codecs
import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

from kennisbank.model.person_name import PREFIXES

PARTICLES = PREFIXES | frozenset(["bei", "binnen", "een", "en", "l", "met", "s", "t", "und", "y"])
"""Words between a first name and a family name, mostly without a capital: also those that join."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ‘`´][^\W_]+)*")
_UNSEEN = dict.fromkeys([*range(0x300, 0x370), 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF])
_FOLDED = str.maketrans("øłđðı", "olddi", "'’ʼ‘`´") | str.maketrans(
    {"þ": "th", "æ": "ae", "œ": "oe"}
)
_CODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_TAG = re.compile(r"<[^<>]*>")


class Word(NamedTuple):
    """A word of a text: where it stands, as written, and as it is compared."""

    start: int
    end: int
    raw: str
    plain: str

    @property
    def has_capital(self) -> bool:
        """Tell whether it is written as names are; letters without capitals always are."""
        return any(c.isupper() or (c.isalpha() and c.lower() == c.upper()) for c in self.raw)

    @property
    def is_shouted(self) -> bool:
        """Tell whether it is more than a letter, and all capitals."""
        return len(self.raw) > 1 and self.raw.isupper()


def read_words(text: str, start: int = 0) -> Iterator[Word]:
    """Give every word of a clean text from `start`; what joins or parts them does not matter."""
    for match in _WORD.finditer(text, start):
        yield Word(match.start(), match.end(), match[0], make_plain(match[0]))


def iterate_raw_words(text: str) -> Iterator[tuple[int, str]]:
    """Give where each word of a clean text starts, and how it is written."""
    return ((match.start(), match[0]) for match in _WORD.finditer(text))


def find_raw_words(text: str) -> set[str]:
    """Give the different words of a clean text as they are written."""
    return set(_WORD.findall(text))


@cache
def make_plain(raw: str) -> str:
    """Give a word as it is compared: `Ç’elïk` is `celik`."""
    parts = unicodedata.normalize("NFKD", raw.casefold())
    plain = "".join(c for c in parts if not unicodedata.combining(c))
    return plain.translate(_FOLDED)


def clean(text: str) -> str:
    """Give a text with one sign for a letter with its accent, and without signs that nobody sees.

    Signs that HTML, JSON and web addresses write in another way are as a reader sees them.
    """
    if "&" in text:
        text = html.unescape(text)
    if "%" in text:
        text = unquote(text)
    if "\\u" in text:
        text = _CODE.sub(lambda match: chr(int(match[1], 16)), text)
    return unicodedata.normalize("NFC", text).translate(_UNSEEN)


def drop_tags(text: str) -> str:
    """Put spaces in the place of the tags of HTML or SVG; every line stays a line."""
    return _TAG.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def decode_anything(content: bytes) -> str:
    """Give the text that a file holds, in whatever encoding, or nothing when it holds no text."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", errors="replace")
    elif b"\0" in content[:8_192]:
        return ""
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))
