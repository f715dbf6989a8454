"""Decks for Anki (.apkg) by genanki: one of everything, of each theme and of each route.

Anki updates a note that it knows only when the package says that it is newer, and makes a second
note type as soon as a field is added. So the time of a package is its last change of content, and
the fields are fixed for good, with two to spare. A note has a time of its own, that of its records:
what a student wrote on another note stays. Times and order in the file are fixed: the same records
give the same bytes with the same SQLite.
"""

import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, time
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path

import genanki

from kennisbank.exports.flashcards.notes import FOLDER, ConceptNote, TensionNote, make_notes
from kennisbank.exports.selection import Selection, list_selections
from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site

CONCEPT_FIELDS = (
    *("Id", "Begrip", "Uitleg", "Uitleg zonder de term", "Definitie", "Thema", "Link"),
    *("Reserve 1", "Reserve 2"),
)
TENSION_FIELDS = ("Id", "Begrip", "Tegenpool", "Reden", "Link", "Reserve 1", "Reserve 2")
"""Never change these: a changed list makes a second note type with every student."""
_CSS = """\
.card { font: 20px/1.5 "Atkinson Hyperlegible Next", Arial, sans-serif; max-width: 34em;
  margin: 0 auto; padding: 1em; text-align: left; }
.vraag { font-size: 1.4em; font-weight: 700; }
.klein { font-size: .85em; opacity: .8; }
"""
_FOOT = '<p class="klein">{{Definitie}}</p><p class="klein">{{Thema}} · {{Link}}</p>'
_CONCEPTS = genanki.Model(
    1_672_301_001,
    "Kennisbank begrip",
    fields=[{"name": name} for name in CONCEPT_FIELDS],
    templates=[
        {
            "name": "Wat betekent het?",
            "qfmt": '<p class="klein">Wat betekent dit?</p><p class="vraag">{{Begrip}}</p>',
            "afmt": f"{{{{FrontSide}}}}<hr id=answer><p>{{{{Uitleg}}}}</p>{_FOOT}",
        },
        {
            "name": "Hoe heet het?",
            "qfmt": '<p class="klein">Hoe heet dit?</p><p>{{Uitleg zonder de term}}</p>',
            "afmt": f'{{{{FrontSide}}}}<hr id=answer><p class="vraag">{{{{Begrip}}}}</p>{_FOOT}',
        },
    ],
    css=_CSS,
)
_ASK = "<p>Wat is de tegenpool van <b>{{%s}}</b>, en waarom?</p>{{%s}}"
_ANSWER = (
    '{{FrontSide}}<hr id=answer><p class="vraag">{{%s}}</p><p>{{Reden}}</p>'
    '<p class="klein">{{Link}}</p>'
)
_TENSIONS = genanki.Model(
    1_672_301_002,
    "Kennisbank spanning",
    fields=[{"name": name} for name in TENSION_FIELDS],
    templates=[
        {"name": "Heen", "qfmt": _ASK % ("Begrip", "Reserve 1"), "afmt": _ANSWER % "Tegenpool"},
        {"name": "Terug", "qfmt": _ASK % ("Tegenpool", "Reserve 2"), "afmt": _ANSWER % "Begrip"},
    ],
    css=_CSS,
)
_COLLECTION = "collection.anki2"
"""The database in a package."""
_FIXED_DAY = (1980, 1, 1, 0, 0, 0)


def make(site: Site, docs: Path) -> Iterator[Artifact]:
    """Make a deck for each selection."""
    for selection in list_selections(site):
        yield Artifact(f"{FOLDER}/{selection.stem}.apkg", _make_deck(site, selection))


def _make_deck(site: Site, selection: Selection) -> bytes:
    name = selection.title if not selection.address else f"{site.settings.name}::{selection.title}"
    about = f'<a href="{escape(site.absolute(selection.address))}">{escape(name)}</a>, CC BY 4.0'
    deck = genanki.Deck(_deck_id(selection.key), name, about)
    notes = tuple(make_notes(site, selection))
    for note in notes:
        deck.add_note(_make_note(note))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "deck.apkg"
        genanki.Package(deck).write_to_file(str(file), timestamp=_noon(selection.day))
        with zipfile.ZipFile(file) as package:
            package.extract(_COLLECTION, folder)
        _date_notes(Path(folder) / _COLLECTION, notes)
        return _pack_again(file, Path(folder) / _COLLECTION)


def _noon(day: date) -> float:
    return datetime.combine(day, time(12), UTC).timestamp()


def _date_notes(collection: Path, notes: Sequence[ConceptNote | TensionNote]) -> None:
    """Give each note the time of its own last change; genanki gives all that of the package."""
    with closing(sqlite3.connect(collection)) as database, database:
        rows = ((int(_noon(note.day)), note.guid) for note in notes)
        database.executemany("UPDATE notes SET mod = ? WHERE guid = ?", rows)


def _make_note(note: ConceptNote | TensionNote) -> genanki.Note:
    if isinstance(note, ConceptNote):
        fields = [note.id, note.term, note.short, note.masked, note.definition, note.theme]
        model, spare = _CONCEPTS, ("", "")
    else:
        fields = [note.id, note.first, note.second, note.reason]
        model, spare = _TENSIONS, (note.hint, note.hint_back)
    fields = [*fields, note.link, *spare]
    return genanki.Note(model=model, fields=fields, guid=note.guid, tags=[note.tag])


def _deck_id(key: str) -> int:
    """Give a fixed number between 2^30 and 2^31, as Anki wants."""
    return (1 << 30) + int.from_bytes(sha256(key.encode()).digest()[:4], "big") % (1 << 30)


def _pack_again(file: Path, collection: Path) -> bytes:
    """Give the package with fixed times inside, and with this collection."""
    output = BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            info = zipfile.ZipInfo(name, _FIXED_DAY)
            info.create_system = 3
            content = collection.read_bytes() if name == _COLLECTION else old.read(name)
            new.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return output.getvalue()
