"""Read a glossary as Moodle's import does (mod/glossary/import.php), and link words as its filter.

Elements become nested lists by expat, as `xmlize` makes them. What was seen to stop the import in
a real Moodle raises here; what it reads is given back.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from xml.parsers import expat

DISPLAY_FORMATS = (
    "dictionary",
    "encyclopedia",
    "entrylist",
    "faq",
    "continuous",
    "fullwithauthor",
    "fullwithoutauthor",
)
READ_UNASKED = ("NAME", "INTRO", "INTROFORMAT", "GLOBALGLOSSARY")
SHOWN = ("SHOWSPECIAL", "SHOWALPHABET", "SHOWALL")
LONGEST = 255

Node = dict[str, list[Any]]


class ImportStopsError(Exception):
    """The import ends here, with what Moodle says."""


class Entry(NamedTuple):
    """An entry as it lands in the database."""

    concept: str
    definition: str
    aliases: tuple[str, ...]
    tags: tuple[str, ...]
    links: bool
    case_sensitive: bool
    whole_words: bool


class Glossary(NamedTuple):
    """A new glossary; `categories` link their own name everywhere."""

    name: str
    intro: str
    entries: tuple[Entry, ...]
    rejected: tuple[str, ...]
    categories: tuple[str, ...]


def read_tree(content: bytes) -> Node:
    """Give elements by name as lists; one without elements inside is its text."""
    stack: list[tuple[Node, list[str]]] = [({}, [])]

    def start(name: str, attributes: dict[str, str]) -> None:
        stack.append(({}, []))

    def end(name: str) -> None:
        children, texts = stack.pop()
        stack[-1][0].setdefault(name, []).append(children or "".join(texts))

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda text: stack[-1][1].append(text)
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ImportStopsError("Errors occurred while parsing") from error
    return stack[0][0]


def import_glossary(content: bytes, into: Glossary | None = None) -> Glossary:
    """Import as a new glossary, or into one that is there: what it has already is rejected."""
    info = _inside(_inside(read_tree(content), "GLOSSARY"), "INFO")
    head = {name: _text(info, name) for name in (*READ_UNASKED, *SHOWN)}
    if info.get("DISPLAYFORMAT", [""])[0] not in DISPLAY_FORMATS:
        raise ImportStopsError("Format not known")
    entries: list[Entry] = [*into.entries] if into else []
    rejected: list[str] = []
    categories: list[str] = []
    for node in _inside(info, "ENTRIES")["ENTRY"]:
        entry = _read_entry(node)
        if entry.concept.lower() in (known.concept.lower() for known in entries):
            rejected.append(entry.concept)
            continue
        entries.append(entry)
        categories += (_text(each, "NAME") for each in _each(node, "CATEGORIES", "CATEGORY"))
    _fit(head["NAME"])
    return Glossary(head["NAME"], head["INTRO"], tuple(entries), tuple(rejected), tuple(categories))


def _read_entry(node: Node) -> Entry:
    if "FORMAT" not in node:
        raise ImportStopsError("Error writing to database")
    return Entry(
        concept=_fit(_text(node, "CONCEPT").strip()),
        definition=_text(node, "DEFINITION"),
        aliases=tuple(_fit(_text(each, "NAME")) for each in _each(node, "ALIASES", "ALIAS")),
        tags=tuple(_each(node, "TAGS", "TAG")),
        links=node.get("USEDYNALINK", ["0"])[0] == "1",
        case_sensitive=node.get("CASESENSITIVE", ["0"])[0] == "1",
        whole_words=node.get("FULLMATCH", ["0"])[0] == "1",
    )


def _inside(node: Node, name: str) -> Node:
    found = node.get(name, [""])[0]
    if not isinstance(found, dict):
        raise ImportStopsError(f"Cannot access offset of type string on string: {name}")
    return found


def _text(node: Node, name: str) -> str:
    found = node.get(name, [None])[0]
    if found is None:
        raise ImportStopsError(f"Undefined array key: {name}")
    if not isinstance(found, str):
        raise ImportStopsError("Errors occurred while parsing")
    return found


def _each(node: Node, group: str, name: str) -> Iterator[Any]:
    if group in node:
        yield from _inside(node, group)[name]


def _fit(text: str) -> str:
    if len(text) > LONGEST:
        raise ImportStopsError("Data too long for column")
    return text


def open_course(glossaries: Iterable[Glossary]) -> Glossary:
    """Give what the filter sees of all glossaries in a course, in the order of their import."""
    first, *others = glossaries
    entries = tuple(entry for each in (first, *others) for entry in each.entries)
    return first._replace(entries=entries)


def link_words(glossary: Glossary, text: str) -> dict[str, str]:
    """Give the words of a text that the filter makes a link, each with where it leads.

    The longest phrase goes first, and what is a link is left alone (filter_phrases). Of equal
    phrases only the first counts (filter_remove_duplicates).
    """
    phrases = [
        (name, entry.concept, entry.case_sensitive, entry.whole_words)
        for entry in glossary.entries
        if entry.links
        for name in (entry.concept, *entry.aliases)
    ]
    phrases += [(name, f"categorie {name}", True, False) for name in glossary.categories]
    found: dict[str, str] = {}
    for phrase, target, case_sensitive, whole_words in sorted(phrases, key=lambda p: -len(p[0])):
        edge = r"\b" if whole_words else ""
        flags = re.NOFLAG if case_sensitive else re.IGNORECASE
        pattern = f"{edge}{re.escape(phrase)}{edge}"
        for match in re.finditer(pattern, text, flags):
            found.setdefault(match[0], target)
        text = re.sub(pattern, "\0", text, flags=flags)
    return found
