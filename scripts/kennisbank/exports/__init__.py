"""One module for each data file or package, in this tuple; each offers `make(site)`."""

from collections.abc import Callable, Iterator

from kennisbank.exports import (
    bibliography,
    cartridge,
    feed,
    flashcards,
    hosting,
    identifier,
    labels,
    lesson,
    moodle,
    moved,
    skos,
    structured,
    table,
)
from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site

EXPORTS: tuple[Callable[[Site], Iterator[Artifact]], ...] = (
    structured.make,
    table.make,
    feed.make,
    skos.make,
    identifier.make,
    bibliography.make,
    lesson.make,
    moved.make,
    labels.make,
    moodle.make,
    cartridge.make,
    flashcards.make,
    hosting.make,
)
