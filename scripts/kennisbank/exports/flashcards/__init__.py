"""Flash cards as text for Anki on a computer: one file of everything, of each theme and route.

The package that phones open is made of the same notes, by `kennisbank.packages.anki`. Anki reads
the first lines as settings (manual, "Importing text files"): a note with a known id is updated
and keeps its schedule.
"""

from collections.abc import Iterator

from kennisbank.exports.flashcards.notes import FOLDER, ConceptNote, make_notes
from kennisbank.exports.selection import list_selections
from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site

_HEAD = "#separator:tab\n#html:true\n#guid column:1\n#deck:{deck}\n#tags column:4\n"


def make(site: Site) -> Iterator[Artifact]:
    """Make a text file for each selection: id, front, back, tag."""
    for selection in list_selections(site):
        rows = []
        for note in make_notes(site, selection):
            if isinstance(note, ConceptNote):
                front, back = note.term, note.short
            else:
                front, back = note.question, note.answer
            rows.append("\t".join((note.guid, front, f"{back}<br>{note.link}", note.tag)))
        text = _HEAD.format(deck=selection.title) + "".join(f"{row}\n" for row in rows)
        yield Artifact(f"{FOLDER}/{selection.stem}.txt", text.encode())
