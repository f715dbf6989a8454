"""The book after a publication, and as the text of adressen.yml."""

import re
from collections.abc import Iterable, Mapping

from kennisbank.model.addresses import FILE_MARK, NO_ANCHORS, AddressBook
from kennisbank.model.linked_concept import Tension
from kennisbank.model.record_address import page_address
from kennisbank.permanence.made import Made
from kennisbank.vocabulary import TENSION

HEADER = """\
# Alle adressen die ooit zijn gepubliceerd. Dit bestand wordt bijgehouden door opdrachten
# (kennisbank publish-addresses, rename, merge, withdraw): wijzig het niet met de hand.
"""


def publish(book: AddressBook, made: Made, tensions: Iterable[Tension] = ()) -> AddressBook:
    """Give the book with every made address and anchor added; nothing is ever taken out."""
    published = dict(book.published)
    for address, anchors in made.items():
        if not address:
            continue
        noted = " ".join(sorted({*book.anchors(address), *(anchors or ())})) or NO_ANCHORS
        published[address] = noted if address.endswith("/") else FILE_MARK
    tensions = tuple(tensions)
    pairs = {
        page_address(TENSION, tension.id): f"{tension.first.concept.id} {tension.second.concept.id}"
        for tension in tensions
        if tension.id.count("-") > 1
    }
    book = book.without_returned(tension.id for tension in tensions)
    return book.changed(published=published, pairs={**pairs, **book.pairs})


def serialize(book: AddressBook) -> bytes:
    """Give the content of adressen.yml: sorted, one address a line."""
    parts = [HEADER]
    parts += _mapping("adressen", book.published)
    parts += _mapping("doorverwijzingen", book.redirects)
    parts += _list("gekozen", book.chosen)
    parts += _list("ingetrokken", book.withdrawn)
    parts += _mapping("herkomst", book.origins)
    parts += _mapping("paren", book.pairs)
    return "".join(parts).encode()


def encode(book: AddressBook) -> bytes | None:
    """Give the content of adressen.yml; None when there is nothing to keep: no file is empty."""
    content = serialize(book)
    return None if content == HEADER.encode() else content


def _mapping(name: str, entries: Mapping[str, str]) -> Iterable[str]:
    if entries:
        yield f"{name}:\n"
        yield from (f"  {_quote(key)}: {_quote(value)}\n" for key, value in sorted(entries.items()))


def _list(name: str, entries: Iterable[str]) -> Iterable[str]:
    found = sorted(entries)
    if found:
        yield f"{name}:\n"
        yield from (f"- {_quote(entry)}\n" for entry in found)


def _quote(text: str) -> str:
    is_plain = re.fullmatch(r"\w[\w./-]*( \w[\w./-]*)*", text)
    return text if is_plain else "'{}'".format(text.replace("'", "''"))
