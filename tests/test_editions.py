"""Editions: a frozen site that stays as it was, says what it is, and gives way to today."""

import json
import re
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

import forking
from building import GOLDEN, build_site, copy_project, read_tree
from kennisbank.cli import main
from kennisbank.editions.freeze import freeze, pack
from kennisbank.model.addresses import AddressBook
from kennisbank.model.edition import FrozenConcept
from kennisbank.pages.editions import Change, compare, name_now
from kennisbank.prompt import typed

PAGE = (
    b'<html><head><link rel="canonical" href="https://klein.example/begrippen/meer/"></head>'
    b'<body data-x="1"><a href="../boot/#a">b</a><a href="../../zoeken/?q=x">z</a></body></html>'
)


def _kennisbank(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return forking.run(folder, "kennisbank", *arguments)


def test_links_stay_inside_or_lead_to_today() -> None:
    """A link to a frozen page stays; one to what is left out leads to the site of today."""
    site = {
        "begrippen/meer/index.html": PAGE,
        "begrippen/boot/index.html": PAGE,
        "zoeken/index.html": PAGE,
        "data/zoeken/begin.json": b"x",
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
def small_frozen(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a small project with one edition of a stand-in of a site."""
    monkeypatch.chdir(small_project)
    (small_project / "site").mkdir()
    page = "<html><head></head><body></body></html>"
    (small_project / "site/index.html").write_text(page, encoding="utf-8")
    assert main(["edition", "2026-2"]) == 0
    return small_project


def test_edition_without_its_line_is_finished(
    small_frozen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An edition that was noted and never made the current one is named, and finished."""
    settings = small_frozen / "concepts/kennisbank.yml"
    whole = settings.read_bytes()
    settings.write_bytes(whole.replace(b"editie: 2026-2\n", b""))
    zipped = (small_frozen / "edities/2026-2.zip").read_bytes()
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert f"draai {typed('edition')} 2026-2 om haar af te maken [editie]" in said
    assert main(["edition", "2026-2"]) == 0
    assert settings.read_bytes() == whole
    assert (small_frozen / "edities/2026-2.zip").read_bytes() == zipped
    assert main(["check"]) == 0
    assert main(["edition", "2026-2"]) == 2


def test_edition_without_its_note_is_made_again(
    small_frozen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that no register knows is named, and the same command makes the edition whole."""
    (small_frozen / "edities/2026-3.zip").write_bytes(b"half")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert 'edities/2026-3.zip:1:1: fout: editie "2026-3" is niet afgemaakt; draai' in said
    assert main(["edition", "2026-3"]) == 0
    assert main(["check"]) == 0


def test_killed_edition_is_taken_back(small_frozen: Path) -> None:
    """An edition that was killed half way leaves nothing, and the same command makes it."""
    before = read_tree(small_frozen)
    kill = (
        "import os, signal; from kennisbank.journal import put as p\n"
        "p.is_taken = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = forking.start(small_frozen, "kennisbank", "edition", "2026-3", before=kill)
    assert killed.wait() == -signal.SIGKILL
    assert (small_frozen / "edities/2026-3.zip").exists()
    assert main(["check"]) == 0
    assert read_tree(small_frozen) == before
    assert main(["edition", "2026-3"]) == 0


@pytest.mark.parametrize("name", ["2026-02", "2026-2", "2026", "2026-0", "26-1", "2026-100"])
def test_name_of_an_edition(name: str, small_frozen: Path) -> None:
    """A name is a year and a number without a zero before it, and is used once."""
    assert main(["edition", name]) == 2
    assert [file.name for file in (small_frozen / "edities").glob("*.zip")] == ["2026-2.zip"]


def test_older_way_of_writing_counts(small_frozen: Path) -> None:
    """An edition that was once called 2026-02 is edition 2026-2."""
    for file in ("edities/edities.json", "concepts/kennisbank.yml"):
        path = small_frozen / file
        path.write_bytes(path.read_bytes().replace(b"2026-2", b"2026-02"))
    (small_frozen / "edities/2026-2.zip").rename(small_frozen / "edities/2026-02.zip")
    assert main(["check"]) == 0
    assert main(["edition", "2026-2"]) == 2


@pytest.fixture(scope="module")
def frozen_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a whole project with one edition of its built site."""
    folder = copy_project(tmp_path_factory.mktemp("editie") / "klein", GOLDEN / "concepts")
    assert _kennisbank(folder, "publish-addresses").returncode == 0
    assert build_site(folder).returncode == 0
    done = _kennisbank(folder, "edition", "2026-2")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def frozen(frozen_once: Path, tmp_path: Path) -> Path:
    """Give a copy of that project."""
    return shutil.copytree(frozen_once, tmp_path / "klein")


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
    here = address[1].replace("/begrippen/", "/edities/2026-2/begrippen/")
    assert re.findall(r'rel="canonical" href="([^"]+)"', old) == [here]
    assert old.count('name="robots" content="noindex"') == 1
    assert ">Meer</a>: gewijzigd (uitleg)" in site["edities/index.html"].decode()
    assert not any(path.startswith("edities/2026-2/data/zoeken/") for path in site)
    assert "/edities/2026-2/begrippen/meer/" in new
    assert f'<meta property="og:url" content="{here}">' in old
    assert f"<i>Meer</i>. {here}<" in old
    cited = old.partition('id="citeren"')[2].partition('id="delen"')[0]
    assert cited and f"{address[1]}<" not in cited
    assert "vaste editie" not in old


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
    done = _kennisbank(frozen, "withdraw", "persoon", "oude-denker")
    assert done.returncode == 0, done.stdout
    assert not (frozen / "site").exists()
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
