"""Signs: what an id would be, what two names have in common, and signs that nobody sees."""

import re
import unicodedata

_ALIKE = {ord(sign): "-" for sign in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"}
"""Signs that look like a hyphen."""

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufe00-\ufe0e"
    "\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ue000-\uf8ff\U000e0000-\U000e0fff"
    "\U000f0000-\U0010ffff]"
    # These two join emoji, and only after a sign that can be one they do something.
    "|(?<![\u2030-\uffff\U00010000-\U0001ffff])\u200d"
    "|(?<![\xa9\xae\u2030-\uffff\U00010000-\U0001ffff])\ufe0f(?!\u20e3)"
)
"""A sign that shows nothing, or that has no fixed look: it comes along with pasted text."""
LOST = re.compile("\ufffd")
"""The sign that a program puts where it lost a letter."""
PICTURE = re.compile("\ufffc")
"""The sign that stands where there was a picture."""
ODD_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""A sign that looks like a space, and that YAML and terms take for a letter."""
_TYPOGRAPHIC = re.compile(r"^[\"'‘’“”„‚«»‹›]+|[\"'‘’“”„‚«»‹›]+$")


def make_id(name: str, otherwise: str = "naam") -> str:
    """Give the id that a name would have: small letters without accents, digits, hyphens.

    A name without any of those gives `otherwise`.
    """
    alike = name.lower().translate(_ALIKE)
    plain = unicodedata.normalize("NFKD", alike).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or otherwise


def strip_quotes(text: str) -> str:
    """Give a text without quotation marks at its ends."""
    return _TYPOGRAPHIC.sub("", text.strip()).strip()


def name_sign(sign: str) -> str:
    """Give the number of a sign, as Unicode writes it: `U+00A0`."""
    return f"U+{ord(sign):04X}"
