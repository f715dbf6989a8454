"""Whose words a definition or a reason are, in words for readers."""

from collections.abc import Iterable

from kennisbank.model.linked_concept import LinkedOrigin
from kennisbank.model.voices import Person

DEFINITION_OF_OURS = "omschrijving van de redactie"
REASON_OF_OURS = "verband van de redactie"


def write_origin(origin: LinkedOrigin | None) -> str:
    """Give whose definition it is: voice, source and place, or that it is ours."""
    if origin is None:
        return DEFINITION_OF_OURS
    return f"{write_short_origin(origin)}; {origin.source.name}, {_place(origin)}"


def write_short_origin(origin: LinkedOrigin | None) -> str:
    """Give whose definition it is without the place; nothing for one of ours."""
    if origin is None:
        return ""
    via = f", volgens {origin.via.name}" if origin.via else ""
    return f"naar {_join(origin.speakers)}{via}"


def _place(origin: LinkedOrigin) -> str:
    return origin.source.place_label(origin.place)


def _join(people: Iterable[Person]) -> str:
    names = [person.name for person in people]
    return " en ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
