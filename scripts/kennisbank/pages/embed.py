"""A card of every page for other sites to embed: its own HTML without script, and its QR code.

The card of an address that moved stays too, with the content of where it leads now: a frame in
a course goes on showing it.
"""

from collections.abc import Iterator
from datetime import date

from kennisbank.address_code import draw_address_file
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import Site
from kennisbank.pages.page import PageType
from kennisbank.pages.share import card_address
from kennisbank.pages.subject import TENSION_FOLDER, Subject, list_subjects
from kennisbank.render import render_file
from kennisbank.vocabulary import KIND_BY_FOLDER, TENSION

_WITHDRAWN = "Deze tekst is ingetrokken."
_MOVED = "Deze pagina is verhuisd."


def make(site: Site) -> Iterator[Artifact]:
    """Make the card and the QR code of each page, and of each address that was one."""
    subjects = {subject.address: subject for subject in list_subjects(site)}
    for subject in subjects.values():
        yield from _make_card(site, subject, card_address(subject.kind, subject.address))
    for address, target in sorted(site.addresses.redirects.items()):
        if kind := _find_kind(address):
            page = target.partition("#")[0]
            subject = subjects.get(page) or _stand_in(site, page, _MOVED)
            yield from _make_card(site, subject, card_address(kind, address))
    for address in sorted(site.addresses.withdrawn):
        if kind := _find_kind(address):
            subject = _stand_in(site, address, _WITHDRAWN)
            yield from _make_card(site, subject, card_address(kind, address))


def _find_kind(address: str) -> str:
    """Give the kind of a page that has a card, or nothing."""
    folder, _, rest = address.partition("/")
    if rest.count("/") != 1 or not rest.endswith("/") or folder == "personen":
        return ""
    kind = KIND_BY_FOLDER.get(folder)
    return kind.name if kind else TENSION * (folder == TENSION_FOLDER)


def _stand_in(site: Site, address: str, text: str) -> Subject:
    name = site.settings.name
    return Subject(kind="", title=name, address=address, day=date.min, text=text, cited=())


def _make_card(site: Site, subject: Subject, address: str) -> Iterator[Artifact]:
    link = site.absolute(subject.address)
    book = site.addresses
    if address not in book.redirects and address not in book.withdrawn:
        yield later(f"{address}index.html", _render, site, subject, "../" * address.count("/"))
    yield later(f"{address}qr.svg", draw_address_file, link)


def _render(site: Site, subject: Subject, root: str) -> bytes:
    return render_file(
        "card.html.j2",
        settings=site.settings,
        title=subject.title,
        text=subject.text,
        theme=subject.theme,
        link=site.absolute(subject.address),
        root=root,
    )


TYPE = PageType(name="kaartje", folder="insluiten", find="nothing", make=make)
