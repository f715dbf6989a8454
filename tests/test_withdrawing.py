"""Withdrawing is whole: nothing stays that had to go, and nothing goes that was somebody else's."""

import gzip
import io
import json
import os
import random
import re
import shutil
import signal
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import forking
from building import GOLDEN, ROOT, build_site, copy_project, read_tree
from kennisbank.bridge.desk import Desk, RefusedError
from kennisbank.cli import main
from kennisbank.cli.withdrawing import HISTORY
from kennisbank.config import find_project
from kennisbank.journal.put import recover
from kennisbank.load.packages import stamp_records
from kennisbank.load.raw import load_records
from kennisbank.pipeline import check_records
from kennisbank.prompt import typed
from kennisbank.validate import validate
from serving import serve_site

PERSON, ID = "Xaver Qwibus", "xaver-qwibus"
NAMED = re.compile(r"q.{0,9}w.{0,9}bus|xaver", re.IGNORECASE)
"""What may stand nowhere; no word of the project looks like it."""


@pytest.fixture
def published(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a small published project, in which one person is known by another name."""
    _rename_person(small_project)
    monkeypatch.chdir(small_project)
    assert main(["publish-addresses"]) == 0
    return small_project


def _rename_person(folder: Path) -> None:
    """Let the private person of the small project be a public one with a name of its own."""
    person = folder / "concepts/personen/prive-persoon.yml"
    text = person.read_text(encoding="utf-8").replace("zichtbaarheid: beperkt\n", "")
    text = text.replace("naam: Bea Besloten", f"naam: {PERSON}")
    person.with_name(f"{ID}.yml").write_text(text, encoding="utf-8")
    person.unlink()
    for file in (folder / "concepts").rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("prive-persoon", ID), encoding="utf-8")


def _read(folder: Path, path: str) -> str:
    return (folder / "concepts" / path).read_text(encoding="utf-8")


def _change(folder: Path, path: str, old: str, new: str) -> None:
    file = folder / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _problems(folder: Path) -> list[str]:
    project = find_project(folder)
    assert project
    return [str(problem) for problem in check_records(project).problems]


def _find_named(folder: Path) -> list[str]:
    """Give every path and file below a folder that names the person, packed ones included."""
    found = []
    for path, content in read_tree(folder).items():
        for name, text in _unpack(path, content):
            if NAMED.search(name) or NAMED.search(text):
                found.append(name)
    return found


def _unpack(path: str, content: bytes) -> Iterator[tuple[str, str]]:
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from _unpack(f"{path}!{name}", archive.read(name))
    else:
        yield path, content.decode("utf-8", errors="ignore")


def test_joint_claim_loses_only_who_leaves(published: Path) -> None:
    """What two people say stays with the other one, and the other's anchor stays with it."""
    assert main(["withdraw", "persoon", ID]) == 0
    text = _read(published, "begrippen/water/rivier.yml")
    assert "- wie:\n  - anna-stroom\n  bron: het-artikel\n  plaats: oevers\n  cijfer: 43" in text
    assert "- anna-stroom\n- lezer-1\n" in _read(published, "bronnen/het-artikel.yml")
    book = _read(published, "adressen.yml")
    assert re.search(r"begrippen/rivier/: .*stem-anna-stroom", book)
    assert "doorverwijzingen" not in book


def test_what_rests_on_one_person_goes(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a person says alone goes, also what another says through her; no redirect is typed."""
    assert main(["withdraw", "persoon", "anna-stroom"]) == 1
    said = capsys.readouterr().out
    assert "uit wat blijft weggehaald: 1 × auteurs, 1 × sprekers, 5 × uitspraken, 1 × wie\n" in said
    assert "hier zegt niemand nu nog iets: boot, meer, vaartuig; schrijf een uitspraak" in said
    text = _read(published, "begrippen/water/rivier.yml")
    assert f"- wie:\n  - {ID}\n" in text
    assert "Niets blijft" not in text
    assert "[[persoon:" not in text
    book = _read(published, "adressen.yml")
    assert "'begrippen/rivier/#stem-oude-denker': begrippen/rivier/\n" in book
    assert "anna-stroom" not in book
    assert not any("[anker-weg]" in line for line in _problems(published))
    reasons = _read(published, "bronnen/het-artikel.yml").partition("zonder_uitspraak:")[2]
    assert "  passage-1: |\n    Wat hier stond, is ingetrokken.\n" in reasons


@pytest.mark.parametrize("key", ["via", "bron"])
def test_claim_goes_with_what_it_rests_on(key: str, published: Path) -> None:
    """A joint claim goes as a whole with its source, and with the one through whom we know it."""
    _change(
        published,
        "concepts/begrippen/water/rivier.yml",
        "- wie: oude-denker\n  via: anna-stroom\n",
        f"- wie:\n  - oude-denker\n  - redactie\n  via: {ID}\n",
    )
    target = ["persoon", ID] if key == "via" else ["bron", "het-artikel"]
    main(["withdraw", *target])
    assert "Niets blijft" not in _read(published, "begrippen/water/rivier.yml")


def test_example_told_by_two(published: Path) -> None:
    """An example that two people told stays with the other one, and goes with the last."""
    path = "voorbeelden/overtocht.yml"
    _change(published, f"concepts/{path}", "wie: redactie\n", f"wie:\n- redactie\n- {ID}\n")
    assert main(["withdraw", "persoon", ID]) == 0
    assert "wie:\n- redactie\nbron" in _read(published, path)
    _change(published, f"concepts/{path}", "wie:\n- redactie\n", "wie: lezer-1\n")
    main(["withdraw", "persoon", "lezer-1"])
    assert not (published / "concepts" / path).exists()


def test_author_by_id_and_by_name(published: Path) -> None:
    """A source keeps its other authors, also when the one who leaves stood there by name."""
    path = "bronnen/het-artikel.yml"
    authors = "auteurs:\n- anna-stroom\n"
    more = f"{authors}- {ID}\n- Qwibus, X.\n- Zee, A. van der\n"
    _change(published, f"concepts/{path}", authors, more)
    assert main(["withdraw", "persoon", ID]) == 0
    assert "auteurs:\n- anna-stroom\n- Zee, A. van der\nin:" in _read(published, path)


ORIGIN = "definitie_van:\n{who}  bron: het-artikel\n  plaats: oevers\n"


def test_definition_of_two_keeps_the_other(published: Path) -> None:
    """A definition of two people is the other one's."""
    path = "concepts/begrippen/water/boot.yml"
    who = f"  wie:\n  - anna-stroom\n  - {ID}\n"
    _change(published, path, "definitie_van: redactie\n", ORIGIN.format(who=who))
    assert main(["withdraw", "persoon", ID]) == 0
    left = ORIGIN.format(who="  wie:\n  - anna-stroom\n")
    assert left in (published / path).read_text(encoding="utf-8")


def test_definition_of_one_is_written_anew(published: Path) -> None:
    """A definition of one person becomes ours, and is named until its words are ours too."""
    path = "concepts/begrippen/water/boot.yml"
    origin = ORIGIN.format(who=f"  wie: {ID}\n")
    _change(published, path, "definitie_van: redactie\n", origin)
    assert main(["withdraw", "persoon", ID]) == 1
    assert "definitie_van: redactie\nuitleg:" in (published / path).read_text(encoding="utf-8")
    for _ in range(2):
        (found,) = _problems(published)
        assert found.startswith(f"{path}:4:3: fout: deze definitie kwam van wie is ingetrokken")
        assert main(["build"]) == 1
    text = (published / path).read_text(encoding="utf-8")
    definition = text.partition("definitie: |\n")[2].partition("\n")[0]
    _change(published, path, definition, "  iets waarmee je vaart, in andere woorden")
    assert main(["withdraw", "persoon", ID]) == 0


def test_unknown_is_refused_in_one_line(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What never was a record is refused, also when its words stand everywhere."""
    before = read_tree(published / "concepts")
    capsys.readouterr()
    for name in ("water", "een", "anna-stroomm", "mensen"):
        assert main(["withdraw", "persoon", name]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1
        assert f'persoon "{name}" bestaat niet' in said.err
    assert main(["withdraw"]) == 2
    assert main(["withdraw", "persoon"]) == 2
    assert read_tree(published / "concepts") == before


WAYS = {
    "docs/over.md": "Met dank aan Xaver Qwibus.\n",
    "docs/les.md": "Volgens X. Qwibus, en volgens Qwibus’ collega.\n",
    "docs/assets/diagrammen/de-loop.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">'
        "<title>Naar Q&#119;ibus</title><text>QWIBUS</text></svg>\n"
    ),
    "README.md": "Gemaakt met Qwíbus en Qwi\u0301bus.\n",
    "CHANGELOG.md": "- Xaver\n  Qwibus toegevoegd\n",
    "overrides/delen/voet.html": "<p>Xaver <b>Qwibus</b></p>\n",
    "notities/oud.txt": "xaver qwibus, qwibus-methode\n",
}


def _name_in_ten_ways(folder: Path) -> list[str]:
    """Write the name all over the project; give where it stands, with how many lines."""
    for path, text in WAYS.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    with zipfile.ZipFile(folder / "docs/assets/uitleg.docx", "w") as archive:
        archive.writestr("word/document.xml", "<w:t>Xaver Qwibus</w:t>")
    (folder / "docs/assets/oud.txt").write_bytes("Zoals Qwíbus zei".encode("cp1252"))
    settings = folder / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}\n# voor {PERSON}\n", encoding="utf-8")
    meer = "concepts/begrippen/water/meer.yml"
    _change(folder, meer, "staat stil.", "staat stil, zegt Xaver\n  Qwibus.")
    _change(folder, meer, "Eerste versie", "Eerste versie, met Qwibus")
    _change(folder, meer, "omvang: kort", "# gevraagd door Qwibus\nomvang: kort")
    _change(folder, "concepts/kennisbank.yml", "titel: ", "# met X. Qwibus\ntitel: ")
    _change(folder, "concepts/adressen.yml", "adressen:", "# nagekeken door Qwibus\nadressen:")
    shutil.copy(folder / meer, folder / "concepts/begrippen/water/plas-van-qwibus.yml")
    _change(folder, "concepts/begrippen/water/plas-van-qwibus.yml", "term: Meer", "term: Plas")
    return [*WAYS, "docs/assets/uitleg.docx", "docs/assets/oud.txt", "mkdocs.yml", meer]


def _places(said: str) -> set[str]:
    return set(re.findall(r"(?m)^(\S+?):\d+:\d+: fout: .*\[ingetrokken-naam\]$", said))


def test_every_run_finds_every_place(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first, second and third run and the check name the same places, by line."""
    expected = _name_in_ten_ways(published)
    capsys.readouterr()
    runs = (["withdraw", "persoon", ID], ["withdraw", "persoon", ID], ["withdraw"], ["check"])
    said = []
    for command in runs:
        assert main(command) == 1
        said.append(capsys.readouterr().out)
    assert len({tuple(re.findall(r"(?m)^.*: fout: .*$", each)) for each in said}) == 1
    assert {*expected, "concepts/kennisbank.yml"} <= _places(said[0])
    assert "concepts/begrippen/water/meer.yml:2:17: fout: hier staat nog " in said[0]
    assert (
        "plas-van-qwibus.yml:1:1: fout: de naam van dit bestand noemt "
        '"qwibus"; geef het een ander id: '
        f"{typed('rename')} begrip plas-van-qwibus"
    ) in said[0]
    assert HISTORY in said[0]
    assert f"draai dit nog eens: {typed('withdraw')} persoon xaver-qwibus" in said[1]


def test_file_of_the_program_is_one_line(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who withdraws cannot change code: a file is named once, with whom to ask.

    What reaches the site stops publishing; a test does not.
    """
    for folder in ("scripts", "tests"):
        (published / folder).mkdir(exist_ok=True)
        (published / folder / "namen.tsv").write_text(f"{PERSON}\n{PERSON}\nQwibus\n")
    capsys.readouterr()
    assert main(["withdraw", "persoon", ID]) == 1
    said = [line for line in capsys.readouterr().out.splitlines() if "namen.tsv" in line]
    assert said == [
        f'{folder}/namen.tsv:1:1: {level}: hier staat nog "{PERSON}", en dat is ingetrokken; dit '
        "bestand is van het programma: vraag de beheerder hier een andere naam te zetten "
        "(en nog 2 keer in dit bestand) [ingetrokken-naam]"
        for folder, level in (("scripts", "fout"), ("tests", "let op"))
    ]
    (published / "scripts" / "namen.tsv").unlink()
    assert main(["withdraw"]) == 0


@pytest.mark.parametrize(
    "command", [["build"], ["publish-addresses"], ["packages"], ["edition", "2026-1"]]
)
def test_nothing_is_published_while_it_is_left(
    command: list[str], published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every way of publishing refuses as long as the name stands somewhere."""
    main(["withdraw", "persoon", ID])
    (published / "docs/over.md").write_text(f"Met dank aan {PERSON}.", encoding="utf-8")
    (published / "site").mkdir()
    (published / "site/index.html").write_text("<html><head></head><body></body></html>")
    before = read_tree(published)
    assert main(command) == 1
    assert "[ingetrokken-naam]" in capsys.readouterr().out
    assert read_tree(published) == before


def test_old_site_is_never_frozen(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A site that was built before the withdrawal does not become an edition."""
    assert main(["withdraw", "persoon", ID]) == 0
    (published / "site").mkdir()
    page = f"<html><head></head><body>{PERSON}</body></html>"
    (published / "site/index.html").write_text(page, encoding="utf-8")
    assert main(["edition", "2026-1"]) == 2
    assert "bouw eerst de site opnieuw" in capsys.readouterr().err


def test_person_cannot_come_back(published: Path) -> None:
    """A record of who was withdrawn is refused, under the old id and under another one."""
    record = _read(published, f"personen/{ID}.yml")
    assert main(["withdraw", "persoon", ID]) == 0
    for name in (ID, "iemand-anders"):
        file = published / f"concepts/personen/{name}.yml"
        file.write_text(record, encoding="utf-8")
        assert any("[ingetrokken-naam]" in line for line in _problems(published))
        file.unlink()
    assert main(["check"]) == 0


def test_a_form_brings_no_name_back(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A form refuses to save a withdrawn name, the check refuses a proposal, and no form has it."""
    assert main(["withdraw", "persoon", ID]) == 0
    project = find_project(published)
    assert project
    desk, path = Desk(project, lambda: None), "concepts/begrippen/water/meer.yml"
    assert not NAMED.search(json.dumps(desk.describe()))
    held = desk.load(path)
    text = held["text"].replace("Een meer staat stil.", f"Volgens {PERSON} staat een meer stil.")
    assert desk.check({path: text})[0]["rule"] == "ingetrokken-naam"
    with pytest.raises(RefusedError, match="niet bewaard"):
        desk.save({path: text}, {path: held["mark"]})
    assert (published / path).read_text("utf-8") == held["text"]
    (published / path).write_text(text, "utf-8")  # as a proposal brings it
    assert main(["check"]) == 1
    assert "[ingetrokken-naam]" in capsys.readouterr().out


def test_a_private_name_in_a_proposal_is_refused(
    small_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a form knows holds nobody private; whoever types that name anyway, the check stops."""
    monkeypatch.chdir(small_project)
    file = small_project / "concepts/begrippen/water/meer.yml"
    text = file.read_text("utf-8").replace("voorkeursterm: Meer", "voorkeursterm: Bea Besloten")
    file.write_text(text, "utf-8")
    assert main(["check"]) == 1
    assert "[besloten-naam]" in capsys.readouterr().out


def test_address_does_not_say_the_name(published: Path) -> None:
    """Addresses that hold the name are kept as hashes; others say that something is withdrawn."""
    _change(published, "concepts/voorbeelden/overtocht.yml", "Een boot stak", "Iets stak")
    assert main(["rename", "voorbeeld", "overtocht", "qwibus-vaart"]) == 0
    assert main(["publish-addresses"]) == 0
    assert main(["withdraw", "persoon", ID]) == 1
    book = _read(published, "adressen.yml")
    assert "xaver" not in book
    assert "voorbeelden/qwibus-vaart/" in book  # the example is still there
    assert main(["rename", "voorbeeld", "qwibus-vaart", "vaart"]) == 0
    assert "qwibus" not in _read(published, "adressen.yml")
    assert "voorbeelden/overtocht/: voorbeelden/vaart/" in _read(published, "adressen.yml")
    kept = _read(published, "ingetrokken.yml")
    assert not NAMED.search(kept)
    assert re.search(r"'[0-9a-f]{32}': voorbeelden/vaart/\n", kept)
    assert re.search(r"'[0-9a-f]{32}': ingetrokken\n", kept)
    assert main(["check"]) == 0
    assert main(["withdraw", "voorbeeld", "vaart"]) == 0
    assert main(["build"]) == 0
    page = (published / "docs/voorbeelden/vaart/index.html").read_text(encoding="utf-8")
    assert "ingetrokken" in page
    assert "oversta" not in page


def test_two_people_one_after_the_other(published: Path) -> None:
    """While a name is left, another person can be withdrawn all the same."""
    (published / "docs/over.md").write_text(f"Met dank aan {PERSON}.", encoding="utf-8")
    assert main(["withdraw", "persoon", ID]) == 1
    assert main(["withdraw", "persoon", "oude-denker"]) == 1
    (published / "docs/over.md").write_text("Met dank.", encoding="utf-8")
    assert main(["withdraw", "persoon", ID]) == 0
    assert main(["withdraw", "persoon", "oude-denker"]) == 0


def test_concept_is_found_by_its_links(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a withdrawn concept the links go; its word may stay, and where it is a term is shown."""
    text = "Zie [hier](begrippen/vonk.md). Een vonk. Het begrip ‘vonk’.\n"
    (published / "docs/over.md").write_text(text, encoding="utf-8")
    assert main(["withdraw", "begrip", "vonk"]) == 1
    said = capsys.readouterr().out
    assert said.count("[ingetrokken-naam]") == 2
    assert 'docs/over.md:1:12: fout: hier staat nog "begrippen/vonk"' in said
    assert 'docs/over.md:1:54: let op: hier staat nog "vonk"' in said
    (published / "docs/over.md").write_text("Een vonk.\n", encoding="utf-8")
    assert main(["withdraw", "begrip", "vonk"]) == 0


def test_limits_are_said(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """When a family name is an ordinary word or somebody else's, it says what to look at."""
    _change(published, f"concepts/personen/{ID}.yml", f"naam: {PERSON}", "naam: Xaver Zee")
    assert main(["withdraw", "persoon", ID]) == 0
    assert 'let op: "Zee" is ook een gewoon woord' in capsys.readouterr().out


def test_file_of_the_withdrawn_is_kept_by_commands(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken file of what was withdrawn is said, and never written over."""
    assert main(["withdraw", "persoon", ID]) == 0
    _change(published, "concepts/ingetrokken.yml", "zout: '", "zout: 'x")
    before = _read(published, "ingetrokken.yml")
    assert main(["withdraw"]) == 2
    assert main(["withdraw", "persoon", "oude-denker"]) == 2
    assert "[geen-afdruk]" in capsys.readouterr().err
    assert _read(published, "ingetrokken.yml") == before


def _run(folder: Path, *arguments: str, status: int = 0) -> str:
    done = forking.run(folder, "kennisbank", *arguments)
    assert done.returncode == status, done.stdout
    return done.stdout


def test_no_new_id_with_the_name(published: Path) -> None:
    """A record does not get an id with a withdrawn name in it."""
    assert main(["withdraw", "persoon", ID]) == 0
    assert main(["rename", "voorbeeld", "overtocht", "vaart-van-qwibus"]) == 2
    assert main(["check"]) == 0


def test_word_that_means_something_else(published: Path) -> None:
    """A word that is also a city is let be when the settings say so; the whole name never is."""
    (published / "docs/over.md").write_text("Wij komen uit Qwibus.", encoding="utf-8")
    assert main(["withdraw", "persoon", ID]) == 1
    settings = "dubbelzinnige_termen:"
    _change(published, "concepts/kennisbank.yml", settings, f"geen_namen:\n- Qwibus\n{settings}")
    assert main(["withdraw"]) == 0
    (published / "docs/over.md").write_text(f"Uit Qwibus, zegt {PERSON}.", encoding="utf-8")
    assert main(["check"]) == 1


def test_packages_go(published: Path) -> None:
    """Packages of before go, though nobody can read a name in them; new ones stay."""
    (published / "pakketten").mkdir()
    (published / "pakketten/kaarten.apkg").write_bytes(b"\0\1\2")
    assert main(["withdraw", "persoon", ID]) == 0
    assert not (published / "pakketten").exists()
    fresh = published / "pakketten/stempel.txt"
    fresh.parent.mkdir()
    fresh.write_text(stamp_records(published), encoding="ascii")
    fresh.with_name("kaarten.apkg").write_bytes(b"\0\1\2")
    assert main(["withdraw"]) == 0
    assert fresh.exists()


def test_site_that_is_a_link_is_emptied(published: Path, tmp_path: Path) -> None:
    """A site that stands elsewhere is emptied there; the link to it stays."""
    place = tmp_path / "elders"
    (place / "over").mkdir(parents=True)
    (place / "over/index.html").write_text(PERSON, encoding="utf-8")
    (published / "site").symlink_to(place)
    assert main(["withdraw", "persoon", ID]) == 0
    assert list(place.iterdir()) == []
    assert (published / "site").is_symlink()


def test_withdrawn_twice_is_remembered_once(published: Path) -> None:
    """Somebody who came back and is withdrawn again is remembered once."""
    record = _read(published, f"personen/{ID}.yml")
    assert main(["withdraw", "persoon", ID]) == 0
    once = _read(published, "ingetrokken.yml")
    (published / f"concepts/personen/{ID}.yml").write_text(record, encoding="utf-8")
    assert main(["withdraw", "persoon", ID]) == 0
    assert _read(published, "ingetrokken.yml").count("- id:") == once.count("- id:") == 1


@pytest.mark.browser
def test_old_address_answers(tmp_path: Path, browser: Browser) -> None:
    """An address that held the name says that it is withdrawn, or where its page is now."""
    folder = copy_project(tmp_path / "klein", GOLDEN / "concepts")
    _rename_person(folder)
    _run(folder, "rename", "voorbeeld", "overtocht", "qwibus-vaart")
    _run(folder, "publish-addresses")
    _run(folder, "withdraw", "persoon", ID, status=1)
    _run(folder, "rename", "voorbeeld", "qwibus-vaart", "vaart")
    _run(folder, "withdraw")
    built = build_site(folder)
    assert built.returncode == 0, built.stdout + built.stderr
    with serve_site(folder / "site") as address:
        page = browser.new_page()
        for path in (f"personen/{ID}/", f"personen/{ID}", f"edities/2026-1/personen/{ID}/"):
            page.goto(address + path)
            expect(page.get_by_role("heading", level=1)).to_have_text("Ingetrokken.")
            expect(page.get_by_text("Wat hier stond, is ingetrokken.")).to_be_visible()
        page.goto(f"{address}voorbeelden/qwibus-vaart/index.html")
        page.get_by_role("link", name="Ga naar het nieuwe adres").click()
        expect(page).to_have_url(f"{address}voorbeelden/vaart/")
        page.goto(f"{address}zomaar/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Hier is geen verbinding.")
        expect(page.get_by_text("Zij kan ook zijn ingetrokken")).to_be_visible()
        page.close()


@pytest.mark.slow
def test_killed_at_random_moments(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Killed at any moment, all is as before or withdrawn; the same command then finishes it."""
    chance, ends = random.Random(12), Counter[str]()
    whole = _make_frozen(tmp_path / "heel")
    before = _kept(whole)
    begin = time.monotonic()
    done = shutil.copytree(whole, tmp_path / "klaar")
    _run(done, "withdraw", "persoon", ID, status=1)
    needed = time.monotonic() - begin
    for _ in range(int(os.environ.get("KILLS", "4"))):
        folder = shutil.copytree(whole, tmp_path / "klein")
        process = forking.start(folder, "kennisbank", "withdraw", "persoon", ID)
        time.sleep(chance.uniform(0, needed))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        recover(folder)
        is_before = _kept(folder) == before
        ends["before" if is_before else "after"] += 1
        if not is_before:
            assert _same_but_salt(_kept(folder), _kept(done))
        _run(folder, "withdraw", "persoon", ID, status=1)
        assert _same_but_salt(_kept(folder), _kept(done))
        assert not (folder / "site").exists()
        shutil.rmtree(folder)
    record_property("killed while withdrawing", dict(ends))


def _kept(folder: Path) -> dict[str, bytes]:
    found = read_tree(folder)
    return {
        path: new for path, new in found.items() if path.startswith(("concepts", "edit", "docs/o"))
    }


def _same_but_salt(one: dict[str, bytes], other: dict[str, bytes]) -> bool:
    marks = re.compile(rb"[0-9a-f]{4,}")
    name = "concepts/ingetrokken.yml"
    return {**one, name: b""} == {**other, name: b""} and len(marks.findall(one[name])) == len(
        marks.findall(other[name])
    )


def _make_frozen(folder: Path) -> Path:
    """Make a small published project with a stand-in of a site, two editions and packages."""
    shutil.copytree(GOLDEN / "concepts", folder / "concepts")
    shutil.copytree(GOLDEN / "docs/assets", folder / "docs/assets")
    shutil.copy(GOLDEN / "mkdocs.yml", folder)
    _rename_person(folder)
    (folder / "docs/over.md").write_text(f"Met dank aan {PERSON}.", encoding="utf-8")
    for path in ("index.html", f"personen/{ID}/index.html", "over/index.html"):
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        text = f"<html><head></head><body>{PERSON if 'over' in path else 'niets'}</body></html>"
        (folder / "site" / path).write_text(text, encoding="utf-8")
    for command in (["publish-addresses"], ["edition", "2026-1"], ["edition", "2026-2"]):
        _run(folder, *command)
    return folder


@pytest.mark.slow
def test_nothing_of_a_withdrawn_person_is_anywhere(tmp_path: Path) -> None:
    """Named in ten ways, in two editions and in packages: afterwards the name stands nowhere."""
    folder = copy_project(tmp_path / "klein", GOLDEN / "concepts")
    _rename_person(folder)
    _run(folder, "publish-addresses")
    assert build_site(folder).returncode == 0
    for name in ("2026-1", "2026-2"):
        _run(folder, "edition", name)
        assert build_site(folder).returncode == 0
    (folder / "pakketten").mkdir()
    (folder / "pakketten/kaarten.txt").write_text(PERSON, encoding="utf-8")
    written = _name_in_ten_ways(folder)
    assert len(_find_named(folder)) > 60
    _run(folder, "withdraw", "persoon", ID, status=1)
    left = _find_named(folder)
    assert {path.partition("!")[0] for path in left} == {
        *written,
        "concepts/kennisbank.yml",
        "concepts/begrippen/water/plas-van-qwibus.yml",
    }
    _run(folder, "rename", "begrip", "plas-van-qwibus", "plas")
    for path in {*written, "concepts/kennisbank.yml", "concepts/begrippen/water/plas.yml"}:
        _take_out(folder / path)
    assert "niets meer: ingetrokken" in _run(folder, "withdraw", "persoon", ID)
    assert _find_named(folder) == []
    built = build_site(folder)
    assert built.returncode == 0, built.stdout + built.stderr
    assert _find_named(folder) == []
    assert "ingetrokken" in (folder / "site/404.html").read_text(encoding="utf-8")


def _take_out(file: Path) -> None:
    if file.suffix in (".docx", ".svg"):
        shutil.copy(GOLDEN / "docs/assets/diagrammen/de-loop.svg", file)
        return
    text = file.read_bytes().decode("utf-8", errors="ignore")
    text = re.sub(r"(Xaver|X\.)?\s*(<b>)?Qw[ií]\u0301?bus(’)?(</b>)?", " iemand", text)
    file.write_text(re.sub(r"(?i)xaver|qwi?bus", "", text), encoding="utf-8")


def test_no_real_person_in_the_program() -> None:
    """The examples in code and in its pages are of nobody: whoever asks to go can go."""
    raw, _ = load_records(ROOT)
    records, _ = validate(ROOT, raw)
    names = {each.name.split()[-1] for each in records.people.values() if each.sort == "persoon"}
    code = (file for name in ("scripts", "overrides") for file in (ROOT / name).rglob("*.*"))
    for file in code:
        if file.suffix in {".py", ".txt", ".j2", ".html"}:
            words = set(re.findall(r"\w+", file.read_text(encoding="utf-8")))
            assert not names & words, file
