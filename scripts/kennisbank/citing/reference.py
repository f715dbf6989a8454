"""References in APA 7 as Dutch schools use it: for our own pages and for the sources.

A reference is a row of spans, of which titles are in italics; the same row becomes Markdown, plain
text or HTML. Dates follow EDTF; a work without a date gets "z.d." and the day it was read. Rules:
American Psychological Association (2020), Publication manual, 7th edition, with Dutch terms. A
family name begins with a capital and stands under its prefix, as Dutch spelling has it and Dutch
guides to APA print it (De Riet, A.), where APA itself would keep a small letter.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape

from kennisbank.citing.work import Work, make_work
from kennisbank.dutch import write_day, write_month
from kennisbank.model.person_name import Name
from kennisbank.model.site import LinkedSource, Site
from kennisbank.model.text import Span

_CLOSED = re.compile(r"[.?!…][’”'\"]*$")
_BY_YEAR = frozenset({"article-journal", "book", "chapter", "graphic", "report", "thesis"})
"""What is known by its year; of a page or a broadcast the day counts too."""
_MOST = 20
"""Of more authors, a list names the first nineteen and the last."""

Reference = tuple[Span, ...]


def write_date(edtf: str) -> str:
    """Give the part of a date between brackets: "2019, 30 augustus", "ca. 2022" or "z.d."."""
    if edtf == "z.d.":
        return edtf
    year, *rest = edtf.rstrip("?~%").split("-")
    about = "ca. " if edtf[-1] in "?~%" else ""
    days = [str(int(day)) for day in rest[1:]]
    months = [write_month(int(month)) for month in rest[:1]]
    return f"{about}{year}{', ' if rest else ''}{' '.join([*days, *months])}"


def write_names(names: Sequence[Name]) -> str:
    """Give names as a list of references begins: the last one after an ampersand."""
    written = [name.cited for name in names]
    if len(written) > _MOST:
        return f"{', '.join(written[: _MOST - 1])}, … {written[-1]}"
    return ", & ".join([", ".join(written[:-1]), written[-1]]) if written[1:] else "".join(written)


def cite_page(site: Site, title: str, address: str, day: date) -> Reference:
    """Give the reference to one of our own pages: the organisation as author, so no site name."""
    return (
        Span(f"{_close(site.settings.publisher)} ({write_date(day.isoformat())}). "),
        Span(title, "em"),
        Span(f"{_stop(title)} {site.absolute(address)}"),
    )


def cite_source(linked: LinkedSource) -> Reference:
    """Give the reference to a source."""
    work = make_work(linked)
    when = f"({_date(work)}). "
    title, end = _title(work)
    names = write_names(work.names)
    if names:
        editors = "" if work.authors else " (Red.)"
        start = (Span(f"{_close(names + editors)} {when}"), *title, Span(f"{end} "))
    else:
        start = (*title, Span(f"{end} {when}"))
    return _tidy((*start, *_container(work), *_publisher(work), *_where(work)))


def _date(work: Work) -> str:
    written = write_date(work.source.date)
    return written.partition(",")[0] if work.form.csl in _BY_YEAR else written


def _title(work: Work) -> tuple[Reference, str]:
    """Give the title with what belongs to it, and the stop that has to follow."""
    has_style = not work.container and not work.source.is_named_by_us
    added = "".join(f" {part}" for part in _list_additions(work))
    spans = (Span(work.title, "em" if has_style else ""), Span(added))
    return spans, _stop(added or work.title)


def _list_additions(work: Work) -> Iterator[str]:
    source = work.source
    parts = [f"Deel 1–{source.volumes}"] if source.volumes else []
    if work.translators:
        parts.append(f"{_join_inside(work.translators)}, Vert.")
    if parts:
        yield f"({'; '.join(parts)})"
    if work.form.label and not source.is_named_by_us:
        yield f"[{', '.join(filter(None, (work.form.label, source.institution)))}]"


def _container(work: Work) -> Reference:
    if not work.container:
        return ()
    pages = (work.source.pages or "").replace("-", "–")
    if work.source.sort in ("hoofdstuk", "uitzending"):
        editors = f"{_join_inside(work.editors)} (Red.), " if work.editors else ""
        within = f" (pp. {pages})" if pages else ""
        return (Span(f"In {editors}"), Span(work.container, "em"), Span(f"{within}. "))
    issue = f"({work.issue})" if work.issue else ""
    comma = ", " if work.volume or issue else ""
    end = f"{issue}{', ' if pages else ''}{pages}. "
    return (Span(work.container, "em"), Span(comma), Span(work.volume, "em"), Span(end))


def _publisher(work: Work) -> Reference:
    return (Span(f"{_close(work.publisher)} "),) if work.publisher else ()


def _where(work: Work) -> Iterator[Span]:
    source = work.source
    if source.doi:
        yield Span(f"https://doi.org/{source.doi} ")
    elif source.url and source.date == "z.d." and source.accessed:
        yield Span(f"Geraadpleegd op {write_day(source.accessed)}, van {source.url} ")
    elif source.url:
        yield Span(f"{source.url} ")
    if source.original:
        yield Span(f"(Oorspronkelijk werk gepubliceerd in {source.original})")


def cite_place(linked: LinkedSource, place: str) -> str:
    """Give the citation inside a text: "(Zilverling, z.d., onder ‘Vier kernhandelingen’)"."""
    work = make_work(linked)
    names = [name.family for name in work.names]
    who = " & ".join(names) if len(names) < 3 else f"{names[0]} et al."
    label = work.source.place_label(place)
    under = label if label.startswith("passage") else f"onder {label}"
    year = write_date(work.source.date).partition(",")[0]
    return f"({who or work.source.name}, {year}, {under})"


def cite_inside(site: Site, day: date) -> str:
    """Give the citation of one of our own pages inside a text."""
    return f"({site.settings.publisher}, {day.year})"


def write_html(reference: Reference) -> str:
    """Give a reference as HTML, titles in italics."""
    return "".join(
        f"<i>{escape(span.text)}</i>" if span.style == "em" else escape(span.text)
        for span in reference
    )


def _join_inside(names: Sequence[Name]) -> str:
    """Give names inside a reference, given names first: "L. Veldboer & R. Vuurvlieg"."""
    written = [name.cited_inside for name in names]
    comma = ", " if len(written) > 2 else " "
    return f"{comma}& ".join(filter(None, [", ".join(written[:-1]), written[-1]]))


def _stop(text: str) -> str:
    return "" if _CLOSED.search(text) else "."


def _close(text: str) -> str:
    return f"{text}{_stop(text)}"


def _tidy(spans: Iterable[Span]) -> Reference:
    kept = [span for span in spans if span.text]
    kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return tuple(kept)
