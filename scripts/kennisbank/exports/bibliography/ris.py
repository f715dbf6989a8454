"""An item as RIS: `TY` first, two spaces around the dash, `ER` last."""

from collections.abc import Iterator

from kennisbank.exports.bibliography.item import Item, Name, When

_TYPES = {
    "webpage": "ELEC",
    "report": "RPRT",
    "post-weblog": "BLOG",
    "article-journal": "JOUR",
    "book": "BOOK",
    "thesis": "THES",
    "broadcast": "VIDEO",
}


def write_ris(item: Item) -> str:
    """Give one record, with a line end after each line."""
    lines = [f"{tag}  - {value}" for tag, value in _list_fields(item) if value]
    return "\n".join([*lines, "ER  - ", ""])


def _list_fields(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[item["type"]]
    yield "ID", item["id"]
    for name in item.get("author", ()):
        yield "AU", write_name(name)
    yield "TI", item["title"]
    yield "T2", item.get("container-title", "")
    yield "VL", item.get("volume", "")
    yield "IS", item.get("issue", "")
    yield "SP", item.get("page", "").partition("-")[0]
    yield "EP", item.get("page", "").partition("-")[2]
    yield "PB", item.get("publisher", "")
    if "issued" in item:
        yield "PY", str(item["issued"]["date-parts"][0][0])
        yield "DA", _write_when(item["issued"])
    yield "M3", item.get("genre", "")
    yield "LA", item["language"]
    yield "DO", item.get("DOI", "")
    yield "SN", item.get("ISBN", "")
    yield "UR", item.get("URL", "")
    if "accessed" in item:
        yield "Y2", _write_when(item["accessed"])


def write_name(name: Name) -> str:
    """Give a name as "Van Ewijk, Hans", or an organisation as it is."""
    if "literal" in name:
        return name["literal"]
    family = f"{name.get('non-dropping-particle', '')} {name['family']}".strip()
    return f"{family}, {name['given']}"


def _write_when(when: When) -> str:
    """Give a date as RIS has it: YYYY/MM/DD/, empty where unknown."""
    year, *rest = when["date-parts"][0]
    parts = [f"{part:02}" for part in rest]
    return "/".join([str(year), *parts, *[""] * (3 - len(parts))])
