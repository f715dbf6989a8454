"""Drawings: read, held against what a drawing may hold, and written anew for use inside a page.

A page takes a drawing in whole, and the file is an address of its own as well. So it holds shapes
and words alone: nothing that runs, moves, links, loads or styles. What goes into a page is made of
what was read: a browser reads HTML otherwise than XML, and could see more in the file than we do.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kennisbank.load.shapes import check_shapes, render_shapes
from kennisbank.load.svg import Refusal, Shape, find_place, read_svg
from kennisbank.memory import remembered
from kennisbank.problems import Problem, sort_problems

FOLDER = Path("docs") / "assets" / "diagrammen"
MAX_BYTES = 100_000
UNREADABLE, REFUSED = "tekening-onleesbaar", "tekening-mag-niet"


class Drawing(NamedTuple):
    """A drawing as markup for a page, or what is wrong with its file; neither without a file."""

    markup: str
    problems: tuple[Problem, ...] = ()


NO_DRAWING = Drawing("")


def drawing_of(root: Path, diagram_id: str) -> Path:
    """Give the file of a diagram's drawing."""
    return root / FOLDER / f"{diagram_id}.svg"


def read_drawing(root: Path, diagram_id: str) -> Drawing:
    """Read the drawing of a diagram."""
    return _read_file(root, drawing_of(root, diagram_id))


def check_others(root: Path, known: set[str]) -> Iterator[Problem]:
    """Give what is wrong with the drawings that no record in `known` names: they are published."""
    for file in sorted((root / FOLDER).glob("*")):
        if file.suffix.lower() == ".svg" and (file.stem not in known or file.suffix != ".svg"):
            yield from _read_file(root, file).problems


def _read_file(root: Path, file: Path) -> Drawing:
    path = file.relative_to(root).as_posix()
    if file.is_symlink():
        return _unreadable(
            path, "dit is een koppeling naar een ander bestand; zet de tekening hier"
        )
    if not file.exists():
        return NO_DRAWING
    if not file.is_file():
        return _unreadable(path, "dit is geen gewoon bestand; zet hier de tekening zelf")
    try:
        content = file.read_bytes()
    except OSError:
        return _unreadable(path, "de tekening is niet te lezen; sluit haar in je tekenprogramma")
    return _read_content(path, content, file.stem)


def _find_complaint(content: bytes) -> str:
    if content.startswith(b"\x1f\x8b"):
        return "dit is een ingepakte tekening (svgz); bewaar haar als gewone SVG"
    if len(content) > MAX_BYTES:
        return (
            "de tekening is groter dan 100 kB, en elke lezer haalt haar op; laat plaatjes en "
            "kleine vormen weg, of verdeel haar"
        )
    if not content.strip():
        return "het bestand is leeg; bewaar de tekening erin, of haal het weg"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "de tekening is opgeslagen als UTF-16; bewaar haar als UTF-8"
    if b"svg" not in content:
        return "dit is geen SVG; bewaar de tekening in je tekenprogramma als gewone SVG"
    return ""


def _unreadable(path: str, message: str, line: int = 1, column: int = 1) -> Drawing:
    problem = Problem(path=path, line=line, column=column, rule=UNREADABLE, message=message)
    return Drawing("", (problem,))


@remembered
def _read_content(path: str, content: bytes, name: str) -> Drawing:
    if complaint := _find_complaint(content):
        return _unreadable(path, complaint)
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = "dit teken staat niet in UTF-8; bewaar de tekening als UTF-8"
        return _unreadable(path, message, *find_place(content, error.start))
    drawn, refusals = read_svg(content)
    root = next((part for part in drawn.parts if isinstance(part, Shape)), None)
    if root and all(refusal.is_readable for refusal in refusals):
        refusals += check_shapes(root)
    if root and not refusals:
        return Drawing(render_shapes(root, name))
    return Drawing("", sort_problems(_group(path, refusals)))


def _group(path: str, refusals: Iterable[Refusal]) -> Iterator[Problem]:
    """Give a problem for each message at its first place, with how often it holds."""
    found: dict[str, list[Refusal]] = {}
    for refusal in refusals:
        found.setdefault(refusal.message, []).append(refusal)
    for message, (first, *others) in found.items():
        yield Problem(
            path=path,
            line=first.place[0],
            column=first.place[1],
            rule=REFUSED if first.is_readable else UNREADABLE,
            message=f"{message} (en nog {len(others)} keer)" if others else message,
        )
