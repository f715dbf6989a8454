"""What every kind of record has.

English attribute names, Dutch keys as aliases, and for each field its help text. Keys follow
NL-SBB, the Dutch standard for describing concepts, where it has one.
"""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from kennisbank.model.fields import Changes, Prose
from kennisbank.model.ids import SuccessorId
from kennisbank.model.marks import Sort
from kennisbank.problems import Fault, Where
from kennisbank.vocabulary import DRAFT, Kind

Status = Literal["ontwerp", "vastgesteld", "vervallen"]
Code = Annotated[str, Sort.CODE]
"""Text that no author types."""


def authored(alias: str, help_text: str, **options: Any) -> Any:
    """Declare a field by its Dutch key and its Dutch help text."""
    return Field(alias=alias, description=help_text, **options)


def sayings() -> Any:
    """Declare the field for what people say who do not know the name of something."""
    said = "wat mensen zeggen die de naam niet kennen; alleen om op te zoeken"
    return authored("zo_gezegd", said, default=())


class Part(BaseModel):
    """A mapping inside a record; `called` is one of them in Dutch."""

    called: ClassVar[str] = ""
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Stored(Part):
    """What has a file of its own; `id` is its name, `path` where it is from the root."""

    id: Code = Field(alias="@id")
    path: Code = Field(alias="@path")

    def fault(self, rule: str, where: Where, message: str, **more: Any) -> Fault:
        """Give a fault at a place in this file; `more` is what else a Fault holds."""
        return Fault(path=self.path, rule=rule, where=where, message=message, **more)


class Record(Stored):
    """What every kind of record has."""

    kind: ClassVar[Kind]
    may_stay_away: ClassVar[bool] = False
    """The others are whole without it."""
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
        """Give the name under which readers know it: its `name`, unless a kind says otherwise."""
        return str(vars(self)["name"])

    @property
    def key(self) -> tuple[str, str]:
        """Give the name of its kind and its id: no other record has both."""
        return self.kind.name, self.id

    @property
    def address(self) -> str:
        """Give the address of its page from the root of the site."""
        return self.kind.address(self.id)
