"""The page of everything that can be taken along: what it is for, how large, and three steps."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kennisbank.exports.selection import list_selections
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import Site
from kennisbank.pages.meta import make_meta
from kennisbank.render import render_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to take content along. `pattern` has `{}` where one file for each selection differs."""

    id: str
    name: str
    use: str
    pattern: str
    steps: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class File:
    """A file to download: the address from the root, what it holds, its size in words."""

    address: str
    title: str
    size: str


FORMATS = (
    Format(
        id="cursus",
        name="Cursuspakket (Common Cartridge)",
        use="Een hele leerroute of een heel thema in Brightspace, Canvas, Moodle of Blackboard: "
        "modules met links op volgorde, een inleiding en de vragen.",
        pattern="data/cursus/{}.imscc",
        steps=(
            "Download het pakket van de route of het thema.",
            "Kies in je cursus voor importeren: in Brightspace bij ‘Import/Export/Copy "
            "Components’, in Canvas bij ‘Import Course Content’, in Moodle bij "
            "‘Cursus hergebruiken’ en ‘Terugzetten’.",
            "Controleer de modules. Importeer één keer: een tweede keer zet alles dubbel.",
        ),
    ),
    Format(
        id="moodle",
        name="Woordenlijst voor Moodle",
        use="Elk begrip wordt in je hele Moodle-cursus vanzelf een link met de korte uitleg.",
        pattern="data/moodle/{}.xml",
        steps=(
            "Download het bestand.",
            "Maak in je cursus een Woordenlijst (Glossary) en kies daarin ‘Begrippen importeren’.",
            "Kies het bestand en ‘Nieuwe woordenlijst’. Zet het filter ‘Woordenlijst automatisch "
            "linken’ aan.",
        ),
    ),
    Format(
        id="anki",
        name="Kaartjes voor Anki",
        use="Leren met flitskaarten, op telefoon en computer: van term naar uitleg, terug, en de "
        "spanningen.",
        pattern="data/anki/{}.apkg",
        steps=(
            "Installeer Anki, of AnkiDroid of AnkiMobile op je telefoon.",
            "Open het bestand. De kaartjes staan nu in een stapel met de naam van de kennisbank.",
            "Komt er een nieuwe versie? Open die ook: de tekst wordt bijgewerkt en je voortgang "
            "blijft.",
        ),
    ),
    Format(
        id="anki-tekst",
        name="Kaartjes als tekst",
        use="Dezelfde kaartjes als gewone tekst, voor Anki op de computer of een ander programma.",
        pattern="data/anki/{}.txt",
        steps=(
            "Download het bestand.",
            "Kies in Anki voor ‘Bestand’ en ‘Importeren’.",
            "Controleer de kolommen en klik op ‘Importeren’.",
        ),
    ),
    Format(
        id="pdf",
        name="De hele kennisbank op papier",
        use="Eén PDF met inhoudsopgave, paginanummers, verwijzingen en alle bronnen.",
        pattern="data/kennisbank.pdf",
        steps=(
            "Download de PDF.",
            "Klik in de inhoudsopgave of op een verwijzing om te springen.",
            "Print wat je nodig hebt; de paginanummers kloppen ook op papier.",
        ),
    ),
    Format(
        id="bronnen",
        name="Alle bronnen",
        use="De bronnen voor Zotero, EndNote of Mendeley (RIS), LaTeX (BibTeX) of CSL-JSON.",
        pattern="data/bronnen.ris data/bronnen.bib data/bronnen.json",
        steps=(
            "Download het bestand dat je programma leest; meestal is dat RIS.",
            "Kies in het programma voor importeren.",
            "Controleer of de auteurs en jaartallen kloppen met de bron zelf.",
        ),
    ),
    Format(
        id="tabel",
        name="Tabel (CSV)",
        use="Alle begrippen in een tabel, voor Excel of LibreOffice.",
        pattern="data/begrippen.csv",
        steps=(
            "Download het bestand.",
            "Dubbelklik erop: het opent met de goede letters en kolommen.",
            "Filter of sorteer, bijvoorbeeld op thema.",
        ),
    ),
    Format(
        id="json",
        name="JSON",
        use="Alles wat openbaar is, voor een eigen programma. Elk begrip heeft ook een eigen "
        "bestand: data/begrippen/<id>.json.",
        pattern="data/kennisbank.json data/schema/1/kennisbank.schema.json",
        steps=(
            "Haal het bestand op; het schema zegt wat erin staat.",
            "Controleer het veld met de versie van het schema.",
            "Noem de kennisbank en de licentie bij wat je ermee maakt.",
        ),
    ),
    Format(
        id="skos",
        name="Linked data (SKOS, NL-SBB)",
        use="Het begrippenkader als linked data, in Turtle en JSON-LD, met een vast adres per "
        "begrip.",
        pattern="data/begrippen.ttl data/begrippen.jsonld",
        steps=(
            "Lees het bestand in met een RDF-programma.",
            "Gebruik de adressen onder /id/ als naam van een begrip: die blijven.",
            "Elk begrip heeft ook een eigen bestand: data/begrippen/<id>.ttl.",
        ),
    ),
    Format(
        id="feed",
        name="Feed van wijzigingen (Atom)",
        use="Bericht als er iets verandert, in een feedlezer of in je elektronische leeromgeving.",
        pattern="data/wijzigingen.xml",
        steps=(
            "Kopieer het adres van de feed.",
            "Plak het in je feedlezer.",
            "Elke wijziging heeft een link naar de pagina.",
        ),
    ),
)


def list_packages(site: Site) -> tuple[str, ...]:
    """Give the addresses of what `kennisbank packages` makes, whether it ran already or not."""
    patterns = [form.pattern for form in FORMATS if form.pattern.endswith((".apkg", ".pdf"))]
    stems = [selection.stem for selection in list_selections(site)]
    return tuple(dict.fromkeys(each.format(stem) for each in patterns for stem in stems))


def make(site: Site, artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
    """Make the page; `artifacts` are all files that can be taken along."""
    yield later("data/index.md", _make_page, site, {each.path: each for each in artifacts})


def _make_page(site: Site, files: Mapping[str, Artifact]) -> bytes:
    description = "Alles om mee te nemen: cursuspakketten, kaartjes, papier en open data."
    meta = make_meta("data", "Meenemen en open data", "data/", description)
    titles = {selection.stem: selection.title for selection in list_selections(site)}
    rows = [(each, tuple(_find_files(each, titles, files))) for each in FORMATS]
    return render_page("downloads.md.j2", meta, site=site, rows=rows)


def _find_files(
    form: Format, titles: Mapping[str, str], files: Mapping[str, Artifact]
) -> Iterator[File]:
    if "{}" in form.pattern:
        named = [(form.pattern.format(stem), title) for stem, title in titles.items()]
    else:
        named = [(path, path.rpartition("/")[2]) for path in form.pattern.split()]
    for path, title in named:
        if path in files:
            yield File(path, title, write_size(files[path].size))


def write_size(size: int) -> str:
    """Give a size in kB or MB, in Dutch."""
    if size < 1_000_000:
        return f"{max(round(size / 1000), 1)} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
