"""The reader on paper is whole: contents that are right, links inside, every voice and source."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from building import ROOT
from kennisbank.config import find_project
from kennisbank.pipeline import check_records
from kennisbank.spelling import make_id
from packages import PRIVATE_NAME, copy_with, read_public_site
from tools import need


@cache
def _make_reader() -> bytes:
    need("pango")
    from kennisbank.packages.reader import make

    return next(make(read_public_site(), ROOT / "docs")).content


@pytest.fixture
def reader(tmp_path: Path) -> Path:
    """Give the PDF of the small knowledge base as a file."""
    file = tmp_path / "reader.pdf"
    file.write_bytes(_make_reader())
    return file


def _ask(*command: str | Path) -> str:
    need("pdftotext")
    return subprocess.check_output([str(word) for word in command], text=True)


def _read_pages(reader: Path) -> list[str]:
    return _ask("pdftotext", "-layout", reader, "-").split("\f")


def test_same_records_same_bytes() -> None:
    """Two readers of the same records are the same file."""
    assert _make_reader.__wrapped__() == _make_reader()


def test_it_says_what_it_is(reader: Path) -> None:
    """The title is that of the knowledge base, and screen readers find the structure."""
    info = _ask("pdfinfo", reader)
    assert re.search("Title: +Kleine kennisbank\n", info)
    assert re.search("Tagged: +yes", info)
    assert re.search(r"Page size: .*A4", info)


def test_contents_lead_to_the_right_page(reader: Path) -> None:
    """The page that the contents name holds the concept."""
    pages = _read_pages(reader)
    contents = next(page for page in pages if "Inhoud" in page and ". . ." in page)
    for linked in read_public_site().concepts.values():
        label = linked.concept.preferred_label
        found = re.search(rf"{label}\s+[. ]*\s(\d+)", contents)
        assert found, label
        assert re.search(rf"(?m)^ *{label}$", pages[int(found[1]) - 1]), label


def test_links_stay_inside(reader: Path) -> None:
    """Each concept, source and route is a place that links lead to."""
    site = read_public_site()
    places = _ask("pdfinfo", "-dests", reader)
    wanted = [f"begrippen-{name}" for name in site.concepts]
    wanted += [f"bronnen-{linked.source.id}" for linked in site.sources]
    wanted += [f"leerroutes-{linked.route.id}" for linked in site.routes]
    assert [name for name in wanted if f'"{name}"' not in places] == []


def test_who_says_what_is_told_apart(reader: Path) -> None:
    """Voices, those heard through another, readers' comments and sources each have their place."""
    text = " ".join(_ask("pdftotext", reader, "-").split())
    for words in ("volgens", "Reacties van lezers", "Stemmen", "Bronnen", "Register", "CC BY 4.0"):
        assert words in text, words
    for linked in read_public_site().sources:
        assert linked.source.name in text
    assert PRIVATE_NAME not in text
    assert "43 procent" not in text


def _write_public(folder: Path) -> tuple[str, set[str]]:
    """Give the words of the reader of a knowledge base, and the names of private persons."""
    project = find_project(folder)
    assert project
    check = check_records(project)
    assert check.site, check.problems
    need("pango")
    from kennisbank.packages.reader import write_pages

    private = [person for person in check.records.people.values() if person.is_private]
    names = {make_id(name) for p in private for name in (p.id, p.name, p.name.split()[-1])}
    return f"-{make_id(write_pages(check.site, '').decode())}-", names


def test_nobody_private_in_the_real_reader() -> None:
    """The reader of the real records names no private person, whole or by family name."""
    text, names = _write_public(ROOT)
    assert "-stemmen-" in text
    assert [name for name in names if f"-{name}-" in text] == []


def test_nobody_private_in_the_role_of_another() -> None:
    """A role that names a private person is left out; the voice itself stays."""
    old = "rollen:\n  het-artikel: |\n"
    folder = copy_with(
        "personen/anna-stroom.yml", old, f"{old}    ooit de hulp van {PRIVATE_NAME}\n"
    )
    text, names = _write_public(folder)
    assert "-anna-stroom-" in text
    assert names
    assert [name for name in names if f"-{name}-" in text] == []
