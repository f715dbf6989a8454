"""Reading in a browser: previews, colours, filter, menu, paper, and pages without JavaScript."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CONCEPT = "begrippen/macht/"
PHONE = ViewportSize(width=390, height=844)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a fresh page of a desktop reader."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, color_scheme="light")
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """Give the browser of a phone."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    yield context
    context.close()


def test_preview_by_mouse(page: Page, real_site: str) -> None:
    """Hovering shows the card, the pointer may rest on it, and Escape takes it away."""
    page.goto(real_site + CONCEPT)
    link = page.locator("article p a").get_by_text("empowerment").first
    card = page.get_by_role("tooltip")
    link.hover()
    expect(card).to_contain_text("Empowerment")
    card.hover()
    page.wait_for_timeout(500)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    link.hover()
    expect(card).to_be_visible()
    page.get_by_role("heading", level=1).hover()
    expect(card).to_be_hidden()


def test_preview_by_keyboard(page: Page, real_site: str) -> None:
    """Focus shows the card and names it for screen readers; Escape hides it, the focus stays."""
    page.goto(real_site + CONCEPT)
    link = page.locator("article p a").get_by_text("empowerment").first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    card = page.get_by_role("tooltip")
    expect(card).to_contain_text("Empowerment")
    expect(link).to_have_attribute("aria-describedby", "kaartje")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(link).to_be_focused()


def test_preview_by_touch(phone: BrowserContext, real_site: str) -> None:
    """On touch a link in the text opens a sheet, which leads on, compares and closes."""
    page = phone.new_page()
    page.goto(real_site + CONCEPT)
    link = page.locator("article p a").get_by_text("empowerment").first
    sheet = page.get_by_role("dialog", name="Empowerment")
    link.tap()
    expect(sheet).to_contain_text("eigen kracht")
    expect(sheet.get_by_role("link", name="Vergelijk")).to_have_attribute(
        "href", re.compile(r"a=macht&b=empowerment$")
    )
    sheet.get_by_role("button", name="Sluit").tap()
    expect(sheet).to_be_hidden()
    link.tap()
    sheet.get_by_role("link", name="Lees verder").tap()
    expect(page).to_have_url(f"{real_site}begrippen/empowerment/")


SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 500);
})"""


@pytest.mark.parametrize("address", [CONCEPT, "themas/macht/", "zoeken/", "docenten/", "bronnen/"])
def test_nothing_shifts(phone: BrowserContext, real_site: str, address: str) -> None:
    """What arrives later (marks, link buttons, fonts, tools) finds its room there already."""
    page = phone.new_page()
    page.goto(real_site + address)
    assert page.evaluate(SHIFTS) < 0.001


def test_colours_are_remembered(page: Page, real_site: str) -> None:
    """The choice of dark colours holds on the next page, and can be undone."""
    page.goto(real_site)
    body = page.locator("body")
    expect(body).to_have_css("background-color", "rgb(251, 248, 243)")
    page.get_by_role("radio", name="Donker").check(force=True)
    expect(body).to_have_css("background-color", "rgb(24, 22, 20)")
    page.goto(real_site + CONCEPT)
    expect(body).to_have_css("background-color", "rgb(24, 22, 20)")
    page.get_by_role("radio", name="Zoals je apparaat").check(force=True)
    expect(body).to_have_css("background-color", "rgb(251, 248, 243)")
    page.emulate_media(color_scheme="dark")
    expect(body).to_have_css("background-color", "rgb(24, 22, 20)")


def test_list_filters_by_theme(page: Page, real_site: str) -> None:
    """A theme above the list leaves its own concepts; the address keeps the choice."""
    page.goto(f"{real_site}begrippen/")
    page.get_by_role("navigation", name="Per thema").get_by_role("link", name="Macht").click()
    expect(page).to_have_url(f"{real_site}begrippen/?thema=macht")
    expect(page.locator(".lemma[data-thema=macht]").first).to_be_visible()
    expect(page.locator(".lemma[data-thema=continuiteit]").first).to_be_hidden()
    page.reload()
    expect(page.locator(".lemma[data-thema=continuiteit]").first).to_be_hidden()


def test_menu_opens_on_a_phone(phone: BrowserContext, real_site: str) -> None:
    """The menu is behind one button, and Escape closes it."""
    page = phone.new_page()
    page.goto(real_site)
    link = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Thema’s")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="Menu").tap()
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()


def test_reading_without_javascript(browser: Browser, real_site: str) -> None:
    """Text, menu, links and the form of the home page are there without a script."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 800}
    )
    page = context.new_page()
    page.goto(real_site + CONCEPT)
    expect(page.get_by_role("heading", name="Wie zegt wat")).to_be_visible()
    expect(page.locator(".buurt a").first).to_be_visible()
    expect(page.locator(".kleurkeuze")).to_be_hidden()
    page.locator("article p a").get_by_text("empowerment").first.click()
    expect(page).to_have_url(f"{real_site}begrippen/empowerment/")
    page.goto(f"{real_site}begrippen/")
    page.get_by_role("navigation", name="Per thema").get_by_role("link", name="Macht").click()
    expect(page).to_have_url(f"{real_site}themas/macht/")
    page.goto(real_site)
    page.get_by_role("searchbox").first.fill("macht")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{real_site}zoeken/?q=macht")
    context.close()


def test_paper(page: Page, real_site: str, real_project: Path) -> None:
    """The fullest concepts print on two pages, with the address and without the frame."""
    files = (real_project / "site/begrippen").glob("*/index.html")
    fullest = sorted(files, key=lambda file: file.stat().st_size)[-8:]
    for file in fullest:
        page.goto(f"{real_site}begrippen/{file.parent.name}/")
        pages = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
        assert 1 <= pages <= 2, file.parent.name
    page.goto(real_site + CONCEPT)
    page.emulate_media(media="print")
    expect(page.locator(".kop")).to_be_hidden()
    expect(page.locator(".papier")).to_contain_text("relationeelwerken.nl/begrippen/macht/")
    expect(page.locator(".papier svg")).to_be_visible()


def test_nothing_below_the_footer_asks_for_a_sheet(page: Page, real_site: str) -> None:
    """A page that fills its sheet to the last line has no empty one behind it."""
    page.set_viewport_size({"width": 666, "height": 400})
    page.goto(f"{real_site}bronnen/")
    page.emulate_media(media="print")
    below = "document.documentElement.scrollHeight - document.querySelector('.voet').offsetTop"
    assert page.evaluate(f"{below} - document.querySelector('.voet').offsetHeight") <= 0


def test_a_heading_is_called_what_it_says(page: Page, real_site: str) -> None:
    """The link that copies its address is no part of the name of a heading."""
    page.goto(real_site + CONCEPT)
    expect(page.get_by_role("heading", name="Toelichting", exact=True)).to_have_count(1)
    link = page.get_by_role("link", name="Kopieer de link naar: Toelichting", exact=True)
    expect(link).to_have_count(1)
