"""The card for other sites: it fits, runs no script, asks nobody else; its code reads back."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Literal

import numpy
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, expect

from building import ROOT
from html_reading import Page
from kennisbank.pages.share import card_address, card_height
from kennisbank.pages.subject import Subject, list_subjects
from kennisbank.qr import draw_address_file
from packages import make_files, make_real_files, read_real_site
from serving import serve_site

SIZES = (320, 800)


@pytest.fixture(scope="module")
def subjects() -> list[Subject]:
    """Give what every real page is about."""
    return list(list_subjects(read_real_site()))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the cards of the real records, with the security policy of the site."""
    folder = tmp_path_factory.mktemp("kaarten")
    for path, content in make_real_files().items():
        if path.startswith("insluiten/"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    (folder / "assets").mkdir()
    for name in ("insluiten.css", "favicon.svg"):
        (folder / "assets" / name).write_bytes((ROOT / "docs" / "assets" / name).read_bytes())
    with serve_site(folder) as served:
        yield served


def test_card_has_no_script_and_stays_on_its_own_site() -> None:
    """A card is HTML and one style sheet; every link leads to the page itself."""
    cards = {p: c for p, c in make_files().items() if p.startswith("insluiten/") and "html" in p}
    assert cards
    for content in cards.values():
        text = content.decode()
        assert "<script" not in text
        assert '<base target="_blank">' in text
        for link in Page(text).links:
            assert link.startswith(("https://klein.example/", "../"))


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_card_fits_in_a_sandboxed_frame(
    browser: Browser, address: str, subjects: list[Subject], scheme: Literal["light", "dark"]
) -> None:
    """At 320 and 800 pixels the offered height holds the whole card, without a complaint."""
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    longest = sorted(subjects, key=lambda s: (len(s.text), s.address))[-6:]
    titled = sorted(subjects, key=lambda s: (len(s.title), s.address))[-4:]
    for subject in (*longest, *titled):
        height = card_height(subject.title, subject.text)
        for width in SIZES:
            link = f"{address}{card_address(subject.kind, subject.address)}"
            page.set_content(
                f'<iframe sandbox="allow-scripts" width="{width}" height="{height}" src="{link}">'
                "</iframe>"
            )
            page.wait_for_load_state("networkidle")
            frame = page.frames[1]
            size = frame.evaluate(
                "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
            )
            assert size[0] <= width, (subject.address, width, size)
            assert size[1] <= height, (subject.address, width, size, height)
    assert said == []
    assert [url for url in asked if not url.startswith((address, "about:"))] == []
    context.close()


@pytest.mark.browser
def test_codes_lead_to_the_exact_address(browser: Browser, tmp_path: Path) -> None:
    """Another reader finds in each code the address of its page, letter for letter."""
    files = make_files()
    codes = {p: c for p, c in files.items() if p.endswith("/qr.svg")}
    page = browser.new_page()
    for path, content in codes.items():
        page.set_content(content.decode())
        picture = Image.open(BytesIO(page.locator("svg").screenshot())).convert("L")
        found = [result.text for result in zxingcpp.read_barcodes(numpy.asarray(picture))]
        card = files[path.replace("qr.svg", "index.html")].decode()
        assert found == [next(link for link in Page(card).links if link.startswith("https:"))]
    page.close()


def test_a_code_is_black_on_white_in_every_colour_scheme() -> None:
    """The code carries its own white ground and border."""
    assert b'fill="#fff"' in draw_address_file("https://klein.example/begrippen/meer/")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1280])
def test_sizes_are_seen_before_they_are_copied(
    browser: Browser, real_site: str, width: int
) -> None:
    """From a page to its card in three sizes: each shows what fits, without a scrollbar."""
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{real_site}begrippen/nabijheid/#delen")
    link = page.get_by_role("link", name="Kies een maat en bekijk het kaartje").first
    page.goto(f"{real_site}begrippen/nabijheid/{link.get_attribute('href')}")
    frames = page.locator("#maten iframe")
    expect(frames).to_have_count(3)
    for number, fits in enumerate(((False, False), (True, False), (True, width > 600))):
        inside = frames.nth(number).content_frame
        expect(inside.get_by_role("link", name="Nabijheid")).to_be_visible()
        for part, is_shown in zip((".kort", ".vraag"), fits, strict=True):
            expect(inside.locator(part)).to_be_visible(visible=is_shown)
        overflow = "document.documentElement.scrollHeight - innerHeight"
        assert inside.locator("body").evaluate(f"() => {overflow}") <= 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    code = page.locator("#maten code").last.inner_text()
    assert code.startswith('<iframe src="https://relationeelwerken.nl/insluiten/nabijheid/"')
    assert code.endswith('style="border:0"></iframe>')
    page.goto(f"{real_site}kaartje/?kaart=//elders.example/")
    expect(page.get_by_text("Kies eerst een pagina")).to_be_visible()
    assert said == []
    context.close()
