"""Where each address of something leads when a page elsewhere carries it on."""

from collections.abc import Iterator

from kennisbank.exports.selection import WHOLE
from kennisbank.model.addresses import AddressBook
from kennisbank.model.record_address import RecordAddress, read_address
from kennisbank.pages.share import card_address
from kennisbank.permanence import Made
from kennisbank.vocabulary import IDENTIFIER, KIND_BY_NAME


def find_counterpart(book: AddressBook, made: Made, address: str, end: str) -> str:
    """Give the address of the same sort at the page `end`, or what comes nearest to it.

    Of a file that is the one of the same format that holds everything; else it is the page.
    """
    found, there = read_address(address), read_address(end.partition("#")[0])
    ways = [*_list_ways(book, found, there)] if found and there else []
    if found and not address.endswith("/"):
        ways += _list_wholes(found)
    return next((way for way in ways if way in made), end)


def _list_ways(book: AddressBook, found: RecordAddress, there: RecordAddress) -> Iterator[str]:
    if found.is_identifier:
        if there.kind in KIND_BY_NAME:
            yield f"{IDENTIFIER}/{there.kind}/{book.first_id(there.kind, there.id)}/"
    elif found.is_card:
        yield f"{card_address(there.kind, there.with_id(there.id))}{found.after.lstrip('/')}"
    elif found.kind == there.kind:
        yield found.with_id(there.id)
    else:
        above = found.before.rstrip("/").rpartition("/")[0]
        yield f"{above}/{there.before}{there.id}{found.after}"


def _list_wholes(found: RecordAddress) -> Iterator[str]:
    folder = found.before.rstrip("/")
    yield f"{folder}{found.after}"
    yield f"{folder.rpartition('/')[0]}/{WHOLE}{found.after}"
