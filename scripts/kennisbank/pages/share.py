"""What every page says about itself: how to cite it and its sources, and how to take it along.

The template `share.md.j2` shows what is made of it.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from kennisbank.citing import cite_inside, cite_page, cite_place, cite_source, write_html
from kennisbank.exports.plain import plain_address
from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.model.site import LinkedSource, Site
from kennisbank.origin import write_short_origin
from kennisbank.pages.structured_data import describe_page
from kennisbank.pages.subject import Place, Subject
from kennisbank.render import render_plain
from kennisbank.vocabulary import CONCEPT, TENSION

_CHARACTERS = 32
"""Letters on a line of a card of 320 pixels, cautiously."""
_TODAY = '<span class="vandaag">[dag waarop je dit las]</span>'


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSource:
    """A source as a reference in HTML, with the citation inside a text for each place."""

    id: str
    reference: str
    inside: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Everything that the section Citeren en delen shows; references are HTML."""

    title: str
    address: str
    link: str
    reference: str
    reference_read: str
    edition: str
    inside: str
    definition: str
    sources: tuple[CitedSource, ...]
    plain: str
    """The address of the page as plain text; none for one that names somebody private."""
    picture: str
    """The address of its picture; none for one that names somebody private."""
    card: str
    card_link: str
    card_height: int
    structured: str


def make_share(site: Site, subject: Subject) -> Share:
    """Make the section of one page."""
    names = dict.fromkeys(name for name, _ in subject.cited if name in site.source_by_id)
    sources = tuple(site.source_by_id[name] for name in names)
    card = card_address(subject.kind, subject.address) if subject.has_card else ""
    return Share(
        title=subject.title,
        address=subject.address,
        link=site.absolute(subject.address),
        reference=_cite(site, subject, subject.address),
        reference_read=_cite_read(site, subject),
        edition=_cite_edition(site, subject),
        inside=cite_inside(site, subject.day),
        definition=f"{subject.concept.concept.title}: {quote_definition(subject.concept)}"
        if subject.concept
        else "",
        sources=tuple(_cite_source(source, subject.cited) for source in sources),
        plain=_find_plain(subject),
        picture=picture_address(subject),
        card=card,
        card_link=site.absolute(card) if card else "",
        card_height=card_height(subject.title, subject.text),
        structured=describe_page(site, subject, sources),
    )


def card_address(kind: str, address: str) -> str:
    """Give the address of the card that other sites embed; a concept's has its id alone."""
    name = address.rstrip("/").rpartition("/")[2]
    return f"insluiten/{name}/" if kind == CONCEPT.name else f"insluiten/{kind}/{name}/"


def picture_address(subject: Subject) -> str:
    """Give the address of the picture that other sites show with a link to the page."""
    return f"deelkaarten/{subject.address.rstrip('/')}.png" if subject.text else ""


def card_height(title: str, text: str) -> int:
    """Give the height in pixels in which a card fits at a width of 320."""
    lines = math.ceil(len(text) / _CHARACTERS) + 1
    return math.ceil((150 + 23 * lines + 30 * math.ceil(len(title) / 17)) / 20) * 20


def _cite(site: Site, subject: Subject, address: str) -> str:
    return write_html(cite_page(site, subject.title, address, subject.day))


def _cite_read(site: Site, subject: Subject) -> str:
    """Give the reference with the day of reading, which a script fills in."""
    link = escape(site.absolute(subject.address))
    start = _cite(site, subject, subject.address).removesuffix(link)
    return f"{start}Geraadpleegd op {_TODAY}, van {link}"


def _cite_edition(site: Site, subject: Subject) -> str:
    if subject.address not in site.frozen_pages:
        return ""
    return _cite(site, subject, f"edities/{site.settings.edition}/{subject.address}")


def _cite_source(linked: LinkedSource, cited: Iterable[Place]) -> CitedSource:
    places = [place for name, place in cited if name == linked.source.id and place]
    return CitedSource(
        id=linked.source.id,
        reference=write_html(cite_source(linked)),
        inside=tuple(dict.fromkeys(cite_place(linked, place) for place in places)),
    )


def quote_definition(linked: LinkedConcept) -> str:
    """Give a definition as it stands elsewhere: with whose it is when it is not ours."""
    origin = write_short_origin(linked.origin)
    whose = f" ({origin})" if origin else ""
    return f"{render_plain(linked.definition)}{whose}"


def _find_plain(subject: Subject) -> str:
    """Give the address of the page as plain text; a tension has none, its id moves too often."""
    has_text = subject.has_card and subject.text and subject.kind != TENSION
    return plain_address(subject.address) if has_text else ""
