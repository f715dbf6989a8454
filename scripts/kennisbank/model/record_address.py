"""Which record an address is about: every address that carries an id, taken apart in one place.

A record's page stands at `<folder>/<id>/`. Beside it are its identifier (`id/<kind>/<id>/`), its
card for other sites with a QR code (`insluiten/…`), its page to practise (`oefenen/…`), the sheets
of its lesson (`lessen/…`) and its files (`data/…`). A tension between two concepts has a page and
a card too; its id is made of both.
"""

import re
from dataclasses import dataclass

from kennisbank.vocabulary import (
    CONCEPT,
    EMBED,
    IDENTIFIER,
    KIND_BY_NAME,
    KINDS,
    LESSON,
    PRACTICE,
    ROUTE,
    TENSION,
    TENSION_FOLDER,
)

_KIND_BY_FOLDER = {
    **{kind.folder: kind.name for kind in KINDS},
    **{kind.name: kind.name for kind in KINDS},
    **{f"{PRACTICE}/{kind.link_prefix}": kind.name for kind in KINDS},
    **{f"{LESSON}/{reader}": ROUTE.name for reader in ("student", "docent")},
    TENSION_FOLDER: TENSION,
    TENSION: TENSION,
    EMBED: CONCEPT.name,
}
_PAGE_FOLDERS = frozenset((f"{TENSION_FOLDER}/", *(f"{kind.folder}/" for kind in KINDS)))
_ADDRESS = re.compile(
    rf"(?P<before>(?:{IDENTIFIER}/|{EMBED}/|data/(?:[a-z]+/)?)??"
    rf"(?:(?P<practice>(?:{PRACTICE}|{LESSON})/[a-z]+)-|(?P<folder>[a-z]+)/))"
    r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)"
    r"(?P<after>/|/qr\.svg|\.[a-z]+)"
)


@dataclass(frozen=True, slots=True)
class RecordAddress:
    """An address with the id in it: the name of a kind (or `spanning`), and what stands around."""

    kind: str
    id: str
    before: str
    after: str

    def with_id(self, name: str) -> str:
        """Give the address of the same sort for another id."""
        return f"{self.before}{name}{self.after}"

    @property
    def key(self) -> tuple[str, str]:
        """Give kind and id."""
        return self.kind, self.id

    @property
    def is_identifier(self) -> bool:
        """Tell whether this is the name by which other systems know the record."""
        return self.before.startswith(f"{IDENTIFIER}/")

    @property
    def is_page(self) -> bool:
        """Tell whether this is the page of the record itself."""
        return self.before in _PAGE_FOLDERS and self.after == "/"

    @property
    def is_card(self) -> bool:
        """Tell whether this belongs to the card that other sites embed."""
        return self.before.startswith(f"{EMBED}/")


def page_address(kind: str, name: str) -> str:
    """Give the address of the page of a record, or of a tension."""
    folder = TENSION_FOLDER if kind == TENSION else KIND_BY_NAME[kind].folder
    return f"{folder}/{name}/"


def read_address(address: str) -> RecordAddress | None:
    """Take an address (without anchor) apart; None when it carries no id of a record."""
    match = _ADDRESS.fullmatch(address)
    kind = _KIND_BY_FOLDER.get(match["practice"] or match["folder"]) if match else None
    if not match or not kind:
        return None
    return RecordAddress(kind, match["id"], match["before"], match["after"])
