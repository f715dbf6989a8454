"""What a rendered site still needs: an index to search, the kept editions, and its place."""

import subprocess
import sys
from pathlib import Path

from mkdocs.exceptions import Abort

from kennisbank.cli.say import explain
from kennisbank.load.editions import load_editions, read_edition
from kennisbank.problems import Problem
from kennisbank.write import put_files, swap_folder

_USED = ("pagefind.", "pagefind-entry.json", "wasm.nl.")
"""What searching fetches of Pagefind's own files; the rest is an interface that we do not use."""
_NOT_FOUND_BY = (
    ".genoemd, .citeren, .cursus, .buurt, .geschiedenis, .papier, .niet-op-papier, .vouw summary"
)
"""Parts of a page that repeat what other pages say, or say nothing about its subject."""


def index_site(site: Path) -> None:
    """Let Pagefind index all pages below `site`; raises Abort with what it said."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site)]
    command += ["--force-language", "nl", "--quiet", "--exclude-selectors", _NOT_FOUND_BY]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        said = result.stderr.strip() or result.stdout.strip()
        raise Abort(f"De zoekindex is niet gemaakt: {said}")
    for file in (site / "pagefind").iterdir():
        if file.is_file() and not file.name.startswith(_USED):
            file.unlink()


def unpack_editions(root: Path, site: Path) -> tuple[Problem, ...]:
    """Put every edition below edities/, or none when there are problems; give those.

    This comes after indexing: searching finds what is said today.
    """
    editions, problems = load_editions(root)
    for edition in () if problems else editions:
        put_files(site / "edities" / edition.name, read_edition(root, edition))
    return problems


def beside(site: Path) -> Path:
    """Give the folder in which a site is built before it takes the place of the old one."""
    return site.with_name(f"{site.name}.nieuw")


def put_in_place(site: Path) -> None:
    """Put the whole new site in the place of the old one; raises Abort with what the disk said."""
    try:
        swap_folder(beside(site), site)
    except OSError as error:
        raise Abort(f"Niet op zijn plaats gezet: {explain(error)}") from error
