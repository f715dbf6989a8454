"""Old addresses on a host that knows no redirects, for people with and without a script."""

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from building import ROOT, build_site, copy_project, read_tree
from kennisbank.cli import main
from kennisbank.config import find_project
from kennisbank.model.addresses import AddressBook
from kennisbank.old_files import add_old_packages
from kennisbank.pipeline import check_records
from serving import serve_site

MEER = "concepts/begrippen/water/meer.yml"


@pytest.fixture
def project(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a published project."""
    monkeypatch.chdir(small_project)
    assert main(["publish-addresses"]) == 0
    return small_project


def _build(folder: Path) -> dict[str, bytes]:
    assert main(["build"]) == 0
    return read_tree(folder / "docs")


MOVES = (
    ("begrip", "kampvuur", "vuurplaats"),
    ("thema", "water", "nat"),
    ("bron", "het-boek", "boek"),
    ("leerroute", "naar-zee", "zeewaarts"),
)
PAIRS = (
    ("data/begrippen/kampvuur.json", "data/begrippen/vuurplaats.json"),
    ("data/begrippen/kampvuur.ttl", "data/begrippen/vuurplaats.ttl"),
    ("data/begrippen/kampvuur.jsonld", "data/begrippen/vuurplaats.jsonld"),
    ("data/bronnen/het-boek.ris", "data/bronnen/boek.ris"),
    ("data/bronnen/het-boek.bib", "data/bronnen/boek.bib"),
    ("data/cursus/themas/water.imscc", "data/cursus/themas/nat.imscc"),
    ("data/cursus/leerroutes/naar-zee.imscc", "data/cursus/leerroutes/zeewaarts.imscc"),
    ("data/moodle/themas/water.xml", "data/moodle/themas/nat.xml"),
    ("data/anki/leerroutes/naar-zee.txt", "data/anki/leerroutes/zeewaarts.txt"),
    ("insluiten/kampvuur/index.html", "insluiten/vuurplaats/index.html"),
    ("insluiten/kampvuur/qr.svg", "insluiten/vuurplaats/qr.svg"),
    ("insluiten/bron/het-boek/index.html", "insluiten/bron/boek/index.html"),
    (
        "insluiten/spanning/kampvuur-rivier/index.html",
        "insluiten/spanning/rivier-vuurplaats/index.html",
    ),
)


def test_files_have_their_new_content(project: Path) -> None:
    """Data, packages, cards and codes stand at the old address too, as they are now."""
    for move in MOVES:
        assert main(["rename", *move]) == 0
    made = _build(project)
    for old, new in PAIRS:
        assert made[old] == made[new], old
    assert json.loads(made["data/begrippen/kampvuur.json"])["begrip"]["id"] == "vuurplaats"
    assert "id/begrip/kampvuur/index.html" in made, "an identifier does not move"
    assert "id/begrip/vuurplaats/index.html" not in made


def test_old_addresses_are_not_published_anew(project: Path) -> None:
    """What stands at an old address is no new address, and is gone when nothing leads there."""
    book = project / "concepts/adressen.yml"
    before = book.read_bytes()
    assert main(["rename", "begrip", "meer", "plas"]) == 0
    assert main(["rename", "begrip", "plas", "meer"]) == 0
    assert main(["publish-addresses"]) == 0
    assert book.read_bytes() == before


def test_packages_of_another_day_too() -> None:
    """A deck for Anki, which is made beside the site, stands at its old address as well."""
    old, new = "data/anki/themas/water.apkg", "data/anki/themas/nat.apkg"
    book = AddressBook.model_validate({"doorverwijzingen": {old: new}})
    assert add_old_packages(book, {new: b"deck"}) == {new: b"deck", old: b"deck"}
    assert add_old_packages(book, {}) == {}


def test_packages_are_published_before_they_are_made(project: Path) -> None:
    """`publish-addresses` runs first: it notes what `packages` is going to make."""
    assert "data/anki/themas/water.apkg: bestand" in (project / "concepts/adressen.yml").read_text(
        encoding="utf-8"
    )
    assert main(["rename", "thema", "water", "nat"]) == 0
    found = find_project(project)
    assert found
    book = check_records(found).records.addresses
    assert book.resolve("data/anki/themas/water.apkg") == "data/anki/themas/nat.apkg"


def test_withdrawn_files_say_so(project: Path) -> None:
    """A withdrawn file holds a sentence that says so, and nothing of what it was."""
    assert main(["rename", "leerroute", "naar-zee", "vaarweg"]) == 0
    for kind, name in (("leerroute", "vaarweg"), ("begrip", "vaartuig")):
        main(["withdraw", kind, name])  # 1 where a word of it still stands somewhere
    made = _build(project)
    for path in ("data/begrippen/vaartuig.json", "data/begrippen/vaartuig.jsonld"):
        assert json.loads(made[path])["ingetrokken"]
    for path in (
        "data/begrippen/vaartuig.ttl",
        "data/moodle/leerroutes/naar-zee.xml",
        "data/anki/leerroutes/naar-zee.txt",
        "insluiten/vaartuig/index.html",
        "begrippen/vaartuig/index.html",
        "id/begrip/vaartuig/index.html",
    ):
        assert b"ngetrokken" in made[path], path
        assert b"roeit" not in made[path]
    with zipfile.ZipFile(BytesIO(made["data/cursus/leerroutes/naar-zee.imscc"])) as package:
        assert package.namelist() == ["ingetrokken.txt"]


def test_voice_that_moved_is_found_in_its_block(project: Path) -> None:
    """The anchor of a person's former id stands at that voice, on every page and after a merge."""
    assert main(["rename", "persoon", "anna-stroom", "anna-beek"]) == 0
    made = _build(project)
    moved = '<div class="verhuisd" id="stem-anna-stroom"></div>'
    mark = f'{moved}\n\n<div class="stem vouw stem-persoon" id='
    assert f'{mark}"stem-anna-beek"' in made["begrippen/meer.md"].decode()


def test_anchor_on_another_page_says_where(project: Path) -> None:
    """What a claim said elsewhere leads there by a link, for who asks for that part."""
    record = project / "concepts/begrippen/vuur/kampvuur.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("wie: redactie", "wie: anna-stroom"), encoding="utf-8")
    end = "begrippen/meer/#stem-anna-stroom"
    assert main(["redirect", "begrippen/kampvuur/#stem-redactie", end]) == 0
    page = _build(project)["begrippen/kampvuur.md"].decode()
    href = f"../../{end.replace('#', '&#35;')}"
    assert f'id="stem-redactie">Wat hier stond, staat nu <a href="{href}">' in page


def test_moved_place_in_a_source(project: Path) -> None:
    """A place that has another name keeps its old anchor, right above it."""
    for file in (project / "concepts").rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        text = text.replace("plaats: oevers", "plaats: kanten").replace("  oevers: ", "  kanten: ")
        file.write_text(text, encoding="utf-8")
    page = "bronnen/het-artikel/"
    assert main(["redirect", f"{page}#plaats-oevers", f"{page}#plaats-kanten"]) == 0
    made = _build(project)["bronnen/het-artikel.md"].decode()
    assert '<div class="verhuisd" id="plaats-oevers"></div>\n\n### Langs de oevers' in made


@pytest.fixture(scope="module")
def plain_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a small site as a plain host: a concept, a voice and a concept again have other ids."""
    folder = copy_project(tmp_path_factory.mktemp("host") / "klein", ROOT / "tests/golden/concepts")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["publish-addresses"]) == 0
        assert main(["rename", "begrip", "rivier", "beek"]) == 0
        assert main(["rename", "persoon", "anna-stroom", "anna-beek"]) == 0
        assert main(["rename", "begrip", "beek", "a-beek"]) == 0
    done = build_site(folder, "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    with serve_site(folder / "site") as address:
        yield address


@pytest.mark.browser
@pytest.mark.slow
class TestInABrowser:
    """What a reader with an old link meets."""

    @pytest.mark.parametrize(
        ("asked", "ends"),
        [
            ("begrippen/rivier/", "begrippen/a-beek/"),
            ("begrippen/rivier/#wie-zegt-wat", "begrippen/a-beek/#wie-zegt-wat"),
            ("begrippen/rivier/#stem-anna-stroom", "begrippen/a-beek/#stem-anna-beek"),
            ("begrippen/rivier/?x=1#vragen", "begrippen/a-beek/?x=1#vragen"),
            ("begrippen/rivier/#%", "begrippen/a-beek/#%"),
            ("spanningen/kampvuur-rivier/#citeren", "spanningen/a-beek-kampvuur/#citeren"),
            ("personen/anna-stroom/", "personen/anna-beek/"),
        ],
    )
    def test_with_a_script(self, asked: str, ends: str, plain_host: str, browser: Browser) -> None:
        """An old link ends at the new page, at the section that it names; Back goes back."""
        page = browser.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.goto(f"{plain_host}over/")
        page.goto(plain_host + asked)
        page.wait_for_url(plain_host + ends)
        anchor = ends.partition("#")[2]
        if anchor and anchor != "%":
            expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
        page.go_back()
        expect(page).to_have_url(f"{plain_host}over/")
        page.close()
        assert errors == []

    def test_old_anchor_on_the_new_page(self, plain_host: str, browser: Browser) -> None:
        """A host that redirects by itself hands the old anchor on: it is there, at its voice."""
        page = browser.new_page()
        page.goto(f"{plain_host}begrippen/a-beek/#stem-anna-stroom")
        voice = page.locator("#stem-anna-beek")
        expect(voice).to_be_in_viewport()
        both = page.locator("#stem-anna-stroom, #stem-anna-beek")
        old, new = both.evaluate_all("found => found.map((each) => each.offsetTop)")
        assert 0 <= new - old < 60
        page.close()

    @pytest.mark.parametrize("part", ["", "#stem-anna-stroom", "#wie-zegt-wat"])
    def test_without_a_script(self, part: str, plain_host: str, browser: Browser) -> None:
        """The page says where its subject went, and links the section that was asked for."""
        context = browser.new_context(
            java_script_enabled=False, viewport={"width": 320, "height": 600}
        )
        page = context.new_page()
        page.goto(f"{plain_host}begrippen/rivier/{part}")
        expect(page.get_by_role("heading", name="Deze pagina is verhuisd")).to_be_visible()
        expect(page).to_have_url(f"{plain_host}begrippen/rivier/{part}")
        link = page.get_by_role("link", name="Rivier")
        expect(link).to_be_visible()
        parts = page.get_by_role("link", name="Naar het onderdeel dat je zocht")
        expect(parts).to_have_count(1 if part else 0)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        (parts if part else link).click()
        end = part.replace("anna-stroom", "anna-beek")
        expect(page).to_have_url(f"{plain_host}begrippen/a-beek/{end}")
        context.close()

    def test_a_card_in_a_frame_goes_on(self, plain_host: str, browser: Browser) -> None:
        """The card at an old address shows what is there now, without leading anywhere."""
        page = browser.new_page()
        page.goto(f"{plain_host}insluiten/rivier/")
        expect(page).to_have_url(f"{plain_host}insluiten/rivier/")
        expect(page.get_by_role("heading")).to_have_text("Rivier")
        page.close()
