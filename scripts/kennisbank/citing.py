"""References in APA 7 as Dutch schools use it: for our own pages and for the sources.

A reference is a row of spans, of which titles are in italics; the same row becomes Markdown, plain
text or HTML. Dates follow EDTF; a work without a date gets "z.d." and the day it was read. Rules:
American Psychological Association (2020), Publication manual, 7th edition, with Dutch terms.
"""

import re
from collections.abc import Iterable
from datetime import date
from html import escape

from kennisbank.model.site import LinkedSource, Site
from kennisbank.model.text import Span
from kennisbank.model.voices import Person, Source

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli",
    "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_LABELS = {
    "interview": "Interview",
    "verslag": "Verslag",
    "blog": "Blog",
    "essay": "Essay",
    "proefschrift": "Proefschrift",
    "notitie": "Notitie",
    "uitzending": "Tv-uitzending",
}
_PARTICLES = frozenset({"van", "de", "den", "der", "het", "ten", "ter", "von", "la", "le"})
_ISSUE = re.compile(r"(?P<volume>\d+)(?P<issue>\(\d+\))?")

Reference = tuple[Span, ...]


def write_day(day: date) -> str:
    """Give a day in Dutch words: 23 november 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def write_date(edtf: str) -> str:
    """Give the part of a date between brackets: "2019, 30 augustus", "ca. 2022" or "z.d."."""
    if edtf == "z.d.":
        return edtf
    year, *rest = edtf.rstrip("?~%").split("-")
    about = "ca. " if edtf[-1] in "?~%" else ""
    month = f", {MONTHS[int(rest[0]) - 1]}" if rest else ""
    if len(rest) > 1:
        month = f", {int(rest[1])} {MONTHS[int(rest[0]) - 1]}"
    return f"{about}{year}{month}"


def split_name(name: str) -> tuple[str, str, str]:
    """Give the given names, the particle and the family name: ("Hans", "van", "Ewijk")."""
    words = name.split()
    first = next((n for n, word in enumerate(words) if word in _PARTICLES), len(words) - 1)
    rest = words[first:]
    particle = [word for word in rest[:-1] if word in _PARTICLES]
    return " ".join(words[:first]), " ".join(particle), " ".join(rest[len(particle) :])


def write_author(author: Person | str) -> str:
    """Give an author as in a list of references: "Van Ewijk, H." or the name of an organisation."""
    if isinstance(author, str):
        return author
    given, particle, family = split_name(author.name)
    full = f"{particle} {family}".strip()
    full = full[:1].upper() + full[1:]
    initials = " ".join(f"{word[0]}." for word in re.split(r"[ -]", given) if word)
    return f"{full}, {initials}" if initials else full


def write_authors(authors: Iterable[Person | str]) -> str:
    """Give all authors, the last one after an ampersand."""
    names = [write_author(author) for author in authors]
    return ", & ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def cite_page(site: Site, title: str, address: str, day: date) -> Reference:
    """Give the reference to one of our own pages: the organisation as author, so no site name."""
    author = _sentence(site.settings.publisher)
    return (
        Span(f"{author} ({day.year}, {day.day} {MONTHS[day.month - 1]}). "),
        Span(title, "em"),
        Span(f". {site.absolute(address)}"),
    )


def cite_source(linked: LinkedSource) -> Reference:
    """Give the reference to a source."""
    source = linked.source
    when = f"({write_date(source.date)}). "
    title = _title(source)
    if linked.authors:
        start = (Span(f"{_sentence(write_authors(linked.authors))} {when}"), *title, Span(". "))
    else:
        start = (*title, Span(f". {when}"))
    return _tidy((*start, *_container(source), *_publisher(linked), *_where(source)))


def _title(source: Source) -> Reference:
    full = f"{source.name}: {source.subtitle}" if source.subtitle else source.name
    label = _LABELS.get(source.sort)
    stands_alone = not source.container
    spans = (Span(full.rstrip("."), "em" if stands_alone else ""),)
    return (*spans, Span(f" [{label}]")) if label else spans


def _container(source: Source) -> Reference:
    if not source.container:
        return ()
    journal, comma, rest = source.container.partition(", ")
    match = _ISSUE.fullmatch(rest)
    spans = [Span(journal, "em")]
    if match:
        spans += [Span(", "), Span(match["volume"], "em"), Span(match["issue"] or "")]
    elif comma:
        spans.append(Span(f", {rest}"))
    if source.pages:
        spans.append(Span(f", {source.pages.replace('-', '–')}"))
    return (*spans, Span(". "))


def _publisher(linked: LinkedSource) -> Reference:
    publisher = linked.source.publisher
    if not publisher or publisher in linked.authors:
        return ()
    return (Span(f"{_sentence(publisher)} "),)


def _where(source: Source) -> Reference:
    if source.doi:
        return (Span(f"https://doi.org/{source.doi}"),)
    if not source.url:
        return ()
    if source.date == "z.d." and source.accessed:
        return (Span(f"Geraadpleegd op {write_day(source.accessed)}, van {source.url}"),)
    return (Span(source.url),)


def cite_place(linked: LinkedSource, place: str) -> str:
    """Give the citation inside a text: "(Wilken, z.d., onder ‘Vier kernhandelingen’)"."""
    source = linked.source
    names = [_family(author) for author in linked.authors]
    who = " & ".join(names) if len(names) < 3 else f"{names[0]} et al."
    label = source.place_label(place)
    under = label if label.startswith("passage") else f"onder {label}"
    return f"({who or source.name}, {write_date(source.date).partition(',')[0]}, {under})"


def _family(author: Person | str) -> str:
    return write_author(author).partition(",")[0]


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def _tidy(spans: Iterable[Span]) -> Reference:
    kept = [span for span in spans if span.text]
    kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return tuple(kept)


def cite_inside(site: Site, day: date) -> str:
    """Give the citation of one of our own pages inside a text."""
    return f"({site.settings.publisher}, {day.year})"


def write_html(reference: Reference) -> str:
    """Give a reference as HTML, titles in italics."""
    return "".join(
        f"<i>{escape(span.text)}</i>" if span.style == "em" else escape(span.text)
        for span in reference
    )
