"""Every text in the checkout: what people write, and what was made of it."""

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

from kennisbank import search
from kennisbank.owned import OWNED
from kennisbank.vocabulary import WORK_FOLDER
from kennisbank.withdrawn.words import decode_anything

_OF_TOOLS = frozenset({"node_modules", "__pycache__"})
_MADE = frozenset({"site", "build", "pakketten", "edities"})
"""Folders at the top that a build or a command makes."""
_KEPT_HIDDEN = frozenset({".github", ".ci", ".vscode"})
_SEARCHED = 20_000_000
"""Bytes; what is larger is no text."""
_ZIP = b"PK\x03\x04"


def iterate_written(root: Path) -> Iterator[Path]:
    """Give every file that people write, in order of path."""
    for base, folders, files in os.walk(root):
        folder = Path(base).relative_to(root)
        folders[:] = sorted(each for each in folders if _is_written(root, folder, each))
        for name in sorted(files):
            file = Path(base) / name
            is_plain = file.is_file() and not file.is_symlink()
            if is_plain and not _is_made_page(folder / name) and file.stat().st_size < _SEARCHED:
                yield file


def _is_written(root: Path, folder: Path, name: str) -> bool:
    """Tell whether people write in a folder."""
    path = folder / name
    if (
        name in _OF_TOOLS
        or (root / path / "pyvenv.cfg").is_file()
        or path.parts[:2] == (".vscode", "schemas")
    ):
        return False
    if len(path.parts) == 1:
        is_made = name in _MADE or name.startswith("site.") or name == WORK_FOLDER
        return not is_made and (not name.startswith(".") or name in _KEPT_HIDDEN)
    return not _is_made_page(path)


def _is_made_page(path: Path) -> bool:
    if path.parts[0] != "docs" or len(path.parts) == 1:
        return False
    return OWNED.is_entry(path.parts[1])


def read_content(content: bytes) -> Iterator[str]:
    """Give the clean text of a file; of a zip, as a text document is, path and text of each file.

    Of a broken one it gives nothing.
    """
    if not content.startswith(_ZIP):
        yield decode_anything(content)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield f"{name}\n{decode_anything(archive.read(name))}"
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return


def is_markup(path: Path) -> bool:
    """Tell whether tags may stand in the middle of a name."""
    return path.suffix.lower() in {".svg", ".html", ".htm", ".xml", ".xhtml", ".md", ".j2"}


def iterate_made(root: Path) -> Iterator[Path]:
    """Give every folder and file that a build or a command made and can make again.

    Those of the pages below docs/ and the schemas one by one, the others as a whole: the index too.
    """
    for name in ("site", "build", "pakketten"):
        if (root / name).is_dir():
            yield root / name
    yield from sorted(root.glob("site.*/"))
    index = find_index(root)
    if index.is_dir():
        yield index
    for folder in (
        *(root / "docs" / name for name in sorted(OWNED.folders)),
        root / ".vscode" / "schemas",
    ):
        files = (file for file in folder.rglob("*") if file.is_file())
        yield from sorted(file for file in files if index not in file.parents)
    yield from (
        root / "docs" / name for name in sorted(OWNED.files) if (root / "docs" / name).is_file()
    )


def find_index(root: Path) -> Path:
    """Give the folder of the search index: it holds stems of words, which no name is found in."""
    return root / "docs" / search.FOLDER
