"""A whole site, whoever renders it: what comes before the pages, and what after them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from kennisbank.bridge.assets import Joined, drop_unused, join_assets
from kennisbank.bridge.check import Checker
from kennisbank.bridge.frame import make_extra
from kennisbank.bridge.pack import pack_site
from kennisbank.bridge.pictures import draw_pictures
from kennisbank.cli.say import explain
from kennisbank.config import Project
from kennisbank.load.editions import load_editions, read_edition
from kennisbank.load.packages import load_packages
from kennisbank.model.outcome import Check
from kennisbank.old_files import add_old_packages
from kennisbank.problems import Problem
from kennisbank.vocabulary import SECURITY_POLICY
from kennisbank.write import put_files, recover_folder, swap_folder


@dataclass(frozen=True, slots=True)
class Begun:
    """A site whose pages are below docs/ and not yet rendered."""

    project: Project
    check: Check
    joined: Joined
    final: Path
    """Where it goes in the end; it is rendered `beside` that."""

    @property
    def extra(self) -> dict[str, Any]:
        """Give all that the frame of its pages knows besides a page."""
        return {**make_extra(self.check), **self.joined.named, "policy": SECURITY_POLICY}

    def finish(self, is_packed: bool) -> None:
        """Add what no page is made of; `is_packed` puts every text there compressed too.

        Raises Abort when an edition cannot be read.
        """
        root, site = self.project.root, beside(self.final)
        drop_unused(site)
        put_files(site, self.joined.files)
        if self.check.site:
            put_files(site, dict(draw_pictures(self.project.docs, self.check.site)))
        put_files(site, add_old_packages(self.check.records.addresses, load_packages(root)))
        if problems := unpack_editions(root, site):
            raise Abort("\n".join(map(str, problems)))
        if is_packed:
            pack_site(site)

    def put_in_place(self) -> None:
        """Put the whole new site in the place of the old one; raises Abort when that fails."""
        try:
            swap_folder(beside(self.final), self.final)
        except OSError as error:
            raise Abort(f"Niet op zijn plaats gezet: {explain(error)}") from error


def begin_site(
    project: Project, final: Path, styles: Iterable[str], scripts: Iterable[str]
) -> Begun:
    """Check the records and write the pages; raises Abort, with nothing touched, on a fault."""
    check = Checker().check(project, False)
    if not check.is_good:
        raise Abort("Niet gebouwd; de site is gebleven zoals hij was")
    recover_folder(final)
    return Begun(project, check, join_assets(project.docs, styles, scripts), final)


def beside(site: Path) -> Path:
    """Give the folder in which a site is built before it takes the place of the old one."""
    return site.with_name(f"{site.name}.nieuw")


def unpack_editions(root: Path, site: Path) -> tuple[Problem, ...]:
    """Put every edition below edities/, or none when there are problems; give those."""
    editions, problems = load_editions(root)
    for edition in () if problems else editions:
        put_files(site / "edities" / edition.name, read_edition(root, edition))
    return problems
