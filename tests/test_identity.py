"""A record that gets another id stays the same to all that know it: cards, feeds, courses, data."""

import json
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
import rdflib

from building import ROOT
from kennisbank.cli import main
from packages import make_files, read_front

MOVES = (
    ("begrip", "rivier", "beek"),
    ("begrip", "kampvuur", "a-vuur"),
    ("thema", "water", "nat"),
    ("persoon", "anna-stroom", "anna-beek"),
    ("bron", "het-boek", "boek"),
    ("voorbeeld", "overtocht", "vaart"),
    ("casus", "aan-de-kade", "aan-wal"),
    ("leerroute", "naar-zee", "zeewaarts"),
)


@pytest.fixture(params=[True, False], ids=["published", "unpublished"])
def project(
    request: pytest.FixtureRequest, small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Give a project that was published or not: packages may be out before that."""
    monkeypatch.chdir(small_project)
    if request.param:
        assert main(["publish-addresses"]) == 0
    return small_project


def _rename_all() -> None:
    for move in MOVES:
        assert main(["rename", *move]) == 0


def _read_guids(content: bytes) -> dict[str, tuple[str, ...]]:
    """Give the ids of the decks and notes in a package for Anki."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        base = sqlite3.connect(":memory:")
        base.deserialize(package.read("collection.anki2"))
    notes = base.execute("select guid from notes order by guid").fetchall()
    decks = json.loads(base.execute("select decks from col").fetchone()[0])
    base.close()
    return {"notes": tuple(guid for (guid,) in notes), "decks": tuple(sorted(decks))}


def test_cards_of_anki(project: Path) -> None:
    """`packages`, `rename`, `packages`: every note and every deck has the id that it had."""
    shutil.copytree(ROOT / "docs/assets", project / "docs/assets", dirs_exist_ok=True)
    assert main(["packages"]) == 0
    folder = project / "pakketten/data/anki"
    paths = ("kennisbank", "themas/water", "themas/vuur", "leerroutes/naar-zee")
    before = [_read_guids((folder / f"{path}.apkg").read_bytes()) for path in paths]
    assert all(each["notes"] for each in before)
    _rename_all()
    assert main(["packages"]) == 0
    paths = ("kennisbank", "themas/nat", "themas/vuur", "leerroutes/zeewaarts")
    assert [_read_guids((folder / f"{path}.apkg").read_bytes()) for path in paths] == before


def _list_anki(content: bytes) -> list[str]:
    return re.findall(r'(?m)^"([^"]+)"\t', content.decode())


def _list_course(content: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        manifest = package.read("imsmanifest.xml").decode()
        return [*re.findall(r'identifier="([^"]+)"', manifest), *package.namelist()]


def _list_subjects(content: bytes) -> list[str]:
    graph = rdflib.Graph().parse(data=content.decode(), format="turtle")
    return [str(subject) for subject in set(graph.subjects())]


def _find(pattern: str) -> Callable[[bytes], list[str]]:
    return lambda content: re.findall(pattern, content.decode())


def _list_terms(content: bytes) -> list[str]:
    share = read_front(content).get("share")
    graph = json.loads(share["structured"])["@graph"] if share else ()
    return [node["@id"] for node in graph if node["@type"] == "DefinedTerm"]


READERS: Mapping[str, Callable[[bytes], list[str]]] = {
    "data/anki/": _list_anki,
    "data/cursus/": _list_course,
    "data/wijzigingen.xml": _find(r"<id>([^<]+)</id>"),
    "data/begrippen.ttl": _list_subjects,
    "data/begrippen.csv": _find(r"https://[^;,\s\"]+/id/[^;,\s\"]+"),
    "data/begrippen/": _find(r'"uri": "([^"]+)"'),
    "data/bronnen.bib": _find(r"(?m)^@\w+\{([^,]+),"),
    "data/bronnen.ris": _find(r"(?m)^ID  - (.+)$"),
    "data/bronnen.json": _find(r'"id": "([^"]+)"'),
    "begrippen/": _list_terms,
    "id/": _find(r"<code>([^<]+)</code>"),
}
"""How each sort of file names what is in it, by the start of its path."""


def _read_names(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """Give every id by which another system knows what is in a file, sorted, by sort of file."""
    return {
        start: sorted({n for path in files if path.startswith(start) for n in read(files[path])})
        for start, read in READERS.items()
    }


def test_every_export(project: Path) -> None:
    """Linked data, feed, courses, cards as text and references keep each name that they gave."""
    before = _read_names(make_files(project))
    assert all(before.values())
    _rename_all()
    after = _read_names(make_files(project))
    for sort, names in before.items():
        assert after[sort] == names, sort


def test_name_of_a_merged_record_leads_on(project: Path) -> None:
    """The concept that remains keeps its own name; that of the other one leads to it."""
    is_published = (project / "concepts/adressen.yml").exists()
    assert main(["rename", "begrip", "vaartuig", "schip"]) == 0
    assert main(["merge", "boot", "schip"]) == 1
    (project / "concepts/begrippen/water/schip.samenvoegen-boot.txt").unlink()
    files = make_files(project)
    assert "id/begrip/vaartuig/index.html" in files
    data = json.loads(files["data/begrippen/schip.json"])["begrip"]
    assert (data["id"], data["uri"]) == ("schip", "https://klein.example/id/begrip/vaartuig")
    if is_published:
        assert files["id/begrip/boot/index.html"] == files["id/begrip/vaartuig/index.html"]


def test_back_again_is_as_before(project: Path) -> None:
    """After a rename there and back the book says nothing of it, and the data are as they were."""
    before = make_files(project)["data/begrippen.ttl"]
    assert main(["rename", "begrip", "rivier", "beek"]) == 0
    assert main(["rename", "begrip", "beek", "rivier"]) == 0
    assert make_files(project)["data/begrippen.ttl"] == before
    book = project / "concepts/adressen.yml"
    assert not book.exists() or "herkomst" not in book.read_text(encoding="utf-8")
