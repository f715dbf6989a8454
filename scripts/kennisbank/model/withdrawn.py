"""What is withdrawn (ingetrokken.yml): how to know it again, without a name in the open."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from kennisbank.model.base import Part, Stored, authored
from kennisbank.model.fields import AS_TUPLE, Line, Words
from kennisbank.model.limits import fault

_SALT = r"[0-9a-f]{32}"
_MARK = r"[0-9a-f]{32}"
_NAME = rf"[1-9]\d? [a-z]+ [0-9a-f]{{3,8}} {_MARK}"


def _written_by_us(pattern: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise fault(
                "geen-afdruk",
                f'"{value}" hoort hier niet; opdrachten houden dit bestand bij, '
                "haal de vorige versie terug",
            )
        return value

    return AfterValidator(check)


Mark = Annotated[Line, _written_by_us(_MARK)]
"""A slow hash."""
NameMark = Annotated[Line, _written_by_us(_NAME)]
"""How to know a name: its number of words, where it counts, a quick hash and a slow one."""


class WithdrawnRecord(Part):
    """One withdrawn record: its id, the forms of its name, texts to write anew; all as hashes."""

    id: Mark = authored("id", "afdruk van de soort en het id")
    names: Annotated[tuple[NameMark, ...], AS_TUPLE] = authored(
        "namen", "afdrukken van de schrijfwijzen", default=()
    )
    texts: Words = authored("teksten", "afdrukken van definities die opnieuw moeten", default=())


class Withdrawn(Stored):
    """Everything that was withdrawn; kept by commands only."""

    id: str = Field(default="ingetrokken", alias="@id")
    path: str = Field(default="concepts/ingetrokken.yml", alias="@path")
    salt: Annotated[Line, _written_by_us(_SALT)] = authored(
        "zout", "maakt de afdrukken anders dan die van een andere kennisbank", default="0" * 32
    )
    records: Annotated[tuple[WithdrawnRecord, ...], AS_TUPLE] = authored(
        "ingetrokken", "per record: hoe het te herkennen is", default=()
    )
    addresses: Mapping[Mark, Line] = authored(
        "adressen",
        "afdruk van elk adres dat een naam noemde, en waar het nu heen leidt",
        default={},
    )
    editions: Words = authored("edities", "afdruk van elke editie waaruit alles weg is", default=())


NOTHING_WITHDRAWN = Withdrawn.model_validate({})
GONE = "ingetrokken"
"""What stands behind an address that leads nowhere any more."""
