"""A concept and the claims about it."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from kennisbank.model.base import Part, Record, authored, sayings
from kennisbank.model.fields import (
    AS_TUPLE,
    Definition,
    Elaboration,
    ForEditors,
    Kept,
    Line,
    Prose,
    Questions,
    Sayings,
    ShortText,
    Term,
    Terms,
    WebAddresses,
    Yes,
)
from kennisbank.model.ids import (
    ConceptId,
    DiagramIds,
    OneOrMorePersonIds,
    PersonId,
    PlaceId,
    SourceId,
    SourceIds,
    ThemeIds,
)
from kennisbank.model.limits import fault
from kennisbank.model.marks import Flag, InSchema, Names, Sort, StandIn
from kennisbank.vocabulary import CONCEPT, OURS, THEME

RelationName = Literal[
    "breder",
    "smaller",
    "onderdeel_van",
    "omvat",
    "draagt",
    "steunt_op",
    "spanning",
    "verwant",
]


class Origin(Part):
    """Who gives a definition, through whom and where; one of ours has none."""

    called = "herkomst"

    who: OneOrMorePersonIds = authored("wie", "wie het zo omschrijft: één persoon, of een lijst")
    via: Annotated[PersonId | None, Flag.FIRM] = authored(
        "via",
        "via wie we het weten, als de spreker zelf niet in de bron aan het woord is",
        default=None,
    )
    source: SourceId = authored("bron", "in welke bron het staat")
    place: PlaceId = authored("plaats", "onder welke kop van de bron het staat")


class Claim(Origin):
    """Who says what, through whom and where (a `uitspraak`)."""

    called = "uitspraak"

    who: OneOrMorePersonIds = authored("wie", "wie het zegt: één persoon, of een lijst")
    form: Literal["parafrase", "citaat", "uitleg"] = authored(
        "vorm",
        "parafrase, citaat (ten hoogste 7 woorden) of uitleg (door wie bij via staat)",
        default="parafrase",
    )
    figure: Annotated[Line | None, Flag.FIRM] = authored(
        "cijfer", "het cijfer, als de uitspraak een cijfer is", default=None
    )
    text: Prose = authored("tekst", "wat er gezegd wordt, in onze eigen woorden")
    caveat: Annotated[Prose | None, Flag.FIRM] = authored(
        "voorbehoud", "wat je bij het cijfer moet weten", default=None
    )


def _read_origin(value: Any) -> Any:
    """Read the word for a definition of our own; what else is text is neither that nor fields."""
    if value == OURS:
        return None
    if isinstance(value, str) and value.strip().lower() == OURS:
        raise fault("geen-herkomst", f'"{value}" kan niet; bedoel je "{OURS}"?')
    if isinstance(value, str):
        raise fault("geen-herkomst", f'schrijf "{OURS}", of eronder wie, bron en plaats')
    return value


_OR_OURS = InSchema(lambda found: {"anyOf": [{"enum": [OURS]}, found["anyOf"][0]]})
DefinitionOrigin = Annotated[Origin | None, BeforeValidator(_read_origin), _OR_OURS, Flag.FIRM]
"""`redactie` when we wrote the definition ourselves, else whose it is."""


class Concept(Record):
    """A concept (skos:Concept)."""

    kind = CONCEPT
    theme: Annotated[str, Sort.CODE, Names(THEME)] = Field(alias="@folder")
    preferred_label: Term = authored("voorkeursterm", "de naam van het begrip")
    alternative_labels: Terms = authored(
        "alternatieve_termen", "echte synoniemen; lezers zien ze", default=()
    )
    hidden_labels: Terms = authored(
        "zoektermen", "waarop een lezer dit begrip ook moet vinden; niet zichtbaar", default=()
    )
    inflections: Terms = authored(
        "verbuigingen", "meervoud en verbogen vormen, voor automatische links", default=()
    )
    english_label: Term | None = authored("engels", "de Engelse term", default=None)
    size: Literal["kern", "gewoon", "kort"] = authored(
        "omvang", "kern, gewoon of kort", examples=["gewoon"]
    )
    other_themes: ThemeIds = authored("ook_thema", "andere thema's waar het bij hoort", default=())
    definition: Definition = authored("definitie", "één zin, ten hoogste 40 woorden, zonder punt")
    definition_origin: DefinitionOrigin = authored(
        "definitie_van",
        "redactie, of wie het zo omschrijft: wie, bron en plaats, en via als dat nodig is",
    )
    short: Annotated[ShortText, StandIn(field="definition")] = authored(
        "uitleg", "in het kort: gewone taal (B1), ten hoogste 80 woorden"
    )
    elaboration: Elaboration | None = authored(
        "toelichting",
        "wat het betekent, waarom het ertoe doet en waar stemmen verschillen",
        default=None,
    )
    claims: Annotated[tuple[Claim, ...], AS_TUPLE] = authored(
        "uitspraken", "wie wat zegt over dit begrip, en waar", min_length=1
    )
    relations: Mapping[RelationName, Mapping[ConceptId, Prose]] = authored(
        "relaties", "soort relatie, dan per begrip de reden", default={}, examples=["verwant"]
    )
    questions: Questions = authored(
        "vragen", "vragen om over na te denken, één per regel", default=()
    )
    diagrams: DiagramIds = authored("diagrammen", "tekeningen die dit begrip uitleggen", default=())
    further_reading: SourceIds = authored("verder_lezen", "bronnen om verder te lezen", default=())
    automatic_links: Yes = authored(
        "automatische_links", "nee: op deze pagina geen automatische links", default=True
    )
    matches: WebAddresses = authored(
        "overeenkomst", "webadressen van hetzelfde begrip in andere begrippenlijsten", default=()
    )
    said: Sayings = sayings()
    tension_said: Mapping[ConceptId, Sayings] = authored(
        "spanning_gezegd",
        "per begrip waarmee het botst: wat mensen zeggen die dat voelen; alleen om op te zoeken",
        default={},
    )
    readability: ForEditors | None = authored(
        "leesbaarheid", "waarom de uitleg moeilijker mag zijn dan B1", default=None
    )
    merged: Kept | None = authored(
        "samenvoegen",
        "van vroeger: de tekst van een begrip dat hierin opging; neem over en haal weg",
        default=None,
        json_schema_extra={"readOnly": True},
    )

    @property
    def title(self) -> str:
        """Give the preferred label."""
        return self.preferred_label

    @property
    def labels(self) -> tuple[str, ...]:
        """Give the labels that readers see: the preferred one first."""
        return (self.preferred_label, *self.alternative_labels)
