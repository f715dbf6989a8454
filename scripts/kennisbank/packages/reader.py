"""The whole knowledge base on paper: one PDF with contents, page numbers and a register."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from weasyprint import HTML

from kennisbank.citing import cite_source, write_html
from kennisbank.exports.address import find_last_day
from kennisbank.exports.selection import keep_current
from kennisbank.hypertext import Absolute, render_hypertext, render_run
from kennisbank.model.artifact import Artifact
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.site import LinkedPerson, LinkedSource, LinkedTheme, Site
from kennisbank.model.text import Text
from kennisbank.model.voices import Source
from kennisbank.pages.story import write_story
from kennisbank.render import read_colours, render_file
from kennisbank.spelling import make_id

PATH = "data/kennisbank.pdf"
_PARTS = {
    "spanningen": "Spanningen",
    "voorbeelden": "Voorbeelden",
    "casussen": "Casussen",
    "leerroutes": "Leerroutes",
    "stemmen": "Stemmen",
    "bronnen": "Bronnen",
    "register": "Register",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A voice, with the concepts that it says something about."""

    person: Record
    roles: tuple[tuple[Source, Text], ...]
    about: tuple[Concept, ...]


def make(site: Site, docs: Path) -> Iterator[Artifact]:
    """Make the one PDF; fonts and colours are those of the site."""
    assets = docs / "assets"
    page = write_pages(site, (assets / "kleuren.css").read_text(encoding="utf-8"))
    book = HTML(string=page.decode(), base_url=f"{assets.resolve().as_uri()}/")
    with _clock(find_last_day(site)):
        content = book.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"kennisbank")
    yield Artifact(PATH, content)


@contextmanager
def _clock(day: date) -> Iterator[None]:
    """Let the fonts inside carry this day instead of now: the same records, the same bytes."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    noon = int(datetime.combine(day, time(12), UTC).timestamp())
    os.environ["SOURCE_DATE_EPOCH"] = before or str(noon)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]


def write_pages(site: Site, colours: str) -> bytes:
    """Give the HTML that the PDF is made of; `colours` is the style sheet that names them."""
    themes = [replace(each, concepts=keep_current(each.concepts)) for each in site.themes]
    themes = [theme for theme in themes if theme.concepts]
    inside = _lead_inside(site, themes)
    concepts = [linked.concept for theme in themes for linked in theme.concepts]
    empty = [name for name, group in _find_optional(site).items() if not group]
    return render_file(
        "reader.html.j2",
        site=site,
        day=find_last_day(site),
        colours=read_colours(colours).items(),
        themes=themes,
        concept_count=len(concepts),
        parts=[each for each in _PARTS.items() if each[0] not in empty],
        tensions=[t for t in site.tensions if t.first.concept in concepts],
        examples=site.examples,
        cases=[(linked, write_story(linked.text)) for linked in site.cases],
        routes=site.routes,
        voices=_list_speakers(site.people),
        bibliography=_list_sources(site.sources),
        register=_list_words(concepts),
        inside=inside,
        prose=lambda text: render_hypertext(text, inside),
        run=lambda text: " ".join(
            render_run(spans, inside) for block in text for spans in block.items
        ),
    )


def _find_optional(site: Site) -> dict[str, tuple[object, ...]]:
    return {"voorbeelden": site.examples, "casussen": site.cases, "leerroutes": site.routes}


def _lead_inside(site: Site, themes: Iterable[LinkedTheme]) -> Absolute:
    """Give what turns an address into a place in the book, or else a link to the site."""
    records: list[Record] = [linked.concept for theme in themes for linked in theme.concepts]
    records += [theme.theme for theme in themes]
    records += [linked.person for linked in site.people]
    records += [linked.source for linked in site.sources]
    records += [linked.route for linked in site.routes]
    records += [linked.example for linked in site.examples]
    records += [linked.case for linked in site.cases]
    places = {record.kind.address(record.id) for record in records}

    def lead(address: str) -> str:
        if address in places:
            return f"#{address.strip('/').replace('/', '-')}"
        return site.absolute(address)

    return lead


def _list_speakers(people: Iterable[LinkedPerson]) -> list[Speaker]:
    """Give the voices, each concept once."""
    return [
        Speaker(
            person=linked.person,
            roles=linked.roles,
            about=tuple({c.concept.id: c.concept for c in linked.claims}.values()),
        )
        for linked in people
        if linked.claims or linked.roles
    ]


def _list_sources(
    sources: Iterable[LinkedSource],
) -> list[tuple[str, list[tuple[LinkedSource, str]]]]:
    """Give references in alphabetical order: the articles themselves, then what they name."""
    cited = [(linked, write_html(cite_source(linked))) for linked in sources]
    cited.sort(key=lambda each: make_id(re.sub("<[^>]+>", "", each[1])))
    return [
        ("De artikelen", [each for each in cited if each[0].source.is_base]),
        ("Wat zij noemen", [each for each in cited if not each[0].source.is_base]),
    ]


def _list_words(concepts: Iterable[Concept]) -> list[tuple[str, Concept]]:
    """Give every label that readers may look up, from A to Z."""
    words = [(word, concept) for concept in concepts for word in concept.labels]
    return sorted(words, key=lambda each: (make_id(each[0]), each[1].id))
