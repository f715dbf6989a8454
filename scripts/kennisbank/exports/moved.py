"""The old names of records, for the pages that keep names: lesson, compare and practise.

People are not among them: no such page names one.
"""

import json
from collections.abc import Iterable, Iterator

from kennisbank.exports.export import Export
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.record_address import read_address
from kennisbank.model.site import Site
from kennisbank.vocabulary import KIND_BY_NAME, PERSON

PATH = "data/verhuisd.json"


def make(site: Site) -> Iterator[Artifact]:
    """Make the list: old kind and id with the new one, and the withdrawn ones."""
    yield later(PATH, _make_list, site)


def _make_list(site: Site) -> bytes:
    book = site.addresses
    owners = {name: book.owner(address) for address, name in _name_pages(book.redirects)}
    moved = {name: "/".join(owner) for name, owner in owners.items() if owner}
    gone = [name for _, name in _name_pages(book.withdrawn)]
    text = json.dumps({"verhuisd": moved, "ingetrokken": gone}, separators=(",", ":"))
    return f"{text}\n".encode()


def _name_pages(addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the page of each record among these, in order, with its kind and id."""
    for address in sorted(addresses):
        found = read_address(address)
        is_named = found and found.is_page and found.kind in KIND_BY_NAME
        if found and is_named and found.kind != PERSON.name:
            yield address, "/".join(found.key)


EXPORT = Export(make=make)
