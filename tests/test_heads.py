"""What a page tells of itself to browsers, to other sites and on paper: all pages of the site."""

import re
from collections import Counter, defaultdict
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kennisbank.bridge.pictures import SIZE, Brush

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parent.parent
KLEUREN = ROOT / "docs" / "assets" / "kleuren.css"


@pytest.fixture(scope="module")
def pages(real_project: Path) -> dict[str, str]:
    """Give every page for readers by its address; frozen editions and cards are none."""
    site = real_project / "site"
    found = {file.parent.relative_to(site).as_posix(): file for file in site.rglob("index.html")}
    texts = {address: file.read_text(encoding="utf-8") for address, file in found.items()}
    return {
        address: text
        for address, text in texts.items()
        if " data-soort=" in text and not re.match(r"edities/\d|insluiten/", address)
    }


def test_no_two_pages_have_one_title(pages: dict[str, str]) -> None:
    """In a list of tabs and in a search engine every page can be told from every other."""
    titles = defaultdict(list)
    for address, text in pages.items():
        titles[re.findall("<title>(.*)</title>", text)[0]].append(address)
    assert len(pages) > 250
    assert {title: shared for title, shared in titles.items() if len(shared) > 1} == {}


def test_a_search_engine_follows_the_links_of_drawings(pages: dict[str, str]) -> None:
    """They are links as all others: one named in the way of XLink is not followed."""
    assert [address for address, text in pages.items() if "xlink:href" in text] == []
    assert '<a href="../begrippen/macht/" class="kern"' in pages["kaart"]


def test_pages_beside_the_site_have_titles_of_their_own(real_project: Path) -> None:
    """The fixed address of a record and its card to embed say which they are."""
    site = real_project / "site"
    files = [*site.glob("id/*/*/index.html"), *site.glob("insluiten/**/index.html")]
    files += [site / "404.html", site / "begrippen" / "macht" / "index.html", site / "index.html"]
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    titles = Counter(
        re.findall("<title>(.*)</title>", text)[0]
        for text in texts.values()
        if 'http-equiv="refresh"' not in text
    )
    assert len(titles) > 250
    assert [title for title, times in titles.items() if times > 1] == []


def test_who_holds_only_the_paper_finds_the_page(pages: dict[str, str]) -> None:
    """The page of every record, tension and lesson has its address as a QR code on paper."""
    for address, text in pages.items():
        if re.match(r"(begrippen|themas|personen|bronnen|voorbeelden|casussen)/", address):
            assert 'class="papier alleen-op-papier"><svg' in text, address
        if re.match(r"(leerroutes|lessen|spanningen)/", address):
            assert 'class="papier alleen-op-papier"><svg' in text, address


def test_every_shared_link_has_a_picture(real_project: Path, pages: dict[str, str]) -> None:
    """What can be cited has one of its own, every other page the one of the site, with words."""
    own = set()
    for address, text in pages.items():
        [picture] = re.findall(r'"og:image" content="https://relationeelwerken.nl/(.*?)"', text)
        [words] = re.findall(r'"og:image:alt" content="(.*?)"', text)
        assert words.endswith("– Kennisbank Relationeel Werken")
        content = (real_project / "site" / picture).read_bytes()
        assert Image.open(BytesIO(content)).size == SIZE
        if picture.startswith("deelkaarten/"):
            assert picture == f"deelkaarten/{address}.png"
            assert words.startswith(re.findall(r'"og:title" content="(.*?)"', text)[0])
            assert len(content) <= 15_000, picture
            own.add(picture)
    drawn = (real_project / "site" / "deelkaarten").rglob("*.png")
    assert {file.relative_to(real_project / "site").as_posix() for file in drawn} == own
    assert {"deelkaarten/begrippen/macht.png", "deelkaarten/themas/macht.png"} <= own


def test_a_picture_has_the_same_bytes_each_time(real_project: Path) -> None:
    """Whoever builds the site again puts no other picture there."""
    brush = Brush(ROOT / "docs", "Kennisbank Relationeel Werken")
    colour = re.findall(r"--macht: light-dark\((#\w{6})", KLEUREN.read_text(encoding="utf-8"))[0]
    drawn = real_project / "site" / "deelkaarten" / "begrippen" / "macht.png"
    assert drawn.read_bytes() == brush.draw("Macht", "begrip", colour)


@pytest.mark.parametrize(
    "title", ["Macht", "Zorg & welzijn", "Woord " * 60, "Lang" * 40, "W" * 99, ""]
)
def test_a_title_stays_inside_its_picture(title: str) -> None:
    """A long one becomes smaller, and is cut in the end: nothing is written over the edge."""
    drawn = Brush(ROOT / "docs", "Kennisbank").draw(title, "begrip", "#6b2c63")
    picture = Image.open(BytesIO(drawn)).convert("L")
    background = picture.getpixel((0, 0))
    right = picture.crop((1130, 0, 1200, 630))
    assert right.getextrema() == (background, background)
    assert picture.crop((0, 480, 1200, 505)).getextrema() == (background, background)
