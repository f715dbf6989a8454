"""Types of ids: each says which kind of record it names. A field of such a type is checked,
follows a rename, a merge and a withdrawal, and is completed by editors: it needs nothing else.
"""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from kennisbank.model.fields import AS_TUPLE, Identifier, Line
from kennisbank.model.marks import Flag, InSchema, Names, PlaceIn
from kennisbank.vocabulary import CASE, CONCEPT, DIAGRAM, EXAMPLE, PERSON, SOURCE, THEME


def _as_list(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


ConceptId = Annotated[Identifier, Names(CONCEPT)]
ConceptIds = Annotated[tuple[ConceptId, ...], AS_TUPLE]
ThemeId = Annotated[Identifier, Names(THEME)]
ThemeIds = Annotated[tuple[ThemeId, ...], AS_TUPLE]
CaseIds = Annotated[tuple[Annotated[Identifier, Names(CASE)], ...], AS_TUPLE]
ExampleIds = Annotated[tuple[Annotated[Identifier, Names(EXAMPLE)], ...], AS_TUPLE]
DiagramIds = Annotated[tuple[Annotated[Identifier, Names(DIAGRAM)], ...], AS_TUPLE]
SourceId = Annotated[Identifier, Names(SOURCE)]
SourceIds = Annotated[tuple[SourceId, ...], AS_TUPLE]
PersonId = Annotated[Identifier, Names(PERSON)]
PersonIds = Annotated[tuple[PersonId, ...], AS_TUPLE]
OneOrMorePersonIds = Annotated[
    tuple[PersonId, ...],
    Field(min_length=1),
    AS_TUPLE,
    BeforeValidator(_as_list),
    Flag.FIRM,
    InSchema(lambda found: {"anyOf": [found["items"], found]}),
]
Authors = Annotated[tuple[Annotated[Line, Names(PERSON, or_words=True)], ...], AS_TUPLE]
"""Each is a person, or a name in words."""
SuccessorId = Annotated[Identifier, Names(None)]
"""A record of the same kind."""
PlaceId = Annotated[Identifier, PlaceIn("source")]
"""A place in the source that stands in the field beside it."""
OwnPlaceId = Annotated[Identifier, PlaceIn("id")]
"""A place in the source that this record is."""
