"""Every fact that more than one module needs, once: kinds, relations, statuses, addresses."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
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


CONCEPT = Kind("begrip", "begrippen", "begrip", "het")
PERSON = Kind("persoon", "personen", "persoon", "de")
SOURCE = Kind("bron", "bronnen", "bron", "de")
THEME = Kind("thema", "themas", "thema", "het")
EXAMPLE = Kind("voorbeeld", "voorbeelden", "voorbeeld", "het")
CASE = Kind("casus", "casussen", "casus", "de")
ROUTE = Kind("leerroute", "leerroutes", "route", "de")
DIAGRAM = Kind("diagram", "diagrammen", "diagram", "het")

KINDS = (THEME, CONCEPT, PERSON, SOURCE, EXAMPLE, CASE, ROUTE, DIAGRAM)
KIND_BY_NAME = {kind.name: kind for kind in KINDS}
KIND_BY_FOLDER = {kind.folder: kind for kind in KINDS}
KIND_BY_PREFIX = {kind.link_prefix: kind for kind in KINDS if kind is not DIAGRAM}


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A kind of relation between concepts; a hierarchy says which of two is above the other."""

    name: str
    inverse: str
    is_hierarchy: bool = False

    @property
    def label(self) -> str:
        """Give its name as readers see it."""
        return self.name.replace("_", " ").capitalize()


RELATION_KINDS = {
    kind.name: kind
    for kind in (
        RelationKind("spanning", "spanning"),
        RelationKind("breder", "smaller", is_hierarchy=True),
        RelationKind("onderdeel_van", "omvat", is_hierarchy=True),
        RelationKind("omvat", "onderdeel_van", is_hierarchy=True),
        RelationKind("smaller", "breder", is_hierarchy=True),
        RelationKind("steunt_op", "draagt"),
        RelationKind("draagt", "steunt_op"),
        RelationKind("verwant", "verwant"),
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

FIRST_SCRIPT = "sha256-lPIKj+qMlAYvx3C7fqWUxWh1/+tPvoUx6u9J4+R+pzs="
"""Of docs/assets/kleurstand.js, the one script that stands in pages: nothing is drawn before it."""
SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src 'self' '{FIRST_SCRIPT}'",
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
