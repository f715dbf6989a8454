"""What every kind of record has.

English attribute names, Dutch keys as aliases, and for each field its help text. Keys follow
NL-SBB, the Dutch standard for describing concepts, where it has one.
"""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from kennisbank.model.fields import Changes, Prose
from kennisbank.model.ids import SuccessorId
from kennisbank.model.marks import Sort
from kennisbank.vocabulary import DRAFT, Kind

Status = Literal["ontwerp", "vastgesteld", "vervallen"]
Code = Annotated[str, Sort.CODE]
"""Text that no author types."""


def authored(alias: str, help_text: str, **options: Any) -> Any:
    """Declare a field by its Dutch key and its Dutch help text."""
    return Field(alias=alias, description=help_text, **options)


class Part(BaseModel):
    """A mapping inside a record; `called` is one of them in Dutch."""

    called: ClassVar[str] = ""
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Record(Part):
    """What every kind of record has. `id` is the file name, `path` the file from the root."""

    kind: ClassVar[Kind]
    may_stay_away: ClassVar[bool] = False
    """The others are whole without it."""
    id: Code = Field(alias="@id")
    path: Code = Field(alias="@path")
    status: Status = authored(
        "status", "ontwerp (nog niet zichtbaar), vastgesteld of vervallen", default="vastgesteld"
    )
    replaced_by: SuccessorId | None = authored(
        "vervangen_door", "bij vervallen: het id van de opvolger", default=None
    )
    editor_note: Prose | None = authored(
        "redactienoot", "noot van de redactie, als zodanig getoond", default=None
    )
    addition: Prose | None = authored(
        "aanvulling",
        "tekst die niet uit de artikelen komt; staat er als aanvulling bij",
        default=None,
    )
    changes: Changes = authored(
        "wijzigingen", 'één regel per wijziging: "datum wat er veranderde", de nieuwste bovenaan'
    )

    @property
    def is_draft(self) -> bool:
        """Tell whether readers may not see this record yet."""
        return self.status == DRAFT

    @property
    def title(self) -> str:
        """Give the name under which readers know this record."""
        raise NotImplementedError
