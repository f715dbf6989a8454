"""Addresses that never die: what a build makes, held against what was ever published."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from kennisbank.model.addresses import AddressBook, Owner
from kennisbank.model.record_address import page_address, read_address
from kennisbank.model.records import Records
from kennisbank.model.settings import Settings
from kennisbank.permanence.made import Made
from kennisbank.permanence.taken import check_taken
from kennisbank.problems import Fault, suggest
from kennisbank.prompt import typed
from kennisbank.vocabulary import KIND_BY_NAME

RULES = (
    "adres-weg",
    "anker-weg",
    "adres-ingetrokken",
    "doorverwijzing-nergens",
    "doorverwijzing-keten",
    "doorverwijzing-dekt",
    "gelijk-adres",
    "onbekende-editie",
)


def check_addresses(records: Records, made: Made) -> Iterator[Fault]:
    """Give a fault for each published address that would die or be taken over, or leads nowhere."""
    book = records.addresses
    lost = find_lost(book, made)
    yield from _check_lost(records, made, lost)
    yield from _check_anchors(book, made)
    yield from check_taken(records, made)
    yield from _check_redirects(book, made, lost)


def find_lost(book: AddressBook, made: Made) -> frozenset[str]:
    """Give the published addresses at which nothing stands and which lead nowhere."""
    return frozenset({*book.published} - {*made, *book.redirects, *book.withdrawn})


def _check_lost(records: Records, made: Made, lost: frozenset[str]) -> Iterator[Fault]:
    """Give one fault for all addresses of a record."""
    groups: dict[Owner | str, list[str]] = {}
    for address in sorted(lost):
        groups.setdefault(records.addresses.owner(address) or address, []).append(address)
    for owner, addresses in groups.items():
        is_record = not isinstance(owner, str) and owner[0] in KIND_BY_NAME
        record = records.by_kind(owner[0]).get(owner[1]) if is_record else None
        page = owner if isinstance(owner, str) else page_address(*owner)
        first = page if page in addresses else addresses[0]
        others = f", net als {len(addresses) - 1} andere ervan" if len(addresses) > 1 else ""
        back = "zet het record terug" if is_record else "zet het terug"
        if record:
            back = (
                'haal "status: ontwerp" weg' if record.is_draft else "zet het record zoals het was"
            )
        yield Fault(
            path=record.path if record else records.addresses.path,
            where=("status",) if record else ("adressen", first),
            at_key=True,
            rule="adres-weg",
            about=(owner[0], owner[1]) if is_record and not record else None,
            message=f'gepubliceerd adres "{first}" wordt niet meer gemaakt{others}; {back}, of '
            f"laat het verder leiden: {advise_redirect(first, made)}",
        )


def advise_redirect(address: str, made: Made) -> str:
    """Give the command that leads an address to the nearest one that is there."""
    return typed(f'redirect "{address}" "{find_near(address, made)}"')


def find_near(address: str, made: Made) -> str:
    """Give the address of the same sort that looks most like this one, or the list of its sort."""
    ending = "/" if address.endswith("/") else address.rpartition(".")[2]
    folder = f"{address.removesuffix('/').rpartition('/')[0]}/"
    alike = sorted(each for each in made if each.endswith(ending))
    found = get_close_matches(address, [each for each in alike if each.startswith(folder)], n=1)
    return next(iter(found), folder if folder in made else next(iter(alike), ""))


def check_current_edition(settings: Settings, names: Iterable[str]) -> Iterator[Fault]:
    """Give a fault when the current edition was never frozen."""
    names = tuple(names)
    if settings.edition and settings.edition not in names:
        hint = suggest(settings.edition, names) or "; haal de regel weg"
        yield settings.fault(
            "onbekende-editie", ("editie",), f'editie "{settings.edition}" is niet vastgelegd{hint}'
        )


def find_lost_anchors(book: AddressBook, made: Made) -> Iterator[tuple[str, str]]:
    """Give page and anchor of each published anchor that its page lacks and nothing replaces."""
    for address in book.published:
        there = made.get(address)
        for anchor in book.anchors(address):
            is_gone = there is not None and anchor not in there
            if is_gone and f"{address}#{anchor}" not in book.redirects:
                yield address, anchor


def _check_anchors(book: AddressBook, made: Made) -> Iterator[Fault]:
    for address, anchor in find_lost_anchors(book, made):
        command = typed(f'redirect "{address}#{anchor}" "{address}"')
        message = (
            f'gepubliceerd anker "#{anchor}" staat niet meer op "{address}"; zet de uitspraak '
            f"terug, of laat het heen leiden: {command}"
        )
        yield _fault(book, ("adressen", address), "anker-weg", message)


def _check_redirects(book: AddressBook, made: Made, lost: frozenset[str]) -> Iterator[Fault]:
    """Give a fault for each redirect that fails; one for all addresses of a record.

    What leads to a published address that is gone has the same cause as that one.
    """
    told: set[object] = set()
    for address, target in sorted(book.redirects.items()):
        page = target.partition("#")[0]
        found, end = read_address(address.partition("#")[0]), read_address(page)
        cause = (found.key if found else address, end.key if end else target)
        if address in made or cause in told:
            continue
        near = ""
        if target in book.redirects:
            rule, what = "doorverwijzing-keten", "zelf doorverwijst"
            end_of_chain = book.resolve(target)
            near = "" if end_of_chain in book.redirects else end_of_chain
        elif page not in made and page not in lost:
            rule, what = "doorverwijzing-nergens", "niet bestaat"
        else:
            continue
        told.add(cause)
        command = typed(f'redirect "{address}" "{near or find_near(page, made)}"')
        advice = f"leid het naar iets dat er is: {command}"
        message = f'"{address}" leidt naar "{target}", dat {what}; {advice}'
        yield _fault(book, ("doorverwijzingen", address), rule, message)


def _fault(book: AddressBook, where: tuple[str | int, ...], rule: str, message: str) -> Fault:
    return book.fault(rule, where, message, at_key=True)
