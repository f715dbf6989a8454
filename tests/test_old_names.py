"""Names in an address or on a device follow renames and merges; what is gone is said, in Dutch."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import open_page
from building import ROOT, build_site, copy_project
from kennisbank.cli import main
from packages import make_files
from serving import serve_site


def _change(folder: Path) -> None:
    """Publish, then rename a concept and a route, merge one, and withdraw one."""
    assert main(["publish-addresses"]) == 0
    assert main(["rename", "begrip", "meer", "plas"]) == 0
    assert main(["rename", "leerroute", "naar-zee", "zeewaarts"]) == 0
    main(["withdraw", "begrip", "vaartuig"])  # 1 where its name still stands somewhere
    assert main(["merge", "boot", "rivier"]) == 1
    (folder / "concepts/begrippen/water/rivier.samenvoegen-boot.txt").unlink()
    assert main(["check"]) == 0


def test_list_is_small_and_names_no_person(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file for browsers has each old name with the one of now, and the withdrawn ones."""
    monkeypatch.chdir(small_project)
    _change(small_project)
    assert main(["rename", "persoon", "anna-stroom", "anna-beek"]) == 0
    content = make_files(small_project)["data/verhuisd.json"]
    assert json.loads(content) == {
        "verhuisd": {
            "begrip/boot": "begrip/rivier",
            "begrip/meer": "begrip/plas",
            "leerroute/naar-zee": "leerroute/zeewaarts",
        },
        "ingetrokken": ["begrip/vaartuig"],
    }
    assert len(content) < 200


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a small site in which names changed since they were published."""
    folder = copy_project(
        tmp_path_factory.mktemp("namen") / "klein", ROOT / "tests/golden/concepts"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        _change(folder)
    done = build_site(folder, "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    with serve_site(folder / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page; an error in a script fails the test."""
    with open_page(browser, viewport={"width": 1280, "height": 800}) as opened:
        yield opened


@pytest.mark.browser
@pytest.mark.slow
class TestInABrowser:
    """What a reader sees who kept an address, or practised before."""

    def test_lesson(self, page: Page, site: str) -> None:
        """A kept lesson holds what its pages became, once each, and names what is gone."""
        kept = (
            "begrip/meer,begrip/boot,begrip/rivier,leerroute/naar-zee,begrip/vaartuig,begrip/nooit"
        )
        page.goto(f"{site}lijst/?lijst={kept}")
        items = page.locator(".lijst .lijst-titel a")
        expect(items).to_have_text(["Meer", "Rivier", "Naar zee"])
        expect(page.locator(".lijst-weg")).to_have_text(
            "Niet meer in de lijst: “vaartuig” is ingetrokken; “nooit” staat niet in de kennisbank."
        )
        names = "begrip/plas,begrip/rivier,leerroute/zeewaarts"
        expect(page).to_have_url(f"{site}lijst/?lijst={names}")

    def test_kept_list(self, page: Page, site: str) -> None:
        """What is kept on a device follows too, with its note; a voice that is gone has no name."""
        kept = {"begrip/meer": "Meer", "begrip/vaartuig": "Vaartuig", "stem/rivier.weg": "Wim Weg"}
        page.goto(site)
        page.evaluate(
            """kept => {
                localStorage.setItem("bewaard", JSON.stringify(kept));
                localStorage.setItem("lijst", '{"titel":"Water","noten":{"begrip/meer":"Diep"}}');
            }""",
            kept,
        )
        page.goto(f"{site}lijst/")
        items = page.locator(".lijst .lijst-titel a")
        expect(items).to_have_text(["Meer", "Een stem over Rivier"])
        expect(page.get_by_label("Aantekening bij Meer")).to_have_value("Diep")
        expect(page.locator(".lijst-weg")).to_contain_text("“vaartuig” is ingetrokken")
        stored = json.loads(page.evaluate("localStorage.getItem('bewaard')"))
        assert stored == {"begrip/plas": "Meer", "stem/rivier.weg": "Een stem over Rivier"}

    def test_lesson_with_names_of_now_fetches_nothing_more(self, page: Page, site: str) -> None:
        """Who needs no old names does not fetch them, and reads nothing of them."""
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{site}lijst/?lijst=begrip/plas")
        expect(page.locator(".lijst li")).to_have_count(1)
        expect(page.locator(".lijst-weg")).to_be_hidden()
        assert not any("verhuisd" in url for url in asked)

    def test_compare(self, page: Page, site: str) -> None:
        """A kept comparison shows the concepts of now, and its address follows."""
        page.goto(f"{site}vergelijk/?a=meer&b=boot")
        expect(page.locator(".kant h3").first).to_have_text("Meer")
        expect(page.locator(".kant")).to_have_count(2)
        expect(page).to_have_url(f"{site}vergelijk/?a=plas&b=rivier")
        expect(page.get_by_label("Eerste begrip")).to_have_value("plas")

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            (
                "a=vaartuig&b=meer",
                "Het begrip “vaartuig” is ingetrokken. Kies hierboven een ander.",
            ),
            ("a=boot&b=rivier", "Dat is twee keer hetzelfde begrip. Kies er nog een."),
            ("a=nooit&b=meer", "We kennen geen begrip “nooit”. Kies hierboven een ander."),
        ],
    )
    def test_compare_says_what_is_gone(self, asked: str, said: str, page: Page, site: str) -> None:
        """What was withdrawn, or became the other one, is said."""
        page.goto(f"{site}vergelijk/?{asked}")
        expect(page.locator(".vergelijk-stand")).to_have_text(said)
        expect(page.locator(".kant")).to_have_count(0)

    def test_practice(self, page: Page, site: str) -> None:
        """What a reader knew before a rename or a merge is known after it, once."""
        known = {"begrip/meer": "wist", "spanning/boot": "nog", "begrip/elders": "wist"}
        page.goto(f"{site}oefenen/thema-water/")
        page.evaluate("known => localStorage.setItem('oefenen', JSON.stringify(known))", known)
        page.reload()
        expect(page.locator(".oefenkaart .oefentekst")).not_to_have_text("Meer")
        page.wait_for_function("!localStorage.getItem('oefenen').includes('begrip/meer')")
        kept = json.loads(page.evaluate("localStorage.getItem('oefenen')"))
        boxes = {name: box for name, (box, _) in kept.items()}
        assert boxes == {"begrip/plas": 2, "spanning/rivier": 0, "begrip/elders": 2}

    def test_old_names_may_be_out_of_reach(self, browser: Browser, site: str) -> None:
        """Without the list the page works with the names that it knows, and says the others."""
        context = browser.new_context()
        opened = context.new_page()
        opened.route("**/verhuisd.json", lambda route: route.abort())
        opened.goto(f"{site}lijst/?lijst=begrip/rivier,begrip/meer")
        expect(opened.locator(".lijst .lijst-titel a")).to_have_text(["Rivier"])
        expect(opened.locator(".lijst-weg")).to_contain_text("“meer” staat niet in de kennisbank")
        context.close()
