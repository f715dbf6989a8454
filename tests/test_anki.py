"""The real Anki imports a deck, and then its next version: words change, the schedule stays."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from anki.collection import (
    Collection,
    CsvMetadata,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
)
from anki.consts import CARD_TYPE_REV, QUEUE_TYPE_REV

from building import GOLDEN
from kennisbank.exports import flashcards
from kennisbank.exports.flashcards.notes import ConceptNote, make_notes
from kennisbank.exports.selection import list_selections
from kennisbank.model.site import Site
from kennisbank.packages.anki import CONCEPT_FIELDS, TENSION_FIELDS, make
from packages import PRIVATE_NAME, read_public_site, read_real_site

ALL = "data/anki/kennisbank.apkg"


def _deck(site: Site) -> bytes:
    return {artifact.path: artifact.content for artifact in make(site, GOLDEN / "docs")}[ALL]


def _change(site: Site) -> Site:
    """Give the site a day later, with another short version of one concept."""
    linked = site.concepts["meer"]
    other = site.concepts["rivier"]
    change = linked.concept.changes[0]
    later = change.model_copy(update={"day": change.day + timedelta(days=1)})
    concept = linked.concept.model_copy(update={"changes": (later, *linked.concept.changes)})
    new = replace(linked, concept=concept, short=other.short)
    swap = {id(linked): new}
    themes = tuple(
        replace(
            theme,
            concepts=tuple(swap.get(id(each), each) for each in theme.concepts),
            guests=tuple(swap.get(id(each), each) for each in theme.guests),
        )
        for theme in site.themes
    )
    return replace(site, concepts={**site.concepts, "meer": new}, themes=themes)


def _import(collection: Collection, content: bytes, folder: Path) -> None:
    file = folder / "deck.apkg"
    file.write_bytes(content)
    request = ImportAnkiPackageRequest(package_path=str(file), options=ImportAnkiPackageOptions())
    collection.import_anki_package(request)


def test_import_and_update(tmp_path: Path) -> None:
    """A second version changes the words of its note, keeps its schedule, and adds no type."""
    site = read_public_site()
    collection = Collection(str(tmp_path / "student.anki2"))
    try:
        _import(collection, _deck(site), tmp_path)
        notes, cards = collection.note_count(), collection.card_count()
        assert cards == 2 * notes > 0
        note = collection.get_note(collection.find_notes("Id:meer")[0])
        before = note["Uitleg"]
        card = note.cards()[0]
        card.type, card.queue = CARD_TYPE_REV, QUEUE_TYPE_REV
        card.ivl, card.reps = 30, 5
        collection.update_card(card)
        kinds = len(collection.models.all_names())
        _import(collection, _deck(_change(site)), tmp_path)
        note.load()
        card.load()
        assert note["Uitleg"] != before
        assert (card.ivl, card.reps) == (30, 5)
        assert (collection.note_count(), collection.card_count()) == (notes, cards)
        assert len(collection.models.all_names()) == kinds
    finally:
        collection.close()


def test_a_change_leaves_other_notes_alone(tmp_path: Path) -> None:
    """What a student wrote on a note stays when the next version changes another record."""
    site = read_public_site()
    collection = Collection(str(tmp_path / "student.anki2"))
    try:
        _import(collection, _deck(site), tmp_path)
        mine, other = (
            collection.get_note(collection.find_notes(f"Id:{name}")[0])
            for name in ("rivier", "meer")
        )
        for note in (mine, other):
            hour_later = note.mod + 3_600  # before the next version
            note["Uitleg"] = "In mijn woorden"
            collection.update_note(note)
            assert collection.db
            collection.db.execute("update notes set mod = ? where id = ?", hour_later, note.id)
        _import(collection, _deck(_change(site)), tmp_path)
        mine.load()
        other.load()
        assert mine["Uitleg"] == "In mijn woorden"
        assert other["Uitleg"] != "In mijn woorden"
    finally:
        collection.close()


def test_same_records_same_bytes() -> None:
    """Two decks of the same records are the same file."""
    site = read_public_site()
    assert _deck(site) == _deck(site)


def test_fields_are_frozen() -> None:
    """The fields are the published ones: another list would double every student's note type."""
    assert " ".join(CONCEPT_FIELDS) == (
        "Id Begrip Uitleg Uitleg zonder de term Definitie Thema Link Reserve 1 Reserve 2"
    )
    assert " ".join(TENSION_FIELDS) == "Id Begrip Tegenpool Reden Link Reserve 1 Reserve 2"


def test_notes_know_themselves_by_id() -> None:
    """Every note has an id of its own that its words do not touch; its term is not given away."""
    site = read_public_site()
    notes = list(make_notes(site, next(list_selections(site))))
    changed = list(make_notes(_change(site), next(list_selections(site))))
    assert len({note.guid for note in notes}) == len(notes)
    assert [note.guid for note in notes] == [note.guid for note in changed]
    for note in notes:
        if isinstance(note, ConceptNote):
            assert note.term.lower() not in note.masked.lower().split()


def _import_text(
    collection: Collection, text: bytes, folder: Path, *, update: bool = False
) -> tuple[int, int, int]:
    """Import as the file says itself, or with "Update" chosen; give how many notes are new,
    updated and refused.
    """
    file = folder / "deck.txt"
    file.write_bytes(text)
    metadata = collection.get_csv_metadata(str(file), None)
    if update:
        metadata.dupe_resolution = CsvMetadata.UPDATE
    log = collection.import_csv(ImportCsvRequest(path=str(file), metadata=metadata)).log
    return len(log.new), len(log.updated), len(log.conflicting)


def _text(site: Site) -> bytes:
    files = {artifact.path: artifact.content for artifact in flashcards.make(site)}
    assert len(files) == 2 * len(list(list_selections(site)))
    return files["data/anki/kennisbank.txt"]


def test_text_twin(tmp_path: Path) -> None:
    """Anki reads the text beside the package, both ways. A next version leaves what the student
    wrote and tagged; with "Update" it brings our words, and the schedule stays.
    """
    site = read_public_site()
    collection = Collection(str(tmp_path / "student.anki2"))
    try:
        _import(collection, _deck(site), tmp_path)
        cards = collection.card_count()
        assert _import_text(collection, _text(site), tmp_path) == (cards, 0, 0)
        found = [collection.get_note(each) for each in collection.find_notes("Kampvuur tegenpool")]
        assert [note.fields[1].partition("<br>")[0] for note in found] == [
            "<b>Rivier</b>",
            "<b>Kampvuur</b>",
        ]
        card = collection.get_note(collection.find_notes("Front:Meer")[0]).cards()[0]
        card.type, card.queue = CARD_TYPE_REV, QUEUE_TYPE_REV
        card.ivl, card.reps = 30, 5
        collection.update_card(card)
        mine = collection.get_note(collection.find_notes("Front:Rivier")[0])
        mine.fields[1] = "In mijn woorden"
        mine.add_tag("tentamen")
        collection.update_note(mine)
        assert _import_text(collection, _text(_change(site)), tmp_path) == (0, 0, 0)
        mine.load()
        assert (mine.fields[1], mine.has_tag("tentamen")) == ("In mijn woorden", True)
        change = _text(_change(site))
        new, updated, refused = _import_text(collection, change, tmp_path, update=True)
        card.load()
        assert (new, updated > 0, refused, card.ivl) == (0, True, 0, 30)
        assert "Je ziet de overkant" in card.note().fields[1]
        assert collection.card_count() == 2 * cards
    finally:
        collection.close()


def test_every_front_has_one_answer() -> None:
    """No two cards of the real records ask the same; what is said in short is not said twice."""
    site = read_real_site()
    notes = list(make_notes(site, next(list_selections(site))))
    fronts = [row.split("\t")[1] for note in notes for row in flashcards.write_rows(note)]
    assert len(fronts) == 2 * len(notes) == len(set(fronts))
    for note in notes:
        if isinstance(note, ConceptNote):
            assert note.definition.partition(" (")[0].casefold() not in note.short.casefold()


def test_terms_for_other_programs() -> None:
    """A line is a term, a tab and its short version; nothing is markup."""
    files = {a.path: a.content.decode() for a in flashcards.make(read_public_site())}
    rows = [line.split("\t") for line in files["data/termen/kennisbank.txt"].splitlines()]
    assert [row[0] for row in rows] == ["Rivier", "Boot", "Meer", "Vaartuig", "Kampvuur"]
    assert all(len(row) == 2 and not {"<", "&", "#"} & set(row[1]) for row in rows)
    assert "data/termen/leerroutes/naar-zee.txt" in files


def test_text_holds_any_words() -> None:
    """A quotation mark at the start of a term is a mark, and nobody private is named."""
    site = read_public_site()
    note = next(
        each
        for each in make_notes(site, next(list_selections(site)))
        if isinstance(each, ConceptNote)
    )
    odd = note._replace(term='"Meer" & meer')
    assert next(flashcards.write_rows(odd)).split("\t")[1] == '"""Meer"" & meer"'
    assert PRIVATE_NAME.encode() not in _text(site)
