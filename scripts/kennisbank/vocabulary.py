"""Every fact that more than one module needs, once: kinds, relations, statuses, addresses."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of record. `folder` is its folder under concepts/ and under docs/."""

    name: str
    folder: str
    link_prefix: str
    article: str
    """The article in a sentence: "het begrip", "de persoon"."""

    def address(self, record_id: str) -> str:
        """Give the page's address from the root of the site."""
        return f"{self.folder}/{record_id}/"


CONCEPT = Kind(name="begrip", folder="begrippen", link_prefix="begrip", article="het")
PERSON = Kind(name="persoon", folder="personen", link_prefix="persoon", article="de")
SOURCE = Kind(name="bron", folder="bronnen", link_prefix="bron", article="de")
THEME = Kind(name="thema", folder="themas", link_prefix="thema", article="het")
EXAMPLE = Kind(name="voorbeeld", folder="voorbeelden", link_prefix="voorbeeld", article="het")
CASE = Kind(name="casus", folder="casussen", link_prefix="casus", article="de")
ROUTE = Kind(name="leerroute", folder="leerroutes", link_prefix="route", article="de")
DIAGRAM = Kind(name="diagram", folder="diagrammen", link_prefix="diagram", article="het")

KINDS = (THEME, CONCEPT, PERSON, SOURCE, EXAMPLE, CASE, ROUTE, DIAGRAM)
KIND_BY_NAME = {kind.name: kind for kind in KINDS}
KIND_BY_FOLDER = {kind.folder: kind for kind in KINDS}
KIND_BY_PREFIX = {kind.link_prefix: kind for kind in KINDS if kind is not DIAGRAM}


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationKind:
    """A kind of relation between concepts, with its SKOS (or ISO 25964) property."""

    name: str
    inverse: str
    label: str
    property: str
    is_hierarchy: bool = False


RELATION_KINDS = {
    kind.name: kind
    for kind in (
        RelationKind(
            name="spanning", inverse="spanning", label="Spanning", property="skos:related"
        ),
        RelationKind(
            name="breder",
            inverse="smaller",
            label="Breder",
            property="skos:broader",
            is_hierarchy=True,
        ),
        RelationKind(
            name="onderdeel_van",
            inverse="omvat",
            label="Onderdeel van",
            property="isothes:broaderPartitive",
            is_hierarchy=True,
        ),
        RelationKind(
            name="omvat",
            inverse="onderdeel_van",
            label="Omvat",
            property="isothes:narrowerPartitive",
            is_hierarchy=True,
        ),
        RelationKind(
            name="smaller",
            inverse="breder",
            label="Smaller",
            property="skos:narrower",
            is_hierarchy=True,
        ),
        RelationKind(
            name="steunt_op", inverse="draagt", label="Steunt op", property="skos:related"
        ),
        RelationKind(name="draagt", inverse="steunt_op", label="Draagt", property="skos:related"),
        RelationKind(name="verwant", inverse="verwant", label="Verwant", property="skos:related"),
    )
}
"""In the order in which a page shows them: tensions first."""

UPWARD = frozenset({"breder", "onderdeel_van"})
TENSION = "spanning"
TENSION_FOLDER = "spanningen"

OURS = "redactie"
"""What a record says of a definition that we wrote ourselves."""

DOTS = ("…", "...")
"""What stands in a draft where a text is to come."""

PUBLISHED = "vastgesteld"
DRAFT = "ontwerp"
ENDED = "vervallen"

ANCHORS = (
    "in-het-kort",
    "toelichting",
    "wie-zegt-wat",
    "voorbeelden",
    "verwant",
    "genoemd-bij",
    "vragen",
    "citeren",
)
"""Fixed section anchors of a concept page; they never change."""
VOICE_ANCHOR, PLACE_ANCHOR = "stem-", "plaats-"
"""What the fixed anchors of a voice and of a place in a source begin with."""

SETTINGS_FILE = "kennisbank.yml"
ADDRESSES_FILE = "adressen.yml"
WITHDRAWN_FILE = "ingetrokken.yml"
WORK_FOLDER = ".kennisbank"
"""Where commands lock each other out, and try and note what they change."""
MERGED = ".samenvoegen-"
"""Stands between two ids in the name of the file that a merge leaves: what stays, what went."""

PRACTICE = "oefenen"
"""The folder of the pages to practise with a theme or a route: `<prefix of the kind>-<id>`."""
LESSON = "lessen"
"""The folder of what a class and a teacher hold: `student-<id>` and `docent-<id>` of a route."""
EMBED = "insluiten"
"""The folder of the cards that other sites embed."""
EDITING = "bewerken"
"""The folder of the page on which records are edited."""
IDENTIFIER = "id"
"""The folder of the names by which other systems know a record: `<kind>/<id>`."""

SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
"""The Content-Security-Policy of the site; `frame-ancestors` stays open for course systems."""


def tension_id(one: str, other: str) -> str:
    """Give the id of a tension pair: both ids in alphabetical order."""
    first, second = sorted((one, other))
    return f"{first}-{second}"
