"""An item as BibTeX, in UTF-8; what TeX would take for a command is escaped."""

import re
from collections.abc import Iterator

from kennisbank.exports.bibliography.item import Item, Name, When

_TYPES = {
    "webpage": "online",
    "report": "techreport",
    "post-weblog": "online",
    "article-journal": "article",
    "book": "book",
    "thesis": "phdthesis",
    "broadcast": "misc",
}
_SPECIAL = re.compile(r"[&%$#_]")
_STRUCTURE = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "@": "{@}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
    }
)
"""What would open or close a part of an entry, or vanish; readers of others split at a bare @."""
_PUBLISHER = {"techreport": "institution", "phdthesis": "school", "online": "organization"}


def write_bibtex(item: Item) -> str:
    """Give one entry, with a line end after each line."""
    kind = _TYPES[item["type"]]
    fields = [f"  {name} = {{{value}}}," for name, value in _list_fields(item, kind) if value]
    return "\n".join([f"@{kind}{{{item['id']},", *fields, "}", ""])


def _list_fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join(_write_name(name) for name in item.get("author", ()))
    yield "title", f"{{{_escape(item['title'])}}}"
    container = "journal" if kind == "article" else "booktitle"
    yield container, _escape(item.get("container-title", ""))
    yield "volume", item.get("volume", "")
    yield "number", _escape(item.get("issue", ""))
    yield "pages", item.get("page", "").translate(_STRUCTURE).replace("-", "--")
    yield _PUBLISHER.get(kind, "publisher"), _escape(item.get("publisher", ""))
    yield from _list_days(item)
    yield "type", _escape(item.get("genre", "")) if kind != "online" else ""
    yield "language", "dutch"
    yield "doi", item.get("DOI", "").translate(_STRUCTURE)
    yield "isbn", item.get("ISBN", "").translate(_STRUCTURE)
    yield "url", item.get("URL", "")


def _list_days(item: Item) -> Iterator[tuple[str, str]]:
    if "issued" in item:
        parts = item["issued"]["date-parts"][0]
        yield "year", str(parts[0])
        yield "month", str(parts[1]) if len(parts) > 1 else ""
        yield "day", str(parts[2]) if len(parts) > 2 else ""
    if "accessed" in item:
        yield "urldate", _write_when(item["accessed"])


def _write_name(name: Name) -> str:
    if "literal" in name:
        return f"{{{_escape(name['literal'])}}}"
    family = f"{name.get('non-dropping-particle', '')} {name['family']}".strip()
    return f"{_escape(family)}, {_escape(name['given'])}"


def _write_when(when: When) -> str:
    return "-".join(f"{part:02}" for part in when["date-parts"][0])


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", text.translate(_STRUCTURE))
