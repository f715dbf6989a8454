"""Glossaries for Moodle, as its import reads them (mod/glossary/import.php, 4.3 and 5.1).

Every word of a course that is a term, synonym or inflection becomes a link to its concept; which
words do, `moodle_words` says. The import stops without FORMAT or DISPLAYFORMAT, and at elements
inside a DEFINITION: that is escaped HTML. It reads inside ALIASES and TAGS, so these are never
empty. A category would link its own name everywhere, so the theme is a tag.
"""

from collections.abc import Iterator
from functools import cache
from html import escape
from xml.etree import ElementTree as Xml

from kennisbank.dutch import write_day
from kennisbank.exports.elements import add, write_xml
from kennisbank.exports.export import Export, Format
from kennisbank.exports.moodle_words import LONGEST_NAME, Words, choose_words
from kennisbank.exports.selection import Selection, list_concepts, list_selections
from kennisbank.hypertext import make_link, render_hypertext, render_run
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.model.site import Site
from kennisbank.origin import write_origin

FOLDER = "data/moodle"
LONGEST_TAG = 50
"""Characters that the column of Moodle holds."""
_HEAD = {
    "INTROFORMAT": "1",  # HTML
    "ALLOWDUPLICATEDENTRIES": "0",
    "DISPLAYFORMAT": "dictionary",
    "SHOWSPECIAL": "1",
    "SHOWALPHABET": "1",
    "SHOWALL": "1",
    "ALLOWCOMMENTS": "0",
    "USEDYNALINK": "1",
    "DEFAULTAPPROVAL": "1",
    "GLOBALGLOSSARY": "0",  # only an administrator may make one for all courses
    "ENTBYPAGE": "10",
}


def make(site: Site) -> Iterator[Artifact]:
    """Make a glossary of everything, of each theme and of each route."""

    @cache
    def make_entries() -> dict[str, Xml.Element]:
        words = choose_words(site)
        return {each.concept.id: _make_entry(site, each, words) for each in list_concepts(site)}

    def make_glossary(selection: Selection) -> bytes:
        root = Xml.Element("GLOSSARY")
        info = add(root, "INFO")
        _add_head(site, info, selection)
        entries = make_entries()
        add(info, "ENTRIES").extend(entries[linked.concept.id] for linked in selection.concepts)
        return write_xml(root)

    for selection in list_selections(site):
        yield later(f"{FOLDER}/{selection.stem}.xml", make_glossary, selection)


def _add_head(site: Site, info: Xml.Element, selection: Selection) -> None:
    settings, day = site.settings, write_day(selection.day)
    whole = f"{settings.name} ({day})"
    add(info, "NAME", _cut(f"{selection.title} – {whole}" if selection.group else whole))
    link = make_link(site.absolute(selection.address), selection.title)
    within = f" uit {escape(settings.name)}" if selection.group else ""
    licence = make_link(settings.licence_url, settings.licence)
    intro = (
        f"<p>{link}{within}, bijgewerkt op {day}. Licentie: {licence}.</p>"
        "<p>Is er een nieuwe versie? Importeer die in een lege woordenlijst en verwijder deze.</p>"
    )
    add(info, "INTRO", _lead_out(intro))
    for tag, value in _HEAD.items():
        add(info, tag, value)


def _make_entry(site: Site, linked: LinkedConcept, words: Words) -> Xml.Element:
    concept = linked.concept
    is_dull, aliases = concept.id in words.dull, words.aliases[concept.id]
    # Of an entry that does not link no alias links either: it gets a name that nobody writes.
    title = f"{concept.title} (begrip)" if is_dull and aliases else concept.title
    entry = Xml.Element("ENTRY")
    add(entry, "CONCEPT", _cut(title))
    add(entry, "DEFINITION", _lead_out(_write_definition(site, linked)))
    add(entry, "FORMAT", "1")
    add(entry, "DEFINITIONTRUST", "0")
    add(entry, "USEDYNALINK", "0" if is_dull and not aliases else "1")
    add(entry, "CASESENSITIVE", "0")
    add(entry, "FULLMATCH", "1")
    if aliases:
        parent = add(entry, "ALIASES")
        for name in aliases:
            add(add(parent, "ALIAS"), "NAME", name)
    if len(linked.theme.name) <= LONGEST_TAG:
        add(add(entry, "TAGS"), "TAG", linked.theme.name)
    entry.tail = "\n"
    return entry


def _write_definition(site: Site, linked: LinkedConcept) -> str:
    concept = linked.concept
    href = site.absolute(concept.kind.address(concept.id))
    runs = (
        render_run(spans, site.absolute) for block in linked.definition for spans in block.items
    )
    return (
        f"<p><strong>Definitie:</strong> {' '.join(runs)} "
        f"<em>({escape(write_origin(linked.origin), quote=False)})</em></p>"
        f"{render_hypertext(linked.short, site.absolute)}"
        f"<p>{make_link(href, f'Lees verder over {concept.title}')}</p>"
    )


def _lead_out(markup: str) -> str:
    """Let links open beside the course, which they would replace; words cannot hold a tag here."""
    return markup.replace("<a ", '<a target="_blank" ')


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


FORMAT = Format(
    id="moodle",
    name="Woordenlijst voor Moodle",
    use="Elk begrip wordt in je hele Moodle-cursus vanzelf een link met de korte uitleg.",
    pattern="data/moodle/{}.xml",
    steps=(
        "Download één bestand: alle begrippen, of alleen die van je thema of route. Neem er geen "
        "twee in één cursus: een woord linkt dan nog één keer, maar een begrip staat er dubbel.",
        "Maak in je cursus een Woordenlijst (Glossary) en kies daarin ‘Begrippen importeren’. Kies "
        "het bestand en ‘Huidige woordenlijst’.",
        "Zet het filter ‘Woordenlijst automatisch linken’ aan.",
    ),
)
EXPORT = Export(
    make=make,
    formats=(FORMAT,),
)
