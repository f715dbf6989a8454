"""Zensical renders the same folder with the same overrides: same pages, same words, same links."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from building import GOLDEN, build_site, copy_project, environment
from html_reading import Page, read_pages, resolve
from searching import ask
from serving import serve_site

pytest.importorskip("zensical", reason="the optional group zensical is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build one project with MkDocs in met-mkdocs/ and with Zensical in site/."""
    folder = copy_project(tmp_path_factory.mktemp("twee") / "klein", GOLDEN / "concepts")
    result = build_site(folder)
    assert result.returncode == 0, result.stderr
    (folder / "site").rename(folder / "met-mkdocs")
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def both(folder: Path) -> tuple[dict[str, Page], dict[str, Page]]:
    """Give the pages of each."""
    return read_pages(folder / "met-mkdocs"), read_pages(folder / "site")


def test_same_pages(both: tuple[dict[str, Page], dict[str, Page]]) -> None:
    """Both renderers make a page at the same addresses."""
    mkdocs_pages, zensical_pages = both
    assert sorted(mkdocs_pages) == sorted(zensical_pages)


def test_same_words_and_links(both: tuple[dict[str, Page], dict[str, Page]]) -> None:
    """Every article has the same words and leads to the same places."""
    mkdocs_pages, zensical_pages = both
    for address, page in mkdocs_pages.items():
        if address == "404.html":
            continue
        other = zensical_pages[address]
        assert page.words == other.words, address
        assert _targets(address, page) == _targets(address, other), address


@pytest.mark.browser
def test_search_and_previews_work(folder: Path, browser: Browser) -> None:
    """In the site of Zensical a misspelling finds its way, and a link shows its card."""
    with serve_site(folder / "site") as address:
        page = browser.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{address}zoeken/")
        assert ask(page, "riveir")[0] == "begrippen/rivier/"
        page.goto(f"{address}begrippen/rivier/")
        page.locator("article p a[href*='begrippen/']").first.hover()
        expect(page.get_by_role("tooltip")).to_be_visible()
        page.close()
    assert faults == []


def _targets(address: str, page: Page) -> list[str]:
    return [
        resolve(address, path) + hash_mark + anchor
        for path, hash_mark, anchor in (link.partition("#") for link in page.article_links)
        if "://" not in path
    ]
