"""Lead an old address on, by the choice of a person: checked first, and whole.

With the page of a record go all its other addresses: its identifier, its card and its files, each
to its counterpart. What belongs to a record that is there cannot be led away.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from kennisbank.model.addresses import AddressBook
from kennisbank.model.outcome import Check
from kennisbank.model.record_address import RecordAddress, read_address
from kennisbank.model.site import Site
from kennisbank.permanence import Made, check_addresses
from kennisbank.problems import suggest
from kennisbank.prompt import typed
from kennisbank.revise.book import move_addresses
from kennisbank.revise.counterpart import find_counterpart
from kennisbank.vocabulary import CONCEPT, TENSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirection:
    """The book as it becomes, and each old address with the new one, that of the page first."""

    book: AddressBook
    moves: Mapping[str, str]


def plan_redirect(check: Check, site: Site, typed: tuple[str, str]) -> Redirection | str:
    """Give what a redirect changes, or why it cannot be, with what to do."""
    book, made = check.records.addresses, check.made
    there = {*book.known, *made}
    old, new = (_read_typed(each, site.site_url, there) for each in typed)
    for address, given in zip((old, new), typed, strict=True):
        if address is None:
            return f'"{given}" is van een andere site; schrijf een adres van deze, zoals begrippen/'
        if not address.partition("#")[0]:
            return f'"{given}" is de voorpagina; kies een andere, zoals begrippen/'
    if old is None or new is None:
        return ""
    end = book.resolve(new)
    if old in (new, end):
        return f'"{old}" zou naar zichzelf leiden; kies een pagina die er is'
    reasons = (_refuse_old(check, old), _refuse_end(check, end), _refuse_taking(check, old, end))
    return next(filter(None, reasons), "") or _plan(check, old, end)


def _refuse_old(check: Check, old: str) -> str:
    book, made = check.records.addresses, check.made
    page, _, anchor = old.partition("#")
    if page in book.withdrawn:
        return f'"{page}" is ingetrokken en blijft dat zeggen; er is niets te doen'
    if page not in book.known:
        return f'"{page}" is nooit gepubliceerd{suggest(page, book.known) or "; kijk het adres na"}'
    if not anchor:
        return f'op "{page}" staat nog iets; {_tell_way(page)}' if page in made else ""
    moved = (each.partition("#") for each in book.redirects)
    known = {*book.anchors(page), *(name for there, _, name in moved if name and there == page)}
    if anchor not in known:
        hint = suggest(anchor, known) or f"; kies uit: {', '.join(sorted(known)) or 'geen'}"
        return f'anker "#{anchor}" is nooit gepubliceerd op "{page}"{hint}'
    if anchor in _list_anchors(made, page):
        return f'anker "#{anchor}" staat nog op "{page}"; er is niets te doen'
    return ""


def _tell_way(page: str) -> str:
    """Say how what stands at an address goes away; without its record the address would break."""
    found = read_address(page)
    if found and found.kind == CONCEPT.name:
        return f"voeg het samen met een ander begrip: {typed(f'merge {found.id} blijft-id')}"
    if found and found.kind != TENSION:
        uses = typed(f"uses {found.id}")
        return f"haal eerst weg wat ernaar verwijst ({uses} noemt het) en dan het record"
    return "zolang dat er staat, leidt het nergens anders heen"


def _list_anchors(made: Made, page: str) -> frozenset[str]:
    return made.get(page) or frozenset()


def _refuse_end(check: Check, end: str) -> str:
    page, _, anchor = end.partition("#")
    if page in check.records.addresses.withdrawn:
        return f'"{page}" is ingetrokken; kies een pagina die er is'
    if page not in check.made:
        folder = page.partition("/")[0]
        alike = [each for each in check.made if each.partition("/")[0] == folder]
        return f'"{page}" bestaat niet{suggest(page, alike) or "; kies een pagina die er is"}'
    there = _list_anchors(check.made, page)
    if anchor and check.made[page] is not None and anchor not in there:
        return f'"{page}" heeft geen anker "#{anchor}"; kies uit: {", ".join(sorted(there))}'
    return ""


def _refuse_taking(check: Check, old: str, end: str) -> str:
    """What a rename or a merge led on stays with its record; what a person chose may change."""
    book = check.records.addresses
    page, now = old.partition("#")[0], book.resolve(old)
    if not page.endswith("/") and page.rpartition(".")[2] != end.rpartition(".")[2]:
        return f'een bestand leidt naar een bestand van dezelfde soort; "{end}" is dat niet'
    if page.endswith("/") and _is_no_page(end.partition("#")[0], read_address(page)):
        return f'een pagina leidt naar een pagina; "{end}" is er geen'
    if old not in book.redirects or old in book.chosen:
        return ""
    there, _, anchor = now.partition("#")
    is_there = anchor in _list_anchors(check.made, there) if "#" in old else there in check.made
    if not is_there or (_is_lost_pair(page, there) and "#" not in old):
        return ""
    return f'"{old}" leidt naar "{now}", waar staat wat hier stond; er is niets te doen'


def _is_no_page(end: str, old: RecordAddress | None) -> bool:
    """Tell whether this is a file; or a card or an identifier, while the old address is no such."""
    found = read_address(end)
    is_other = found and (
        (found.is_card and not (old and old.is_card))
        or (found.is_identifier and not (old and old.is_identifier))
    )
    return bool(is_other) or not end.endswith("/")


def _is_lost_pair(address: str, end: str) -> bool:
    """Tell whether the page of a tension leads to a concept, because it is a tension no longer."""
    found, there = read_address(address), read_address(end)
    return bool(found and found.kind == TENSION and (not there or there.kind != TENSION))


def _plan(check: Check, old: str, end: str) -> Redirection | str:
    book, made = check.records.addresses, check.made
    moves = {old: end}
    if "#" not in old:
        moves |= {
            each: find_counterpart(book, made, each, end) for each in _list_family(check, old)
        }
    chosen = tuple(sorted({*book.chosen, *moves}))
    origins = {page: first for page, first in book.origins.items() if page != old}
    changed = move_addresses(book, moves).changed(origins=origins)
    changed = changed.changed(chosen=chosen)
    before = {fault.message for fault in check_addresses(check.records, made)}
    after = check_addresses(replace(check.records, addresses=changed), made)
    worse = next((each.message for each in after if each.message not in before), "")
    return worse or Redirection(book=changed, moves=moves)


def _list_family(check: Check, page: str) -> Iterator[str]:
    """Give the other known addresses of what stood at a page, as far as nothing is there now."""
    book, made = check.records.addresses, check.made
    found = read_address(page)
    if found is None or not found.is_page:
        return
    for address in sorted(book.known - {page, *made, *book.withdrawn}):
        other = read_address(address)
        is_own = other and found.key in (other.key, book.owner(address))
        is_free = address not in book.redirects or address in book.chosen
        if is_own and (is_free or book.resolve(address).partition("#")[0] not in made):
            yield address


def _read_typed(typed: str, site_url: str, known: Container[str]) -> str | None:
    """Give an address from the root of the site, with its anchor; None when it is of another site.

    A whole web address, a slash at the start or none at the end, capitals and `index.html` are
    taken for what they mean, as far as that is in `known`.
    """
    home = urlsplit(site_url)
    try:
        parts = urlsplit(typed.strip())
    except ValueError:  # a host that cannot be
        return None
    if parts.netloc and parts.netloc.casefold() != home.netloc.casefold():
        return None
    path = unquote(parts.path)
    if parts.netloc or path.startswith(home.path):
        path = path.removeprefix(home.path)
    path = path.lstrip("/").removesuffix("index.html")
    mark = "#" if parts.fragment else ""
    return f"{_find_known(path, known)}{mark}{unquote(parts.fragment)}"


def _find_known(path: str, known: Container[str]) -> str:
    """Give the first way to write it that is known, or else the one of a page or file."""
    stem = path.removesuffix(".md").rstrip("/")
    page = path if "." in path.rpartition("/")[2] else f"{stem}/"
    ways = (path, f"{stem}/", page.lower(), f"{stem.lower()}/")
    return next((way for way in ways if way in known), page)
