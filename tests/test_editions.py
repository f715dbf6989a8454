"""Editions: a frozen site that stays as it was, says what it is, and gives way to today."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from building import ROOT, build_site, copy_project, read_tree
from kennisbank.editions.freeze import freeze, pack
from kennisbank.model.addresses import AddressBook
from kennisbank.model.edition import FrozenConcept
from kennisbank.pages.editions import Change, compare, name_now

PAGE = (
    b'<html><head><link rel="canonical" href="https://klein.example/begrippen/meer/"></head>'
    b'<body data-x="1"><a href="../boot/#a">b</a><a href="../../zoeken/?q=x">z</a></body></html>'
)


def _kennisbank(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder / "scripts")}
    command = [sys.executable, "-m", "kennisbank", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True
    )


def test_links_stay_inside_or_lead_to_today() -> None:
    """A link to a frozen page stays; one to what is left out leads to the site of today."""
    site = {
        "begrippen/meer/index.html": PAGE,
        "begrippen/boot/index.html": PAGE,
        "zoeken/index.html": PAGE,
        "pagefind/pagefind.js": b"x",
        "data/cursus/kennisbank.imscc": b"x",
    }
    frozen = freeze(site, "2026-2", "23 november 2026", "https://klein.example/")
    assert sorted(frozen) == ["begrippen/boot/index.html", "begrippen/meer/index.html"]
    text = frozen["begrippen/meer/index.html"].decode()
    assert '<a href="../boot/#a">' in text
    assert '<a href="../../../../zoeken/?q=x">' in text
    assert '<a href="../../../../begrippen/meer/">Naar deze pagina van nu</a>' in text
    assert '<meta name="robots" content="noindex">' in text
    assert pack(frozen) == pack(dict(reversed(frozen.items())))


def test_what_changed_between_editions() -> None:
    """New, changed (with the fields) and ended concepts each give a line."""
    start = {
        "a": FrozenConcept(title="Aa", fields={"uitleg": "1", "engels": "2"}),
        "b": FrozenConcept(title="Bee", fields={}),
    }
    end = {
        "a": FrozenConcept(title="Aa", fields={"uitleg": "3", "@folder": "4"}),
        "c": FrozenConcept(title="Cee", fields={}),
    }
    assert list(compare(start, end, {"a", "c"})) == [
        Change("Aa", "gewijzigd (engels, thema, uitleg)", "../begrippen/a/"),
        Change("Bee", "vervallen"),
        Change("Cee", "nieuw", "../begrippen/c/"),
    ]


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """Give a whole project with one edition of its built site."""
    folder = copy_project(tmp_path / "klein", ROOT / "tests/golden/concepts")
    assert _kennisbank(folder, "publish-addresses").returncode == 0
    assert build_site(folder).returncode == 0
    done = _kennisbank(folder, "edition", "2026-2")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.slow
def test_renamed_concept_is_the_same_one() -> None:
    """A concept of an edition that has another name now is not one that went and one that came."""
    leads = {"begrippen/a/": "begrippen/b/", "begrippen/m/": "begrippen/b/"}
    book = AddressBook.model_validate({"doorverwijzingen": leads})
    frozen = FrozenConcept(title="Aa", fields={})
    assert name_now(book, {"a": frozen}) == {"b": frozen}
    assert list(compare(name_now(book, {"a": frozen}), {"b": frozen}, {"b"})) == []
    both = {"b": frozen, "m": frozen}
    assert name_now(book, both) == both


def test_edition_and_a_changed_concept(frozen: Path) -> None:
    """The edition keeps the old words, the page of today has the new ones, the list says so."""
    record = frozen / "concepts/begrippen/water/meer.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("Een meer staat stil.", "Een plas rust uit."), encoding="utf-8")
    done = build_site(frozen)
    assert done.returncode == 0, done.stdout + done.stderr
    site = read_tree(frozen / "site")
    old = site["edities/2026-2/begrippen/meer/index.html"].decode()
    new = site["begrippen/meer/index.html"].decode()
    assert ("staat stil" in old, "staat stil" in new) == (True, False)
    assert ("Dit is editie 2026-2" in old, "Dit is editie" in new) == (True, False)
    address = re.search(r'rel="canonical" href="([^"]+)"', new)
    assert address
    assert re.findall(r'rel="canonical" href="([^"]+)"', old) == [address[1]]
    assert old.count('name="robots" content="noindex"') == 1
    assert ">Meer</a>: gewijzigd (uitleg)" in site["edities/index.html"].decode()
    assert not any(path.startswith("edities/2026-2/pagefind") for path in site)
    assert "/edities/2026-2/begrippen/meer/" in new
    assert "edities/2026-2/" not in site["edities/2026-2/begrippen/meer/index.html"].decode()


@pytest.mark.slow
def test_page_made_after_the_edition_cites_today(frozen: Path) -> None:
    """A page that the edition does not hold offers no address inside it."""
    assert _kennisbank(frozen, "rename", "begrip", "meer", "plas").returncode == 0
    assert build_site(frozen).returncode == 0
    page = (frozen / "site/begrippen/plas/index.html").read_text("utf-8")
    assert "/edities/2026-2/" not in page


@pytest.mark.slow
def test_links_inside_an_edition_resolve(frozen: Path) -> None:
    """Every relative link on every page of an edition leads to a file that is there."""
    assert build_site(frozen).returncode == 0
    site = frozen / "site"
    lost = set()
    for page in (site / "edities/2026-2").rglob("*.html"):
        for link in re.findall(r'\b(?:href|src)="([^"#?:]+)[^":]*"', page.read_text("utf-8")):
            target = page.parent / link
            if not target.exists():
                lost.add(f"{page.relative_to(site)} -> {link}")
    assert sorted(lost) == []


@pytest.mark.slow
def test_changed_file_stops_the_publication(frozen: Path) -> None:
    """A file that is not the noted one stops check and build; no edition is made twice."""
    assert _kennisbank(frozen, "edition", "2026-2").returncode == 2
    (frozen / "edities/2026-2.zip").write_bytes(b"PK")
    check = _kennisbank(frozen, "check")
    assert check.returncode == 1
    assert "is veranderd sinds het is vastgelegd" in check.stdout
    assert build_site(frozen).returncode == 1


@pytest.mark.slow
def test_withdrawn_person_leaves_the_edition(frozen: Path) -> None:
    """After a withdrawal neither the site nor the unpacked edition holds a name or a claim."""
    _kennisbank(frozen, "withdraw", "persoon", "oude-denker")
    source = frozen / "concepts/bronnen/het-artikel.yml"
    text = source.read_text(encoding="utf-8").replace("passage-1: De denker", "passage-1: De man")
    reason = "zonder_uitspraak:\n  passage-1: |\n    Ingetrokken.\n"
    source.write_text(text.replace("zonder_uitspraak:\n", reason), encoding="utf-8")
    done = _kennisbank(frozen, "withdraw", "persoon", "oude-denker")
    assert done.returncode == 0, done.stdout
    built = build_site(frozen)
    assert built.returncode == 0, built.stdout + built.stderr
    words = (b"Denker", b"Niets blijft", b"stem-oude-denker")
    site = read_tree(frozen / "site")
    found = [path for path, content in site.items() if any(w in content for w in words)]
    assert found == []
    page = site["edities/2026-2/begrippen/rivier/index.html"].decode()
    assert "iets dat is ingetrokken" in page
    register = json.loads((frozen / "edities/edities.json").read_text(encoding="utf-8"))
    assert register[0]["revised"]
