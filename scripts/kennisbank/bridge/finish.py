"""What a rendered site still needs: the kept editions, and its place."""

from pathlib import Path

from mkdocs.exceptions import Abort

from kennisbank.cli.say import explain
from kennisbank.load.editions import load_editions, read_edition
from kennisbank.problems import Problem
from kennisbank.write import put_files, swap_folder


def unpack_editions(root: Path, site: Path) -> tuple[Problem, ...]:
    """Put every edition below edities/, or none when there are problems; give those."""
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
