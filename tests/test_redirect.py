"""Every command on addresses checks first and writes after: what cannot be is refused in a line."""

import re
from pathlib import Path

import pytest

from building import read_tree
from kennisbank.cli import main
from kennisbank.prompt import START, typed

MEER, PLAS = "begrippen/meer/", "begrippen/plas/"


@pytest.fixture
def project(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a published project in which one concept moved, and an example and a file are gone."""
    monkeypatch.chdir(small_project)
    assert main(["publish-addresses"]) == 0
    assert main(["rename", "begrip", "meer", "plas"]) == 0
    (small_project / "concepts/voorbeelden/overtocht.yml").unlink()
    return small_project


GONE = "voorbeelden/overtocht/"
REFUSED = {
    "a page that is there": (
        ("begrippen/rivier/", "begrippen/boot/"),
        'op "begrippen/rivier/" staat nog iets; voeg het samen met een ander begrip: '
        f"{START} merge rivier blijft-id",
    ),
    "a page that is there and cannot be merged": (
        ("bronnen/het-artikel/", "bronnen/het-boek/"),
        'op "bronnen/het-artikel/" staat nog iets; haal eerst weg wat ernaar verwijst '
        f"({START} uses het-artikel noemt het) en dan het record",
    ),
    "a page of no record": (
        ("begrippen/", "bronnen/"),
        'op "begrippen/" staat nog iets; zolang dat er staat, leidt het nergens anders heen',
    ),
    "a page that moved": (
        (MEER, "begrippen/rivier/"),
        f'"{MEER}" leidt naar "{PLAS}", waar staat wat hier stond; er is niets te doen',
    ),
    "never published": (
        ("begrippen/meeer/", "begrippen/boot/"),
        f'"begrippen/meeer/" is nooit gepubliceerd; bedoel je "{MEER}"?',
    ),
    "to a page that is not there": (
        (GONE, "begrippen/boto/"),
        '"begrippen/boto/" bestaat niet; bedoel je "begrippen/boot/"?',
    ),
    "to nothing like a page": (
        (GONE, "qqq"),
        '"qqq/" bestaat niet; kies een pagina die er is',
    ),
    "to itself": ((GONE, GONE), f'"{GONE}" zou naar zichzelf leiden; kies een pagina die er is'),
    "to itself by another way": (
        (MEER, PLAS + "../plas/"),
        f'"{PLAS}../plas/" bestaat niet; bedoel je "{PLAS}"?',
    ),
    "to the home page": ((GONE, "/"), '"/" is de voorpagina; kies een andere, zoals begrippen/'),
    "from the home page": (("/", MEER), '"/" is de voorpagina; kies een andere, zoals begrippen/'),
    "to another site": (
        (GONE, "https://elders.example/begrippen/boot/"),
        '"https://elders.example/begrippen/boot/" is van een andere site',
    ),
    "a file to a page": (
        ("data/begrippen/meer.json", "begrippen/boot/"),
        'een bestand leidt naar een bestand van dezelfde soort; "begrippen/boot/" is dat niet',
    ),
    "a page to a file": (
        (GONE, "data/les.json"),
        'een pagina leidt naar een pagina; "data/les.json" is er geen',
    ),
    "a page to a card": (
        (GONE, "insluiten/boot/"),
        'een pagina leidt naar een pagina; "insluiten/boot/" is er geen',
    ),
    "no web address": (
        (GONE, "https://[begrippen/boot/"),
        '"https://[begrippen/boot/" is van een andere site',
    ),
    "to an anchor that is not there": (
        (GONE, "begrippen/boot/#stem-niemand"),
        '"begrippen/boot/" heeft geen anker "#stem-niemand"; kies uit: citeren, genoemd-bij, in',
    ),
    "an anchor that never was": (
        ("begrippen/boot/#stem-redactie", "begrippen/boot/"),
        'anker "#stem-redactie" is nooit gepubliceerd op "begrippen/boot/"',
    ),
    "an anchor that is there": (
        ("begrippen/boot/#vragen", "begrippen/boot/"),
        'anker "#vragen" staat nog op "begrippen/boot/"; er is niets te doen',
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_redirect_changes_nothing(
    name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each wrong redirect gets one line with a way out, and no file is touched."""
    typed, said = REFUSED[name]
    before = read_tree(project)
    capsys.readouterr()
    assert main(["redirect", *typed]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"kennisbank: {said}")
    assert captured.err.count("\n") == 1
    assert read_tree(project) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (GONE, "begrippen/boot/"),
        ("/voorbeelden/overtocht", "/begrippen/boot"),
        ("Voorbeelden/Overtocht/", "BEGRIPPEN/boot"),
        ("https://klein.example/voorbeelden/overtocht/", "http://klein.example/begrippen/boot/"),
        ("voorbeelden/overtocht/index.html", "begrippen/boot.md"),
        (" voorbeelden/overtocht/?q=x ", "begrippen/boot/"),
        (GONE, "begrippen/boot/#vragen"),
    ],
)
def test_what_is_typed_is_understood(
    old: str, new: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copied web address, a slash too many or too few and capitals are no reason to refuse."""
    assert main(["redirect", old, new]) == 0
    assert f"{GONE} leidt nu naar begrippen/boot/" in capsys.readouterr().out
    assert main(["check"]) == 0


def test_site_below_a_path(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a site below a path the path is left out, whether the site was typed before it or not."""
    (project / "mkdocs.yml").write_text("site_url: https://x.example/kb/\n", encoding="utf-8")
    assert main(["redirect", f"/kb/{GONE}", "https://x.example/kb/begrippen/boot/"]) == 0
    assert f"{GONE} leidt nu naar begrippen/boot/" in capsys.readouterr().out


def test_chain_leads_to_its_end(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A redirect to an address that leads on itself leads to the end, in one step."""
    assert main(["redirect", GONE, MEER]) == 0
    assert f"{GONE} leidt nu naar {PLAS}" in capsys.readouterr().out


def test_what_a_person_chose_can_be_chosen_again(project: Path) -> None:
    """A slip in typing can be put right; what a rename led on cannot be led away."""
    assert main(["redirect", GONE, "begrippen/rivier/"]) == 0
    assert main(["redirect", GONE, "begrippen/boot/"]) == 0
    book = (project / "concepts/adressen.yml").read_text(encoding="utf-8")
    assert f"  {GONE}: begrippen/boot/" in book
    assert "  id/voorbeeld/overtocht/: id/begrip/boot/" in book


def test_all_addresses_go_along(project: Path) -> None:
    """Identifier, card, code and files lead to their counterparts, or to the file of everything."""
    (project / "concepts/leerroutes/naar-zee.yml").unlink()
    assert main(["redirect", GONE, "begrippen/boot/"]) == 1, "the route is still to be led on"
    assert main(["redirect", "leerroutes/naar-zee/", "begrippen/rivier/#vragen"]) == 0
    book = (project / "concepts/adressen.yml").read_text(encoding="utf-8")
    for line in (
        "  leerroutes/naar-zee/: 'begrippen/rivier/#vragen'",
        "  oefenen/route-naar-zee/: 'begrippen/rivier/#vragen'",
        "  id/leerroute/naar-zee/: id/begrip/rivier/",
        "  insluiten/leerroute/naar-zee/: insluiten/rivier/",
        "  insluiten/leerroute/naar-zee/qr.svg: insluiten/rivier/qr.svg",
        "  data/cursus/leerroutes/naar-zee.imscc: data/cursus/kennisbank.imscc",
        "  data/moodle/leerroutes/naar-zee.xml: data/moodle/kennisbank.xml",
        "  data/anki/leerroutes/naar-zee.txt: data/anki/kennisbank.txt",
        "  data/anki/leerroutes/naar-zee.apkg: data/anki/kennisbank.apkg",
    ):
        assert line in book


def test_advice_of_the_check_is_right(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command in the line about a lost address is one that can be typed, and helps."""
    capsys.readouterr()
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert said.count("[adres-weg]") == 1, "one line for all addresses of a record"
    advice = said.partition(f"{typed('redirect')} ")[2].partition(" [")[0]
    assert main(["redirect", *(part.strip('"') for part in advice.split(" "))]) == 0


def test_merge_with_itself_has_a_line_of_its_own(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who names one concept twice is told in which order to name two."""
    assert main(["redirect", GONE, "begrippen/boot/"]) == 0
    before = read_tree(project)
    capsys.readouterr()
    assert main(["merge", "boot", "boot"]) == 2
    assert capsys.readouterr().err == (
        'kennisbank: "boot" staat er twee keer; noem eerst het begrip dat opgaat in het andere, '
        "en dan het begrip dat blijft\n"
    )
    assert read_tree(project) == before


def test_merge_into_a_draft_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A published concept cannot lead to one that nobody may see yet."""
    assert main(["redirect", GONE, "begrippen/boot/"]) == 0
    before = read_tree(project)
    assert main(["merge", "boot", "vonk"]) == 2
    assert '"vonk" is nog een ontwerp' in capsys.readouterr().err
    assert read_tree(project) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["redirect", GONE, "begrippen/boot/"],
        ["publish-addresses"],
        ["rename", "begrip", "rivier", "beek"],
        ["merge", "boot", "vaartuig"],
        ["build"],
        ["edition", "2026-1"],
    ],
    ids=lambda arguments: str(arguments[0]),
)
def test_records_with_faults_are_left_alone(
    arguments: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """While a record is wrong in itself, no command writes anything: it could not know enough."""
    (project / "site").mkdir()
    (project / "site/index.html").write_text("<main>", encoding="utf-8")
    record = project / "concepts/begrippen/water/boot.yml"
    record.write_text(record.read_text(encoding="utf-8") + "onzin: ja\n", encoding="utf-8")
    before = read_tree(project)
    assert main(arguments) == 1
    assert "[yaml]" in capsys.readouterr().out
    assert read_tree(project) == before


@pytest.mark.parametrize(
    "arguments",
    [["new", "persoon", "Iemand"], ["redirect", GONE, "begrippen/boot/"], ["publish-addresses"]],
    ids=lambda arguments: str(arguments[0]),
)
def test_book_that_cannot_be_read_is_left_alone(
    arguments: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the book nobody knows which names are taken: no command goes on."""
    with (project / "concepts/adressen.yml").open("a", encoding="utf-8") as book:
        book.write("<<<<<<< HEAD\n")
    before = read_tree(project)
    capsys.readouterr()
    assert main(arguments) == 1
    assert "concepts/adressen.yml:" in capsys.readouterr().out
    assert read_tree(project) == before


@pytest.mark.parametrize("name", ["index", "nul", "com1", "a" * 81, "De Beek", "zeeën", "-"])
def test_reserved_id_is_refused(
    name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`rename` gives no id that cannot be a file, or that is another page."""
    assert main(["redirect", GONE, "begrippen/boot/"]) == 0
    before = read_tree(project)
    assert main(["rename", "begrip", "boot", f"{name}"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert read_tree(project) == before


@pytest.mark.parametrize("title", ["Index", "Nul", "COM1", "a" * 300])
def test_new_gives_no_reserved_id(
    title: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`new` refuses what `rename` and the check refuse."""
    before = read_tree(project)
    assert main(["new", "begrip", title, "--thema", "water"]) == 2
    assert re.search("kies|geef een", capsys.readouterr().err)
    assert read_tree(project) == before
