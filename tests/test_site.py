"""The built site of the real records: whole, linked, and the same from the same input."""

import shutil
from pathlib import Path

import pytest

from building import ROOT, build_anew, copy_project, read_tree
from html_reading import Page, internal_links, read_pages
from kennisbank.vocabulary import ANCHORS

pytestmark = pytest.mark.slow
SITE_URL = "https://relationeelwerken.nl/"


@pytest.fixture(scope="session")
def pages(real_project: Path) -> dict[str, Page]:
    """Give every page by its address."""
    return read_pages(real_project / "site")


def test_no_broken_link_or_anchor(real_project: Path, pages: dict[str, Page]) -> None:
    """Every link within the site leads to a file, and every anchor to an id on that page."""
    broken = []
    for address, target, anchor in internal_links(pages, SITE_URL):
        file = real_project / "site" / target
        exists = (file / "index.html").is_file() if file.is_dir() else file.is_file()
        if not exists:
            broken.append(f"{address} -> {target}")
        elif anchor and target in pages and anchor not in pages[target].ids:
            broken.append(f"{address} -> {target}#{anchor}")
    assert broken == []


def test_no_orphan_page(pages: dict[str, Page]) -> None:
    """Every page is linked from another page; identifiers (id/) only lead to one."""
    linked = {target for address, target, _ in internal_links(pages, SITE_URL) if target != address}
    stands_alone = [a for a in pages if a not in linked and not a.startswith("id/")]
    assert stands_alone == ["404.html"]


def test_ids_are_unique(pages: dict[str, Page]) -> None:
    """No page has the same id twice."""
    double = {a: {i for i in p.ids if p.ids.count(i) > 1} for a, p in pages.items()}
    assert {a: ids for a, ids in double.items() if ids} == {}


def test_fixed_anchors_stay(pages: dict[str, Page]) -> None:
    """Every concept page has every fixed anchor, also where a section is empty."""
    concepts = {a: p for a, p in pages.items() if a.startswith("begrippen/") and a != "begrippen/"}
    assert len(concepts) >= 19
    missing = {a: set(ANCHORS) - set(p.ids) for a, p in concepts.items()}
    assert {a: anchors for a, anchors in missing.items() if anchors} == {}


def test_within_three_clicks(pages: dict[str, Page]) -> None:
    """Every concept is within three clicks of the home page."""
    links: dict[str, set[str]] = {}
    for address, target, _ in internal_links(pages, SITE_URL):
        links.setdefault(address, set()).add(target)
    reached = {""}
    for _ in range(3):
        reached |= {target for address in reached for target in links.get(address, ())}
    assert [a for a in pages if a.startswith("begrippen/") and a not in reached] == []


def test_two_clones_give_the_same_bytes(real_project: Path, tmp_path: Path) -> None:
    """Another copy in another folder gives the same pages and the same site, byte for byte."""
    other = copy_project(tmp_path / "een-heel-andere-map", ROOT / "concepts")
    assert build_anew(other).returncode == 0
    for part in ("docs", "site"):
        one, two = read_tree(real_project / part), read_tree(other / part)
        assert sorted(one) == sorted(two)
        assert [name for name in one if one[name] != two[name]] == []
    shutil.rmtree(other)
