"""An edition: the whole site as it was on a day, frozen in a file whose hash is noted."""

import hashlib
import json
import re
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, TypeAdapter

from kennisbank.model.concept import Concept

FOLDER = "edities"
REGISTER = f"{FOLDER}/edities.json"


class FrozenConcept(BaseModel):
    """What a concept was called, and a short hash of each of its fields."""

    model_config = ConfigDict(frozen=True)
    title: str
    fields: Mapping[str, str]


class Edition(BaseModel):
    """One edition; `name` is part of its address, `day` is an ISO date."""

    model_config = ConfigDict(frozen=True)
    name: str
    day: str
    sha256: str
    concepts: Mapping[str, FrozenConcept]
    revised: tuple[str, ...] = ()
    """Days on which content was taken out, because it was withdrawn."""

    @property
    def path(self) -> str:
        """Give the file from the root."""
        return f"{FOLDER}/{self.name}.zip"

    @property
    def number(self) -> tuple[int, ...]:
        """Give year and number, by which editions are ordered: 2026-2 is 2026-02."""
        return number_edition(self.name)


def number_edition(name: str) -> tuple[int, ...]:
    """Give the numbers in the name of an edition."""
    return tuple(int(digits) for digits in re.findall(r"\d+", name))


_REGISTER = TypeAdapter(tuple[Edition, ...])


def parse_register(content: bytes) -> tuple[Edition, ...]:
    """Read the register of editions; ValueError when it is not one."""
    return _REGISTER.validate_json(content)


def serialize_register(editions: tuple[Edition, ...]) -> bytes:
    """Give the register as JSON, in order of name."""
    found = sorted(editions, key=lambda edition: edition.name)
    data = [edition.model_dump(mode="json") for edition in found]
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def freeze_concept(concept: Concept) -> FrozenConcept:
    """Give title and field hashes of a concept, to tell later what changed."""
    data = concept.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    fields = {
        key: hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:12]
        for key, value in data.items()
        if key not in ("@id", "@path", "wijzigingen")
    }
    return FrozenConcept(title=concept.title, fields=fields)
