"""What a build owns below docs/: the folders of all page types and exports, and some files."""

from kennisbank.exports import EXPORTS
from kennisbank.model.artifact import Owned
from kennisbank.pages import PAGE_TYPES

_FOLDERS = (*(each.folder for each in PAGE_TYPES), *(each.folder for each in EXPORTS))

OWNED = Owned(
    folders=frozenset(filter(None, _FOLDERS)),
    files=frozenset(("index.md", *(file for export in EXPORTS for file in export.files))),
)
