"""What the type of a field says of the text in it: which record it names, and who may read it.

A mark stands in the metadata of a type (`Annotated`). References, checks, rename, schemas,
completion, links in prose and privacy are walked from these; there is no other list of fields.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from kennisbank.vocabulary import Kind

if TYPE_CHECKING:  # these take long to import, and only who makes a schema needs them
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

SCHEMA_KEY = "x-kind"
"""Where the JSON Schema of a field says which ids may stand there, until those are filled in."""
QUESTION_KEY = "x-question"
PROSE_KEY = "x-prose"
OWN_PLACE_KEY = "x-own-place"
PLACE = "plaats"


class Sort(Enum):
    """What a text is. One without a sort leaves the records nowhere: nobody said that it may."""

    PROSE = auto()
    """Paragraphs and items for readers, in which links may stand."""
    WORDS = auto()
    """Words for readers that stay whole: a title, a term, a line."""
    ADDRESS = auto()
    """A web address."""
    CODE = auto()
    """An id, a path: no words for readers."""


@dataclass(frozen=True, slots=True)
class Names:
    """The text is the id of a record of `kind`, or of the record's own kind when that is None.

    With `or_words` a name in words will do too: only what looks like an id is one.
    """

    kind: Kind | None
    or_words: bool = False

    def __get_pydantic_json_schema__(
        self, schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> "JsonSchemaValue":
        kind = self.kind.name if self.kind else ""
        found = {**handler(schema), SCHEMA_KEY: kind}
        return {"anyOf": [found, handler(schema)]} if self.or_words else found


@dataclass(frozen=True, slots=True)
class PlaceIn:
    """The text names a place in a source: the one whose id stands in the field `source` beside it.

    That is `id` itself in the record of a source, where new places are made while it is edited.
    """

    source: str

    def __get_pydantic_json_schema__(
        self, schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> "JsonSchemaValue":
        is_own = self.source == "id"
        return {**handler(schema), **({OWN_PLACE_KEY: True} if is_own else {SCHEMA_KEY: PLACE})}


@dataclass(frozen=True, slots=True)
class StandIn:
    """What readers get for a text that they may not see: some words, another field, or nothing."""

    words: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class InSchema:
    """Changes what the JSON Schema of a field says to forms and editors."""

    change: Callable[["JsonSchemaValue"], "JsonSchemaValue"]

    def __get_pydantic_json_schema__(
        self, schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> "JsonSchemaValue":
        return self.change(handler(schema))


HOLDS_LINKS = InSchema(lambda found: {**found, PROSE_KEY: True})
"""Marks, for forms, the types of text in which links may stand: those of `Sort.PROSE`."""
IS_QUESTION = InSchema(lambda found: {**found, QUESTION_KEY: True})
"""Marks the types of text that ask something."""


class Flag(Enum):
    """What else holds for a field."""

    FIRM = auto()
    """What it belongs to is not shown without it."""
    FOR_EDITORS = auto()
    """Readers never see it."""
