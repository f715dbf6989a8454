"""What a rendered site still needs: an index to search, and the kept editions."""

import subprocess
import sys
from pathlib import Path

from mkdocs.exceptions import Abort

from kennisbank.load.editions import load_editions, read_edition
from kennisbank.problems import Problem
from kennisbank.write import put_files


def index_site(site: Path) -> None:
    """Let Pagefind index all pages below `site`; raises Abort with what it said."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site)]
    command += ["--force-language", "nl", "--quiet"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        said = result.stderr.strip() or result.stdout.strip()
        raise Abort(f"De zoekindex is niet gemaakt: {said}")


def unpack_editions(root: Path, site: Path) -> tuple[Problem, ...]:
    """Put every edition below edities/, or none when there are problems; give those.

    This comes after indexing: searching finds what is said today.
    """
    editions, problems = load_editions(root)
    for edition in () if problems else editions:
        put_files(site / "edities" / edition.name, read_edition(root, edition))
    return problems
