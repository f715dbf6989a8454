"""The whole knowledge base on paper: a PDF by WeasyPrint, with contents and clickable links."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path

from weasyprint import HTML

from kennisbank.citing import cite_source, write_html
from kennisbank.dutch import write_day
from kennisbank.exports.address import find_last_day
from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.model.text import Span, Text
from kennisbank.render import escape, render_card
from kennisbank.vocabulary import CONCEPT

FILE = "data/kennisbank.pdf"


def make(site: Site, docs: Path) -> Iterator[Artifact]:
    """Make the PDF; `docs` has the fonts."""
    html = write_reader(site)
    noon = int(datetime.combine(find_last_day(site), time(12), UTC).timestamp())
    with _clock(noon):
        document = HTML(string=html, base_url=str(docs)).render()
        content = document.write_pdf(pdf_identifier=b"kennisbank")
    yield Artifact(FILE, content)


@contextmanager
def _clock(seconds: int) -> Iterator[None]:
    """Let the fonts inside carry this time instead of now: the same records, the same bytes."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = before or str(seconds)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]


def write_reader(site: Site) -> str:
    """Give the HTML of the reader: one document in which every link to a concept stays inside."""
    day = find_last_day(site)
    page = render_card(
        "reader.html",
        "reader.html.j2",
        site=site,
        day=day,
        day_text=write_day(day),
        prose=_Prose(site),
        references=sorted(write_html(cite_source(linked)) for linked in site.sources),
    )
    return page.content.decode()


class _Prose:
    """Writes prose as HTML; what is in the reader is a link within it."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def __call__(self, text: Text) -> str:
        """Give a text as paragraphs and lists."""
        parts = []
        for block in text:
            lines = [self.line(spans) for spans in block.items]
            if block.is_list:
                parts.append("<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>")
            else:
                parts.append(f"<p>{lines[0]}</p>")
        return "".join(parts)

    def line(self, spans: tuple[Span, ...]) -> str:
        """Give one paragraph without its element."""
        return "".join(map(self._span, spans)).strip()

    def _span(self, span: Span) -> str:
        words = escape(span.text)
        words = f"<{span.style}>{words}</{span.style}>" if span.style else words
        target = span.target
        if target and target.prefix == CONCEPT.link_prefix and target.id in self._site.concepts:
            return f'<a href="#{target.id}">{words}</a>'
        return words
