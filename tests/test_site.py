"""The built site of the real records: whole, linked, and the same from the same input."""

import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from building import ROOT, build_site, copy_project, read_tree
from kennisbank.vocabulary import ANCHORS

SITE_URL = "https://relationeelwerken.nl/"


class _Page(HTMLParser):
    """Collects ids and links of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ids, and what the page points at."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            elif name in ("href", "src") and value and tag != "base":
                self.links.append(value)


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the real records once."""
    folder = copy_project(tmp_path_factory.mktemp("echt") / "een", ROOT / "concepts")
    result = build_site(folder, "--strict")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "WARNING" not in result.stderr
    return folder


@pytest.fixture(scope="session")
def pages(real_project: Path) -> dict[str, _Page]:
    """Give every page by its address."""
    site = real_project / "site"
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): _Page(
            file.read_text(encoding="utf-8")
        )
        for file in site.rglob("*.html")
    }


def _internal_links(pages: dict[str, _Page]) -> Iterator[tuple[str, str, str]]:
    """Give page, target address and anchor of every link within the site."""
    for address, page in pages.items():
        for link in page.links:
            if link.startswith(SITE_URL):
                link = "/" + link.removeprefix(SITE_URL)
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or address == "404.html":
                continue
            path, anchor = urldefrag(link)
            target = _resolve(address, unquote(urlsplit(path).path))
            yield address, target, unquote(anchor)


def _resolve(address: str, path: str) -> str:
    if not path:
        return address
    base = PurePosixPath("/") / address
    base = base if address.endswith("/") or not address else base.parent
    parts: list[str] = []
    for part in (base / path).parts[1:]:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    found = "/".join(parts)
    return f"{found}/" if found and (path.endswith(("/", ".", ".."))) else found


def test_no_broken_link_or_anchor(real_project: Path, pages: dict[str, _Page]) -> None:
    """Every link within the site leads to a file, and every anchor to an id on that page."""
    broken = []
    for address, target, anchor in _internal_links(pages):
        file = real_project / "site" / target
        exists = (file / "index.html").is_file() if file.is_dir() else file.is_file()
        if not exists:
            broken.append(f"{address} -> {target}")
        elif anchor and target in pages and anchor not in pages[target].ids:
            broken.append(f"{address} -> {target}#{anchor}")
    assert broken == []


def test_no_orphan_page(pages: dict[str, _Page]) -> None:
    """Every page is linked from another page."""
    linked = {target for address, target, _ in _internal_links(pages) if target != address}
    assert [a for a in pages if a not in linked and a != "404.html"] == []


def test_ids_are_unique(pages: dict[str, _Page]) -> None:
    """No page has the same id twice."""
    double = {a: {i for i in p.ids if p.ids.count(i) > 1} for a, p in pages.items()}
    assert {a: ids for a, ids in double.items() if ids} == {}


def test_fixed_anchors_stay(pages: dict[str, _Page]) -> None:
    """Every concept page has every fixed anchor, also where a section is empty."""
    concepts = {a: p for a, p in pages.items() if a.startswith("begrippen/") and a != "begrippen/"}
    assert len(concepts) >= 19
    missing = {a: set(ANCHORS) - set(p.ids) for a, p in concepts.items()}
    assert {a: anchors for a, anchors in missing.items() if anchors} == {}


def test_within_three_clicks(pages: dict[str, _Page]) -> None:
    """Every concept is within three clicks of the home page."""
    links: dict[str, set[str]] = {}
    for address, target, _ in _internal_links(pages):
        links.setdefault(address, set()).add(target)
    reached = {""}
    for _ in range(3):
        reached |= {target for address in reached for target in links.get(address, ())}
    assert [a for a in pages if a.startswith("begrippen/") and a not in reached] == []


def test_two_clones_give_the_same_bytes(real_project: Path, tmp_path: Path) -> None:
    """Another copy in another folder gives the same pages and the same site, byte for byte."""
    other = copy_project(tmp_path / "een-heel-andere-map", ROOT / "concepts")
    assert build_site(other).returncode == 0
    for part in ("docs", "site"):
        one, two = read_tree(real_project / part), read_tree(other / part)
        assert sorted(one) == sorted(two)
        assert [name for name in one if one[name] != two[name]] == []
    shutil.rmtree(other)
