"""The book of published addresses (adressen.yml): what was ever published, and where it leads now.

An address belongs to the record that it was published for, and after a move to the record to
which it leads. Nothing else may ever stand there.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from kennisbank.model.base import Stored, authored
from kennisbank.model.fields import AS_TUPLE, Line
from kennisbank.model.limits import fault
from kennisbank.model.record_address import page_address, read_address
from kennisbank.vocabulary import CONCEPT, KIND_BY_NAME, TENSION

FILE_MARK = "bestand"
NO_ANCHORS = "geen"

Owner = tuple[str, str]
"""The name of a kind and an id; `spanning` and the id of a pair for a tension."""


def _check_address(value: str) -> str:
    if value.startswith("/") or "//" in value or ".." in value or " " in value:
        raise fault(
            "geen-adres", f'"{value}" is geen adres binnen de site; schrijf zoals begrippen/macht/'
        )
    return value


Address = Annotated[Line, AfterValidator(_check_address)]
"""An address from the root of the site: a page ends with a slash, `page/#anchor` is a section."""


class AddressBook(Stored):
    """Every published address with its fixed anchors; kept by commands only."""

    id: str = Field(default="adressen", alias="@id")
    path: str = Field(default="concepts/adressen.yml", alias="@path")
    published: Mapping[Address, str] = authored(
        "adressen", "elk gepubliceerd adres, met zijn vaste ankers", default={}
    )
    redirects: Mapping[Address, Address] = authored(
        "doorverwijzingen", "oud adres, en waar het nu heen leidt", default={}
    )
    chosen: Annotated[tuple[Address, ...], AS_TUPLE] = authored(
        "gekozen", "oude adressen waarvan iemand koos waar ze heen leiden", default=()
    )
    withdrawn: Annotated[tuple[Address, ...], AS_TUPLE] = authored(
        "ingetrokken", "adressen waarvan de inhoud is ingetrokken", default=()
    )
    origins: Mapping[Address, Address] = authored(
        "herkomst", "de pagina van een hernoemd record, en de eerste die het had", default={}
    )
    pairs: Mapping[Address, Line] = authored(
        "paren", "de pagina van een spanning, en de twee begrippen", default={}
    )

    def anchors(self, address: str) -> tuple[str, ...]:
        """Give the published anchors of a page."""
        noted = self.published.get(address, NO_ANCHORS)
        return () if noted in (NO_ANCHORS, FILE_MARK) else tuple(noted.split())

    @property
    def known(self) -> frozenset[str]:
        """Every page and file that somebody may have a link to."""
        moved = (address for address in self.redirects if "#" not in address)
        return frozenset((*self.published, *moved, *self.withdrawn))

    def resolve(self, address: str) -> str:
        """Give where an address leads in the end: itself, when nothing leads it on.

        An anchor goes along, unless the redirect has one of its own.
        """
        passed: set[str] = set()
        while address not in passed:
            passed.add(address)
            page, mark, anchor = address.partition("#")
            target = self.redirects.get(address)
            if target is None and page in self.redirects:
                target = self.redirects[page]
                target = target if "#" in target else f"{target}{mark}{anchor}"
            address = target or address
        return address

    def owner(self, address: str) -> Owner | None:
        """Give the record to which an address belongs now; None when it belongs to none."""
        end = self.resolve(address).partition("#")[0]
        found = read_address(end)
        if found is None or end in self.withdrawn:
            return None
        is_name = found.is_identifier and found.kind in KIND_BY_NAME
        return (found.kind, self.current_id(found.kind, found.id)) if is_name else found.key

    def first_id(self, kind_name: str, record_id: str) -> str:
        """Give the id that a record had first: by that one other systems know it."""
        kind = KIND_BY_NAME[kind_name]
        found = read_address(self.origins.get(kind.address(record_id), ""))
        return found.id if found else record_id

    def current_id(self, kind_name: str, first: str) -> str:
        """Give the id of the record that had `first` as its first id."""
        origin = KIND_BY_NAME[kind_name].address(first)
        for page, known in self.origins.items():
            if known == origin and (found := read_address(page)):
                return found.id
        return first

    def members(self, pair_id: str) -> frozenset[Owner | None]:
        """Give the concepts for which a tension's page was published; empty when that is not noted.

        Only an id that could be made of two other concepts as well is noted.
        """
        noted = self.pairs.get(page_address(TENSION, pair_id), "")
        return frozenset(self.owner(CONCEPT.address(name)) for name in noted.split())

    def without_returned(self, pair_ids: Iterable[str]) -> "AddressBook":
        """Give the book without what led away from the pages of tensions that are there again."""
        there = {(TENSION, pair_id) for pair_id in pair_ids}
        kept = {
            address: target
            for address, target in self.redirects.items()
            if not (found := read_address(address.partition("#")[0])) or found.key not in there
        }
        return self if len(kept) == len(self.redirects) else self.changed(redirects=kept)

    def changed(self, **values: object) -> "AddressBook":
        """Give the book with other values; what was chosen is forgotten with its redirect."""
        book = self.model_copy(update=values)
        chosen = tuple(address for address in book.chosen if address in book.redirects)
        return book.model_copy(update={"chosen": chosen})


EMPTY_BOOK = AddressBook.model_validate({})
