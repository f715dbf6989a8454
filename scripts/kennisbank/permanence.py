"""Addresses that never die: what a build makes, held against what was ever published."""

import re
from collections.abc import Iterable, Iterator, Mapping

from kennisbank.model.addresses import FILE_MARK, NO_ANCHORS, AddressBook
from kennisbank.model.artifact import Artifact
from kennisbank.model.settings import Settings
from kennisbank.problems import Fault, suggest

RULES = (
    "adres-weg",
    "anker-weg",
    "adres-ingetrokken",
    "doorverwijzing-nergens",
    "doorverwijzing-keten",
    "doorverwijzing-dekt",
    "onbekende-editie",
)
Made = Mapping[str, frozenset[str]]
"""Every address that a build makes, with the fixed anchors of the page that stands there."""

HEADER = """\
# Alle adressen die ooit zijn gepubliceerd. Dit bestand wordt bijgehouden door opdrachten
# (kennisbank publish-addresses, rename, merge, withdraw): wijzig het niet met de hand.
"""


def find_made(artifacts: Iterable[Artifact], hand_written: Iterable[str]) -> Made:
    """Give the addresses of all pages and files; redirect pages are not among them."""
    made: dict[str, frozenset[str]] = dict.fromkeys(hand_written, frozenset())
    for artifact in artifacts:
        if artifact.is_redirect:
            continue
        if artifact.path.endswith(".md"):
            made[_page_address(artifact.path)] = artifact.anchors
        else:
            made[artifact.path.removesuffix("index.html")] = frozenset()
    return made


def _page_address(path: str) -> str:
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem.rpartition("/")[2] == "index" else f"{stem}/"


def check_addresses(book: AddressBook, made: Made) -> Iterator[Fault]:
    """Give a fault for each published address that would die, and each redirect that fails."""
    leading = set(book.redirects) | set(book.withdrawn)
    for address in book.published:
        if address not in made and address not in leading:
            hint = suggest(address, made) or "; kies een adres dat wel bestaat"
            yield _fault(
                book,
                ("adressen", address),
                "adres-weg",
                f'gepubliceerd adres "{address}" wordt niet '
                "meer gemaakt; zet het record terug, of geef "
                f"het met kennisbank rename of merge een doorverwijzing{hint}",
            )
    yield from _check_anchors(book, made)
    for address in book.withdrawn:
        if address in made:
            message = f'"{address}" is ingetrokken maar wordt nog gemaakt; haal het record weg'
            yield _fault(
                book, ("ingetrokken", book.withdrawn.index(address)), "adres-ingetrokken", message
            )
    for address, target in book.redirects.items():
        yield from _check_redirect(book, made, address, target)


def check_current_edition(settings: Settings, names: Iterable[str]) -> Iterator[Fault]:
    """Give a fault when the current edition was never frozen."""
    names = tuple(names)
    if settings.edition and settings.edition not in names:
        hint = suggest(settings.edition, names) or "; haal de regel weg"
        yield Fault(
            path=settings.path,
            where=("editie",),
            rule="onbekende-editie",
            message=f'editie "{settings.edition}" is niet vastgelegd{hint}',
        )


def find_lost_anchors(book: AddressBook, made: Made) -> Iterator[tuple[str, str]]:
    """Give page and anchor of each published anchor that its page lacks and nothing replaces."""
    for address in book.published:
        for anchor in book.anchors(address):
            is_gone = address in made and anchor not in made[address]
            if is_gone and f"{address}#{anchor}" not in book.redirects:
                yield address, anchor


def _check_anchors(book: AddressBook, made: Made) -> Iterator[Fault]:
    for address, anchor in find_lost_anchors(book, made):
        message = (
            f'gepubliceerd anker "#{anchor}" staat niet meer op "{address}"; zet de uitspraak '
            "terug, of laat het heen leiden: kennisbank "
            f'redirect "{address}#{anchor}" "{address}"'
        )
        yield _fault(book, ("adressen", address), "anker-weg", message)


def _check_redirect(book: AddressBook, made: Made, address: str, target: str) -> Iterator[Fault]:
    where = ("doorverwijzingen", address)
    page = target.partition("#")[0]
    if address in made:
        message = f'"{address}" bestaat, dus er kan geen doorverwijzing staan; haal de regel weg'
        yield _fault(book, where, "doorverwijzing-dekt", message)
    if target in book.redirects:
        message = (
            f'"{address}" leidt naar "{target}", dat zelf doorverwijst; leid direct naar het einde'
        )
        yield _fault(book, where, "doorverwijzing-keten", message)
    elif page not in made:
        message = f'"{address}" leidt naar "{target}", dat niet bestaat{suggest(target, made)}'
        yield _fault(book, where, "doorverwijzing-nergens", message)


def _fault(book: AddressBook, where: tuple[str | int, ...], rule: str, message: str) -> Fault:
    return Fault(path=book.path, where=where, at_key=True, rule=rule, message=message)


def publish(book: AddressBook, made: Made) -> AddressBook:
    """Give the book with every made address and anchor added; nothing is ever taken out."""
    published = dict(book.published)
    for address, anchors in made.items():
        if not address:
            continue
        noted = " ".join(sorted({*book.anchors(address), *anchors})) or NO_ANCHORS
        published[address] = noted if address.endswith("/") else FILE_MARK
    return book.model_copy(update={"published": published})


def serialize(book: AddressBook) -> str:
    """Give the text of adressen.yml: sorted, one address a line."""
    parts = [HEADER]
    parts += _mapping("adressen", book.published)
    parts += _mapping("doorverwijzingen", book.redirects)
    if book.withdrawn:
        parts.append("ingetrokken:\n" + "".join(f"- {_quote(a)}\n" for a in sorted(book.withdrawn)))
    return "".join(parts)


def _mapping(name: str, entries: Mapping[str, str]) -> Iterable[str]:
    if entries:
        yield f"{name}:\n"
        yield from (f"  {_quote(key)}: {_quote(value)}\n" for key, value in sorted(entries.items()))


def _quote(text: str) -> str:
    return text if re.fullmatch(r"[\w./ -]+", text) else f"'{text}'"
