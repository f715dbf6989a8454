"""Zensical renders the same folder with the same overrides: same pages, same words, same links."""

import subprocess
import sys

import pytest

from building import GOLDEN, build_site, copy_project, environment
from html_reading import Page, read_pages, resolve

pytest.importorskip("zensical", reason="the optional group zensical is not installed")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Page], dict[str, Page]]:
    """Build one project with MkDocs and with Zensical; give the pages of each."""
    folder = copy_project(tmp_path_factory.mktemp("twee") / "klein", GOLDEN / "concepts")
    result = build_site(folder)
    assert result.returncode == 0, result.stderr
    (folder / "site").rename(folder / "met-mkdocs")
    zensical = [sys.executable, "-m", "zensical", "build"]
    done = subprocess.run(
        zensical, cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
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


def _targets(address: str, page: Page) -> list[str]:
    return [
        resolve(address, path) + hash_mark + anchor
        for path, hash_mark, anchor in (link.partition("#") for link in page.article_links)
        if "://" not in path
    ]
