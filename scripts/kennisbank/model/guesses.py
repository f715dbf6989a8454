"""What an author meant by a value that is not written as it must be."""

import re
from datetime import date

MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})|(\d{4})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2}|[a-zé]+)\.?[-/. ]+(\d{4})")
_YES = frozenset(("yes", "true", "y", "j", "1", "aan", "on", "waar", "wel"))
_NO = frozenset(("no", "false", "n", "0", "uit", "off", "onwaar", "niet", "geen"))
NO_DATE = frozenset(
    ("onbekend", "geen", "geen datum", "zonder datum", "zd", "z.d", "s.d.", "n.d.", "?", "-")
)
_PAIRS = dict(zip("\"'‘“„‚«»”", ('"', "'", "’", "”", "”“", "’‘", "»", "«", "”"), strict=True))
"""Quotation marks that open, and those that close them."""
_QUOTES = (f"{a}[^{a}{b}]+{b}" for a, closing in _PAIRS.items() for b in closing)
QUOTED = rf"\A(?:{'|'.join(_QUOTES)})\Z"
"""What stands between one pair of quotation marks as a whole."""
_ABBREVIATION = r"(?:\A|[\s(])(?:enz|etc|(?:\w\.)+\w|jl|ca|nr|bv)\.\Z"
ENDS_WITH_STOP = rf"\A(?![\s\S]*{_ABBREVIATION})(?![\s\S]*\.\.\.\Z)[\s\S]*(?P<sign>[.!。])\Z"
"""What ends with a full stop that is not of an abbreviation."""


def tell_meant(meant: object) -> str:
    """Give the end of a message that names what was meant, or an empty string."""
    return f'; bedoel je "{meant}"?' if meant else ""


def guess_date(written: str) -> str:
    """Give a date as year-month-day that was written in another way, or an empty string."""
    text = written.strip(" .,:;").lower()
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = filter(None, match.groups())
    elif match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
        if not month.isdigit():
            named = [n for n, name in enumerate(MONTHS, 1) if month[:3] in (name, "mrt", "may")]
            month = {"mrt": "3", "may": "5"}.get(month[:3], str(named[0]) if named else "0")
    else:
        return ""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def guess_yes(written: str) -> str:
    """Give `ja` or `nee` for a word that means the same, or an empty string."""
    word = written.strip().lower()
    if word in ("ja", "nee"):
        return word
    return "ja" if word in _YES else "nee" if word in _NO else ""


def guess_source_date(written: str) -> str:
    """Give a date as sources have it that was written in another way, or an empty string."""
    text = written.strip().lower()
    if text in NO_DATE:
        return "z.d."
    if about := re.fullmatch(r"(?:ca?\.?|circa|rond|omstreeks|±) *(\d{4})", text):
        return f"{about[1]}~"
    return guess_date(text)


def guess_number(written: str) -> str:
    """Give the number of a value like `45 min`, or an empty string."""
    match = re.fullmatch(
        r"0*([1-9]\d{0,3}) *(?:m|min\w*|uur|keer|x|')?\.?", written.strip().lower()
    )
    return match[1] if match else ""


def guess_web_address(written: str) -> str:
    """Give a web address for one that is not written as such, or an empty string."""
    bare = re.sub(r"^[a-z]*:?/+", "", written.strip().strip("<>"), flags=re.IGNORECASE)
    plain = "%20".join(bare.split())
    is_site = re.fullmatch(r"[\w-]+(\.[\w-]+)+(/[^\s<>\"'`{}|\\^]*)?", plain)
    return f"https://{plain}" if is_site else ""
