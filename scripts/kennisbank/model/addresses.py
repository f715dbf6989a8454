"""The book of published addresses (adressen.yml): "
"what was ever published, and where it leads now."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from kennisbank.model.base import Part, authored
from kennisbank.model.fields import AS_TUPLE, Line
from kennisbank.model.values import fault

FILE_MARK = "bestand"
NO_ANCHORS = "geen"


def _check_address(value: str) -> str:
    if value.startswith("/") or "//" in value or ".." in value or " " in value:
        raise fault(
            "geen-adres", f'"{value}" is geen adres binnen de site; schrijf zoals begrippen/macht/'
        )
    return value


Address = Annotated[Line, AfterValidator(_check_address)]
"""An address from the root of the site: a page ends with a slash, `page/#anchor` is a section."""


class AddressBook(Part):
    """Every published address with its fixed anchors; kept by commands only."""

    id: str = Field(default="adressen", alias="@id")
    path: str = Field(default="concepts/adressen.yml", alias="@path")
    published: Mapping[Address, str] = authored(
        "adressen", "elk gepubliceerd adres, met zijn vaste ankers", default={}
    )
    redirects: Mapping[Address, Address] = authored(
        "doorverwijzingen", "oud adres, en waar het nu heen leidt", default={}
    )
    withdrawn: Annotated[tuple[Address, ...], AS_TUPLE] = authored(
        "ingetrokken", "adressen waarvan de inhoud is ingetrokken", default=()
    )

    def anchors(self, address: str) -> tuple[str, ...]:
        """Give the published anchors of a page."""
        noted = self.published.get(address, NO_ANCHORS)
        return () if noted in (NO_ANCHORS, FILE_MARK) else tuple(noted.split())


EMPTY_BOOK = AddressBook.model_validate({})
