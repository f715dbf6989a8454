"""Pages without the frame of the site read well on a small phone: identifiers, moved, withdrawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from building import GOLDEN, build_site, copy_project
from kennisbank.cli import main
from serving import serve_site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MEASURE = """() => ({
  width: document.scrollingElement.scrollWidth,
  heights: [...document.links].map(link => link.getBoundingClientRect().height).filter(Boolean),
})"""


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small site in which a page moved and one was withdrawn, without the moving itself."""
    folder = copy_project(tmp_path_factory.mktemp("los") / "klein", GOLDEN / "concepts")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["publish-addresses"]) == 0
        assert main(["rename", "begrip", "meer", "plas"]) == 0
        assert main(["withdraw", "voorbeeld", "overtocht"]) == 0
    done = build_site(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    page = folder / "site/begrippen/meer/index.html"
    script = '<script src="../../assets/verhuisd.js" defer></script>'
    text = page.read_text("utf-8")
    assert script in text
    page.write_text(text.replace(script, ""), "utf-8")
    return folder / "site"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """Give a page as narrow as WCAG 1.4.10 asks, that fails the test when anything is missing."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    faults: list[str] = []
    page.on("response", lambda each: faults.append(each.url) if each.status >= 400 else None)
    page.on("console", lambda message: faults.append(message.text))
    yield page
    page.close()
    assert faults == []


def _check(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    found = page.evaluate(MEASURE)
    assert found["width"] <= 320, address
    assert found["heights"], address
    assert min(found["heights"]) >= 24, address


def test_identifiers(phone: Page, real_project: Path, real_site: str) -> None:
    """The longest identifiers of each kind fit, with links that a finger can hit."""
    site = real_project / "site"
    for folder in sorted((site / "id").iterdir()):
        pages = sorted(folder.rglob("index.html"), key=lambda file: len(str(file)))
        for page in pages[-2:]:
            _check(phone, real_site + page.parent.relative_to(site).as_posix() + "/")


def test_moved_and_withdrawn(phone: Page, moved: Path) -> None:
    """So do the pages at addresses that moved or were withdrawn."""
    with serve_site(moved) as address:
        for path in ("begrippen/meer/", "voorbeelden/overtocht/"):
            _check(phone, address + path)
