"""An item as RIS: `TY` first, two spaces around the dash, `ER` last."""

from collections.abc import Iterator

from kennisbank.citing.forms import Form
from kennisbank.citing.item import Item, ItemName, When

_WITHOUT_KIND = frozenset({"JOUR", "MGZN"})
"""Zotero takes M3 of an article for its doi."""


def write_ris(item: Item, form: Form) -> str:
    """Give one record, with a line end after each line."""
    lines = [f"{tag}  - {value}" for tag, value in _list_fields(item, form) if value]
    return "\n".join([*lines, "ER  - ", ""])


def _list_fields(item: Item, form: Form) -> Iterator[tuple[str, str]]:
    yield "TY", form.ris
    yield "ID", item["id"]
    yield from (("AU", write_name(name)) for name in item.get("author", ()))
    editor = "A2" if "container-title" in item else "A3"
    yield from ((editor, write_name(name)) for name in item.get("editor", ()))
    yield from (("A4", write_name(name)) for name in item.get("translator", ()))
    yield "TI", item["title"]
    yield "T2", item.get("container-title", "")
    yield "VL", item.get("volume", "")
    yield "IS", item.get("issue", "")
    yield "NV", item.get("number-of-volumes", "")
    yield "SP", item.get("page", "").partition("-")[0]
    yield "EP", item.get("page", "").partition("-")[2]
    yield "PB", item.get("publisher", "")
    yield "DB", item.get("archive", "")
    if "issued" in item:
        yield "PY", str(item["issued"]["date-parts"][0][0])
        yield "DA", _write_when(item["issued"])
    if "original-date" in item:
        yield "OP", str(item["original-date"]["date-parts"][0][0])
    yield "M3", "" if form.ris in _WITHOUT_KIND else item.get("genre", "")
    yield "LA", item["language"]
    yield "DO", item.get("DOI", "")
    yield "SN", item.get("ISBN", "")
    yield "UR", item.get("URL", "")
    if "accessed" in item:
        yield "Y2", _write_when(item["accessed"])


def write_name(name: ItemName) -> str:
    """Give a name as "Van Zwerk, Hans", or an organisation as it is."""
    if "literal" in name:
        return name["literal"]
    suffix = f", {name['suffix']}" if "suffix" in name else ""
    return f"{name['family']}, {name['given']}{suffix}"


def _write_when(when: When) -> str:
    """Give a date as RIS has it: YYYY/MM/DD/other, empty where unknown."""
    year, *rest = when["date-parts"][0]
    parts = [f"{part:02}" for part in rest]
    filled = "/".join([str(year), *parts, *[""] * (3 - len(parts))])
    return f"{filled}ca." if when.get("circa") else filled
