"""Each page as plain Markdown for programs that read rather than look; llms.txt lists them.

Such a file ends in .txt, for what ends in .md is a page to the renderer. It closes with how to cite
the page, so that an assistant that quotes it can say whose it is. For llms.txt see llmstxt.org.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kennisbank.citing import cite_page, cite_source
from kennisbank.exports.export import Export
from kennisbank.hypertext import render_paragraphs
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.linked_concept import LinkedClaim, LinkedConcept
from kennisbank.model.linked_lesson import LinkedCase, LinkedRoute
from kennisbank.model.site import LinkedExample, LinkedSource, LinkedTheme, Site
from kennisbank.model.text import Span
from kennisbank.model.voices import Person
from kennisbank.origin import write_origin
from kennisbank.render import render_plain, shorten
from kennisbank.vocabulary import CASE, CONCEPT, EXAMPLE, ROUTE, SOURCE, THEME

FOLDER = "data/tekst"
INDEX = "llms.txt"
Blocks = Iterator[str]


class Plain(NamedTuple):
    """A page: its address, its title, what it is in a line, its blocks and how to cite it."""

    address: str
    title: str
    text: str
    blocks: Iterable[str]
    cited: str


def plain_address(address: str) -> str:
    """Give the address of a page's plain text."""
    return f"{FOLDER}/{address.rstrip('/')}.txt"


def make(site: Site) -> Iterator[Artifact]:
    """Make the text of each page that can be cited, and the list of them."""
    shelves = tuple((title, tuple(pages)) for title, pages in _list_pages(site))
    for _, pages in shelves:
        for page in pages:
            yield later(plain_address(page.address), _write, site, page)
    yield later(INDEX, _write_index, site, shelves)


def _list_pages(site: Site) -> Iterator[tuple[str, Iterator[Plain]]]:
    yield "Begrippen", (_concept(site, each) for each in site.concepts.values())
    yield "Thema’s", (_theme(site, each) for each in site.themes)
    yield "Bronnen", (_source(each) for each in site.sources)
    yield "Voorbeelden", (_example(site, each) for each in site.examples)
    yield "Casussen", (_case(site, each) for each in site.cases)
    yield "Leerroutes", (_route(site, each) for each in site.routes)


def _write(site: Site, page: Plain) -> bytes:
    licence = f"{site.settings.licence} ({site.settings.licence_url})"
    end = f"---\n\nVerwijs zo: {page.cited}\n\nLicentie van deze tekst: {licence}"
    blocks = (f"# {page.title}", *(block for block in page.blocks if block), end)
    return ("\n\n".join(blocks) + "\n").encode()


def _write_index(site: Site, shelves: Iterable[tuple[str, tuple[Plain, ...]]]) -> bytes:
    settings = site.settings
    use = (
        f"Teksten: {settings.licence} ({settings.licence_url}). Noem {settings.publisher} en de "
        "pagina; onderaan elke tekst staat hoe. Wie iets zegt, zegt het in de genoemde bron."
    )
    lines = [f"# {settings.name}", f"> {' '.join(settings.description.split())}", use]
    for title, pages in shelves:
        rows = (
            f"- [{p.title}]({site.absolute(plain_address(p.address))}): {p.text}" for p in pages
        )
        lines += [f"## {title}", "\n".join(rows)] if pages else []
    return ("\n\n".join(lines) + "\n").encode()


def _concept(site: Site, linked: LinkedConcept) -> Plain:
    def write() -> Blocks:
        origin = write_origin(linked.origin)
        yield f"Definitie: {render_plain(linked.definition)} ({origin})"
        yield render_paragraphs(linked.short)
        yield from _section("Toelichting", render_paragraphs(linked.elaboration))
        yield from _section("Wie zegt wat", _items(_tell(claim) for claim in linked.claims))
        related = (
            f"{each.kind.label}: {each.target.title}. {render_plain(each.reason)}".strip()
            for each in linked.relations
        )
        yield from _section("Verwant", _items(related))
        yield from _section("Vragen", _items(map(render_plain, linked.questions)))
        yield render_paragraphs(linked.addition)

    concept = linked.concept
    address, day = CONCEPT.address(concept.id), concept.changes[0].day
    cited = _flat(cite_page(site, concept.title, address, day))
    return Plain(address, concept.title, render_plain(linked.definition), write(), cited)


def _theme(site: Site, linked: LinkedTheme) -> Plain:
    theme, address = linked.theme, THEME.address(linked.theme.id)
    blocks = (
        render_paragraphs(linked.question),
        render_paragraphs(linked.introduction),
        *_section("Begrippen", _define(linked.concepts)),
    )
    cited = _flat(cite_page(site, theme.title, address, theme.changes[0].day))
    return Plain(address, theme.title, render_plain(linked.question), blocks, cited)


def _source(linked: LinkedSource) -> Plain:
    source, cited = linked.source, _flat(cite_source(linked))
    said = ((place.heading, _items(map(_tell, place.claims))) for place in linked.places)
    sections = (block for heading, text in said for block in _section(heading, text))
    blocks = (render_paragraphs(linked.summary), *sections)
    return Plain(SOURCE.address(source.id), source.title, cited, blocks, cited)


def _example(site: Site, linked: LinkedExample) -> Plain:
    example, address = linked.example, EXAMPLE.address(linked.example.id)
    who = f"Verteld door {_join(linked.speakers)}, in {linked.source.title}, {linked.heading}"
    blocks = (render_paragraphs(linked.text), who)
    cited = _flat(cite_page(site, example.title, address, example.changes[0].day))
    return Plain(address, example.title, shorten(render_plain(linked.text)), blocks, cited)


def _case(site: Site, linked: LinkedCase) -> Plain:
    case, address = linked.case, CASE.address(linked.case.id)
    seen = (f"{each.concept.concept.title}: {render_plain(each.text)}" for each in linked.answers)
    blocks = (
        "Deze casus is bedacht door de redactie. De mensen bestaan niet.",
        render_paragraphs(linked.text),
        *_section("Vragen", _items(map(render_plain, linked.questions))),
        *_section("Wat de kennisbank ziet", _items(seen)),
    )
    cited = _flat(cite_page(site, case.title, address, case.changes[0].day))
    return Plain(address, case.title, shorten(render_plain(linked.text)), blocks, cited)


def _route(site: Site, linked: LinkedRoute) -> Plain:
    route, address = linked.route, ROUTE.address(linked.route.id)
    steps = (f"{s.concept.concept.title}: {render_plain(s.look_for)}" for s in linked.steps)
    parts = (
        f"{p.part.name} ({p.part.minutes} minuten): {render_plain(p.text)}" for p in linked.lesson
    )
    blocks = (
        render_paragraphs(linked.goal),
        *_section("Stappen", _items(steps)),
        *_section("De les", _items(parts)),
        *_section("Vragen", _items(map(render_plain, linked.questions))),
    )
    cited = _flat(cite_page(site, route.title, address, route.changes[0].day))
    return Plain(address, route.title, render_plain(linked.goal), blocks, cited)


def _section(title: str, text: str) -> Blocks:
    if text:
        yield f"## {title}"
        yield text


def _items(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _define(concepts: Iterable[LinkedConcept]) -> str:
    return _items(f"{each.concept.title}: {render_plain(each.definition)}" for each in concepts)


def _tell(claim: LinkedClaim) -> str:
    via = f", volgens {claim.via.name}" if claim.via else ""
    place = claim.source.place_label(claim.claim.place)
    who = f"{_join(claim.speakers)}{via} over {claim.concept.title}"
    return f"{who}: {render_plain(claim.text)} ({claim.source.title}, {place})"


def _join(people: Iterable[Person]) -> str:
    return " en ".join(person.name for person in people)


def _flat(reference: Iterable[Span]) -> str:
    return "".join(span.text for span in reference)


EXPORT = Export(make=make, files=(INDEX,))
