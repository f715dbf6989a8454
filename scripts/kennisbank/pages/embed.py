"""A card of every page for other sites to embed: its own HTML without script, and its QR code.

The card of an address that moved stays too, with the content of where it leads now: a frame in
a course goes on showing it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from kennisbank.model.artifact import Artifact, later
from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.model.record_address import page_address, read_address
from kennisbank.model.site import Site
from kennisbank.pages.page import PageType
from kennisbank.pages.share import card_address, quote_definition
from kennisbank.pages.subject import Subject, list_subjects
from kennisbank.qr import draw_address_file
from kennisbank.render import render_file, render_plain

_CODE = "qr.svg"
_WITHDRAWN = "Deze tekst is ingetrokken."
_MOVED = "Deze pagina is verhuisd."


def make(site: Site) -> Iterator[Artifact]:
    """Make the card and the QR code of each page, and of each address that was one."""
    subjects = {subject.address: subject for subject in list_subjects(site) if subject.has_card}
    for subject in subjects.values():
        yield from _make_card(site, subject, card_address(subject.kind, subject.address))
    yield from _make_old_cards(site, subjects.values())


def _make_old_cards(site: Site, subjects: Iterable[Subject]) -> Iterator[Artifact]:
    """Make what stands at the old addresses of cards and codes."""
    book = site.addresses
    by_card = {card_address(subject.kind, subject.address): subject for subject in subjects}
    for address in sorted((*book.redirects, *book.withdrawn)):
        found = read_address(address)
        if found is None or not found.is_card:
            continue
        card = book.resolve(address).removesuffix(_CODE)
        subject = by_card.get(card)
        if subject is None:
            is_gone = address in book.withdrawn
            page = page_address(found.kind, found.id) if is_gone else card
            subject = _stand_in(site, page, _WITHDRAWN if is_gone else _MOVED)
        yield _make_old_card(site, subject, address)


def _make_old_card(site: Site, subject: Subject, address: str) -> Artifact:
    if address.endswith(_CODE):
        link = site.absolute(subject.address)
        return later(address, draw_address_file, link, is_redirect=True)
    root = "../" * address.count("/")
    return later(f"{address}index.html", _render, site, subject, root, is_redirect=True)


def _stand_in(site: Site, address: str, text: str) -> Subject:
    name = site.settings.name
    return Subject(kind="", title=name, address=address, day=date.min, text=text, cited=())


def _make_card(site: Site, subject: Subject, address: str) -> Iterator[Artifact]:
    link = site.absolute(subject.address)
    yield later(f"{address}index.html", _render, site, subject, "../" * address.count("/"))
    yield later(f"{address}{_CODE}", draw_address_file, link)


def _render(site: Site, subject: Subject, root: str) -> bytes:
    return render_file(
        "card.html.j2",
        settings=site.settings,
        title=subject.title,
        tab=f"{subject.title} ({subject.kind or 'kennisbank'}, kaartje)",
        text=subject.text,
        definition=quote_definition(subject.concept) if subject.concept else "",
        question=_first_question(subject.concept),
        theme=subject.theme,
        link=site.absolute(subject.address),
        root=root,
    )


def _first_question(linked: LinkedConcept | None) -> str:
    return render_plain(linked.questions[0]) if linked and linked.questions else ""


TYPE = PageType(name="kaartje", folder="insluiten", make=make)
