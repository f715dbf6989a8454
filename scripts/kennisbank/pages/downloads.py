"""The page of everything that can be taken along: what it is for, how large, and three steps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from kennisbank.exports import EXPORTS
from kennisbank.exports.cartridge import COURSE
from kennisbank.exports.export import Format
from kennisbank.exports.selection import Selection, list_selections
from kennisbank.model.artifact import Artifact
from kennisbank.model.base import Record
from kennisbank.model.linked_lesson import LinkedRoute
from kennisbank.model.site import Site
from kennisbank.pages.page import Details, Page, PageType


@dataclass(frozen=True, slots=True)
class File:
    """A file to download: the address from the root, its title, size and shelf in words."""

    address: str
    title: str
    size: str
    shelf: str = ""


def make(site: Site) -> Iterator[Page]:
    """Make the one page."""
    yield Page(
        type=TYPE,
        address="data/",
        title="Meenemen en open data",
        template="downloads.md.j2",
        details=partial(_detail_page, site),
    )


def list_packages(site: Site) -> tuple[str, ...]:
    """Give the addresses of what `kennisbank packages` makes, whether it ran already or not."""
    formats = (each for export in EXPORTS for each in export.formats)
    patterns = [each.pattern for each in formats if each.pattern.endswith((".apkg", ".pdf"))]
    stems = [selection.stem for selection in list_selections(site)]
    return tuple(dict.fromkeys(each.format(stem) for each in patterns for stem in stems))


def _detail_page(site: Site) -> Details:
    sizes = {each.path: each for each in site.files}
    titles = {each.stem: (each.title, _name_shelf(each)) for each in list_selections(site)}
    formats = (each for export in EXPORTS for each in export.formats)
    rows = [
        (
            each,
            [(s, tuple(files)) for s, files in groupby(_find_files(each, titles, sizes), _shelf)],
        )
        for each in formats
    ]
    return Details(
        "Alles om mee te nemen: cursuspakketten, kaartjes, papier en open data.",
        {"site": site, "rows": rows},
    )


def _name_shelf(selection: Selection) -> str:
    if selection.group is None:
        return "Alles"
    return "Per leerroute" if isinstance(selection.group, LinkedRoute) else "Per thema"


def _shelf(file: File) -> str:
    return file.shelf


def _find_files(
    form: Format, titles: Mapping[str, tuple[str, str]], files: Mapping[str, Artifact]
) -> Iterator[File]:
    if "{}" in form.pattern:
        named = [(form.pattern.format(stem), *names) for stem, names in titles.items()]
    else:
        named = [(path, path.rpartition("/")[2], "") for path in form.pattern.split()]
    for path, title, shelf in named:
        if path in files:
            yield File(path, title, write_size(files[path].size), shelf)


def find_package(site: Site, record: Record) -> File | None:
    """Give the course package of a theme or a route, when there is one."""
    path = COURSE.pattern.format(f"{record.kind.folder}/{record.id}")
    found = next((each for each in site.files if each.path == path), None)
    return File(path, record.title, write_size(found.size)) if found else None


def write_size(size: int) -> str:
    """Give a size in kB or MB, in Dutch."""
    if size < 1_000_000:
        return f"{max(round(size / 1000), 1)} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


TYPE = PageType(name="data", folder="data", make=make)
