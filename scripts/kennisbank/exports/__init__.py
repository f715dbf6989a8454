"""One module for each data file or package, in the order of the page of downloads."""

from collections.abc import Iterator

from kennisbank.exports import (
    bibliography,
    cartridge,
    editing,
    feed,
    flashcards,
    hosting,
    identifier,
    lesson,
    moodle,
    moved,
    paper,
    plain,
    skos,
    structured,
    table,
)
from kennisbank.exports.export import Export
from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site

_CONTENT: tuple[Export, ...] = (
    cartridge.EXPORT,
    moodle.EXPORT,
    flashcards.EXPORT,
    paper.EXPORT,
    bibliography.EXPORT,
    table.EXPORT,
    structured.EXPORT,
    skos.EXPORT,
    feed.EXPORT,
    identifier.EXPORT,
    lesson.EXPORT,
    plain.EXPORT,
    moved.EXPORT,
    editing.EXPORT,
)
EXPORTS = (*_CONTENT, hosting.make_export(_CONTENT))


def make_data(public: Site) -> Iterator[Artifact]:
    """Make every data file, from what may leave the site in a package."""
    for export in EXPORTS:
        yield from export.make(public)
