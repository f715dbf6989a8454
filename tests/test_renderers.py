"""Every renderer makes the same whole site: files, words, links, policy, packages, editions."""

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from building import GOLDEN, build_site, copy_project, environment, read_tree
from html_reading import Page, read_pages, resolve
from kennisbank.cli import main
from kennisbank.cli.site import MKDOCS, RENDERERS
from searching import ask
from serving import serve_site

for each in RENDERERS:
    pytest.importorskip(each, reason=f"the optional group {each} is not installed")
OTHERS = [each for each in RENDERERS if each != MKDOCS]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build one project, with an edition, with every renderer in a folder of its name."""
    folder = copy_project(tmp_path_factory.mktemp("elk") / "klein", GOLDEN / "concepts")
    assert build_site(folder).returncode == 0
    here = Path.cwd()
    os.chdir(folder)
    try:
        assert main(["edition", "2026-2"]) == 0
    finally:
        os.chdir(here)
    for renderer in RENDERERS:
        done = subprocess.run(
            [sys.executable, "-m", "kennisbank", "site", "--renderer", renderer],
            cwd=folder,
            env={**environment(), "PYTHONPATH": str(folder / "scripts")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        (folder / "site").rename(folder / renderer)
    return folder


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, dict[str, Page]]:
    """Give the pages of each."""
    return {renderer: read_pages(folder / renderer) for renderer in RENDERERS}


def test_one_that_is_not_there_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who asks for a renderer that is not installed is told how to get it."""
    monkeypatch.chdir(folder)
    monkeypatch.setitem(RENDERERS, "zensiebel", ())
    assert main(["site", "--renderer", "zensiebel"]) == 2
    assert "typ make site RENDERER=zensiebel" in capsys.readouterr().err


@pytest.mark.parametrize("renderer", OTHERS)
def test_same_files(renderer: str, folder: Path) -> None:
    """The same files stand there, and all that is no page has the same bytes."""
    one, other = read_tree(folder / MKDOCS), read_tree(folder / renderer)
    assert sorted(one) == sorted(other)
    differ = {path for path, content in one.items() if other[path] != content}
    assert {
        path for path in differ if not re.search(r"\.html(\.gz)?$|^sitemap\.xml", path)
    } == set()
    if renderer == "properdocs":
        assert {path for path in differ if not path.startswith("sitemap.xml")} == set()


@pytest.mark.parametrize("renderer", OTHERS)
def test_same_words_and_links(renderer: str, pages: dict[str, dict[str, Page]]) -> None:
    """Every article has the same words and leads to the same places."""
    for address, page in pages[MKDOCS].items():
        if address != "404.html":
            other = pages[renderer][address]
            assert page.words == other.words, address
            assert _targets(address, page) == _targets(address, other), address


@pytest.mark.parametrize("renderer", OTHERS)
def test_same_head(renderer: str, folder: Path) -> None:
    """As a browser reads it, every page has the same policy, styles, scripts and metadata."""
    for file in sorted((folder / MKDOCS).rglob("*.html")):
        other = folder / renderer / file.relative_to(folder / MKDOCS)
        one, two = (_read_head(each) for each in (file, other))
        assert one == two, file


def _read_head(file: Path) -> list[str]:
    head = unescape(file.read_text(encoding="utf-8").partition("</head>")[0]).replace('="./', '="')
    return sorted(re.findall(r"<(?:meta|link|script|title)[^>]*>[^<]*", head))


@pytest.mark.browser
def test_search_and_previews_work(folder: Path, browser: Browser) -> None:
    """In the site of Zensical a misspelling finds its way, and a link shows its card."""
    with serve_site(folder / "zensical") as address:
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
