"""Flash cards as text for Anki on a computer: one file of everything, of each theme and route.

The package that phones open is made of the same notes, by `kennisbank.packages.anki`. Anki reads
the first lines as settings (manual, "Importing text files"). A row has no date, so that Anki cannot
tell which card we changed and which the student did: what is known stays, unless the student asks
for our words. A row is one card, with an id of its own: Anki refuses a row with the id of a note of
another type, so that the file would be of no use to who has the package too.
"""

from collections.abc import Iterator

from kennisbank.exports.export import Export, Format
from kennisbank.exports.flashcards.notes import (
    FOLDER,
    ConceptNote,
    TensionNote,
    make_guid,
    make_notes,
)
from kennisbank.exports.selection import Selection, list_selections
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import Site
from kennisbank.render import render_plain

TERMS_FOLDER = "data/termen"

_HEAD = (
    "#separator:tab\n#html:true\n#if matches:keep current\n"
    "#guid column:1\n#deck:{deck}\n#tags column:4\n"
)


def make(site: Site) -> Iterator[Artifact]:
    """Make two text files for each selection: one for Anki (id, front, back, tag), and one with a
    term and its short version a line, as other programs for cards read it.
    """
    for selection in list_selections(site):
        yield later(f"{FOLDER}/{selection.stem}.txt", _write_deck, site, selection)
        yield later(f"{TERMS_FOLDER}/{selection.stem}.txt", _write_terms, selection)


def _write_terms(selection: Selection) -> bytes:
    rows = ((c.concept.preferred_label, render_plain(c.short)) for c in selection.concepts)
    return "".join(
        "\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows
    ).encode()


def _write_deck(site: Site, selection: Selection) -> bytes:
    rows = [row for note in make_notes(site, selection) for row in write_rows(note)]
    text = _HEAD.format(deck=selection.title) + "".join(f"{row}\n" for row in rows)
    return text.encode()


def write_rows(note: ConceptNote | TensionNote) -> Iterator[str]:
    """Give the two cards of a note: there and back."""
    for direction, (front, back) in zip(("heen", "terug"), _ask(note), strict=True):
        cells = (make_guid(f"tekst:{direction}:{note.guid}"), front, f"{back}<br>{note.link}")
        yield "\t".join((*map(_quote, cells), note.tag))


def _ask(note: ConceptNote | TensionNote) -> tuple[tuple[str, str], tuple[str, str]]:
    if isinstance(note, ConceptNote):
        return (note.term, note.short), (f"Hoe heet dit?<br>{note.masked}", note.term)
    return (note.question, note.answer), (note.back.question, note.back.answer)


def _quote(cell: str) -> str:
    """Give a cell in which a quotation mark is a mark, wherever it stands."""
    return '"' + cell.replace('"', '""') + '"'


DECK = Format(
    id="anki",
    name="Kaartjes voor Anki",
    use="Leren met flitskaarten, op telefoon en computer: van term naar uitleg, terug, en de "
    "spanningen.",
    pattern="data/anki/{}.apkg",
    steps=(
        "Installeer Anki, of AnkiDroid of AnkiMobile op je telefoon.",
        "Open het bestand. De kaartjes staan nu in een stapel met de naam van de kennisbank.",
        "Komt er een nieuwe versie? Open die ook: alleen kaartjes die wij veranderden, worden "
        "bijgewerkt, en je voortgang blijft.",
    ),
)
DECK_TEXT = Format(
    id="anki-tekst",
    name="Kaartjes voor Anki als tekst",
    use="Dezelfde kaartjes als gewone tekst, voor Anki op de computer.",
    pattern="data/anki/{}.txt",
    steps=(
        "Download het bestand.",
        "Kies in Anki voor ‘Bestand’ en ‘Importeren’.",
        "Klik op ‘Importeren’. Een volgende versie zet er alleen nieuwe kaartjes bij. Wil je ook "
        "onze nieuwe tekst, kies dan ‘Update’ bij ‘Existing notes’: wat je zelf op een kaartje "
        "schreef, is dan weg.",
    ),
)
TERMS = Format(
    id="termen",
    name="Termen met uitleg",
    use="Per regel een term, een tab en de korte uitleg: zo lezen andere kaartjesprogramma’s het, "
    "zoals Quizlet.",
    pattern=f"{TERMS_FOLDER}/{{}}.txt",
    steps=(
        "Download het bestand en kopieer wat erin staat.",
        "Kies in je programma voor importeren, en plak.",
        "Kies een tab tussen term en uitleg, en een nieuwe regel tussen kaartjes.",
    ),
)
EXPORT = Export(
    make=make,
    formats=(DECK, DECK_TEXT, TERMS),
)
