"""Glossaries for Moodle, as its import reads them (mod/glossary/import.php, 4.3 and 5.1).

Every word of a course that is a term, synonym or inflection becomes a link to its concept. The
import stops without FORMAT or DISPLAYFORMAT, and at elements inside a DEFINITION: that is escaped
HTML. It reads inside ALIASES and TAGS, so these are never empty. A category would link its own
name everywhere, so the theme is a tag.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from typing import NamedTuple
from xml.etree import ElementTree as Xml

from kennisbank.dutch import write_day
from kennisbank.exports.elements import add, write_xml
from kennisbank.exports.export import Export, Format
from kennisbank.exports.selection import Selection, list_concepts, list_selections
from kennisbank.hypertext import make_link, render_hypertext, render_run
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.model.site import Site
from kennisbank.origin import write_origin

FOLDER = "data/moodle"
LONGEST_NAME, LONGEST_TAG = 255, 50
"""Characters that the columns of Moodle hold."""
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


class Words(NamedTuple):
    """The aliases of each concept by its id, and the words that never become a link."""

    aliases: Mapping[str, tuple[str, ...]]
    dull: frozenset[str]


def make(site: Site) -> Iterator[Artifact]:
    """Make a glossary of everything, of each theme and of each route."""

    @cache
    def make_entries() -> dict[str, Xml.Element]:
        words = _choose_words(site)
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
        "<p>Is er een nieuwe versie? Importeer die als nieuwe woordenlijst en verwijder deze.</p>"
    )
    add(info, "INTRO", intro)
    for tag, value in _HEAD.items():
        add(info, tag, value)


def _make_entry(site: Site, linked: LinkedConcept, words: Words) -> Xml.Element:
    concept = linked.concept
    entry = Xml.Element("ENTRY")
    add(entry, "CONCEPT", _cut(concept.title))
    add(entry, "DEFINITION", _write_definition(site, linked))
    add(entry, "FORMAT", "1")
    add(entry, "DEFINITIONTRUST", "0")
    add(entry, "USEDYNALINK", "0" if concept.title.casefold() in words.dull else "1")
    add(entry, "CASESENSITIVE", "0")
    add(entry, "FULLMATCH", "1")
    if words.aliases[concept.id]:
        parent = add(entry, "ALIASES")
        for name in words.aliases[concept.id]:
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


def _choose_words(site: Site) -> Words:
    """Give each concept its other labels: none of another concept, none that is ambiguous."""
    concepts = [linked.concept for linked in list_concepts(site)]
    dull = frozenset(term.casefold() for term in site.settings.ambiguous)
    names = {concept.title.casefold() for concept in concepts}
    synonyms = {n.casefold(): c.id for c in concepts for n in c.alternative_labels}
    owners: dict[str, str | None] = {}
    for concept in concepts:
        for form in concept.inflections:
            shared = owners.get(form.casefold(), concept.id) != concept.id
            owners[form.casefold()] = None if shared else concept.id
    owners |= synonyms
    refused, aliases = names | dull, {}
    for concept in concepts:
        own = {name.casefold(): name for name in reversed((*concept.labels, *concept.inflections))}
        aliases[concept.id] = tuple(
            name
            for key, name in reversed(own.items())
            if owners.get(key) == concept.id and key not in refused and len(name) <= LONGEST_NAME
        )
    return Words(aliases, dull)


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


FORMAT = Format(
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
)
EXPORT = Export(
    make=make,
    formats=(FORMAT,),
)
