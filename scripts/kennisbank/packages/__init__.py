"""Packages that take too long for every preview: decks for Anki and the reader on paper.

They are made by `kennisbank packages`, beside the site, and copied into it by the next build as
long as the records have not changed since.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.packages import anki, reader

PACKAGES: tuple[Callable[[Site, Path], Iterator[Artifact]], ...] = (anki.make, reader.make)
"""Each takes the public site and docs/, where the fonts are."""
