"""An item as BibTeX, in UTF-8; what TeX would take for a command is escaped."""

import re
from collections.abc import Iterable, Iterator

from kennisbank.citing.forms import Form
from kennisbank.citing.item import Item, ItemName, When

_LANGUAGES = {"nl": "dutch", "en": "english", "de": "ngerman", "fr": "french"}
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
_KIND = {"techreport": "type", "phdthesis": "type", "online": "titleaddon"}


def write_bibtex(item: Item, form: Form) -> str:
    """Give one entry, with a line end after each line."""
    kind = form.bibtex
    fields = [f"  {name} = {{{value}}}," for name, value in _list_fields(item, kind) if value]
    return "\n".join([f"@{kind}{{{item['id']},", *fields, "}", ""])


def _list_fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    yield "author", _write_names(item.get("author", ()))
    yield "editor", _write_names(item.get("editor", ()))
    yield "translator", _write_names(item.get("translator", ()))
    yield "title", f"{{{_escape(item['title'])}}}"
    container = "journal" if kind == "article" else "booktitle"
    yield container, _escape(item.get("container-title", ""))
    yield "volume", item.get("volume", "")
    yield "number", _escape(item.get("issue", ""))
    yield "volumes", item.get("number-of-volumes", "")
    yield "pages", item.get("page", "").translate(_STRUCTURE).replace("-", "--")
    yield _PUBLISHER.get(kind, "publisher"), _escape(item.get("publisher", ""))
    yield "publisher" if kind == "phdthesis" else "archive", _escape(item.get("archive", ""))
    yield from _list_days(item)
    yield _KIND.get(kind, "howpublished"), _escape(item.get("genre", ""))
    yield "language", _LANGUAGES.get(item["language"], item["language"])
    yield "doi", item.get("DOI", "").translate(_STRUCTURE)
    yield "isbn", item.get("ISBN", "").translate(_STRUCTURE)
    yield "url", item.get("URL", "")


def _list_days(item: Item) -> Iterator[tuple[str, str]]:
    if "issued" in item:
        parts = item["issued"]["date-parts"][0]
        yield "year", f"{'ca. ' if item['issued'].get('circa') else ''}{parts[0]}"
        yield "month", str(parts[1]) if len(parts) > 1 else ""
        yield "day", str(parts[2]) if len(parts) > 2 else ""
    if "original-date" in item:
        yield "origdate", _write_when(item["original-date"])
    if "accessed" in item:
        yield "urldate", _write_when(item["accessed"])


def _write_names(names: Iterable[ItemName]) -> str:
    return " and ".join(map(_write_name, names))


def _write_name(name: ItemName) -> str:
    if "literal" in name:
        return f"{{{_escape(name['literal'])}}}"
    suffix = f", {_escape(name['suffix'])}" if "suffix" in name else ""
    return f"{_escape(name['family'])}{suffix}, {_escape(name['given'])}"


def _write_when(when: When) -> str:
    return "-".join(f"{part:02}" for part in when["date-parts"][0])


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", text.translate(_STRUCTURE))
