"""Two concepts side by side: picked, shared by address, and a list without JavaScript."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import open_page
from kennisbank.config import find_project
from kennisbank.pages.compare import make
from kennisbank.pages.write_page import write_page
from kennisbank.pipeline import check_records

browser_test = [pytest.mark.browser, pytest.mark.slow]
PAIR = "vergelijk/?a=macht&b=empowerment"


def test_every_concept_can_be_picked(small_project: Path) -> None:
    """The page offers each concept once, in the group of its theme, and links each tension."""
    project = find_project(small_project)
    assert project
    site = check_records(project).site
    assert site
    (page,) = make(site)
    text = write_page(page, None).content.decode()
    assert all(text.count(f'<option value="{name}">') == 1 for name in site.concepts)
    assert all(f"../spanningen/{tension.id}.md" in text for tension in site.tensions)
    water = text.partition('data-id="water"')[2].partition("</optgroup>")[0]
    assert water.index("Boot") < water.index("Meer") < water.index("Rivier")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page on a desktop; an error in a script fails the test."""
    with open_page(browser, viewport={"width": 1280, "height": 800}) as opened:
        yield opened


class TestInTheBrowser:
    """What a reader does with the page."""

    pytestmark = browser_test

    def test_pick_share_and_go_back(self, page: Page, real_site: str) -> None:
        """Two picked concepts stand side by side; the address holds them; back undoes a choice."""
        page.goto(f"{real_site}begrippen/macht/")
        page.get_by_role("link", name="Vergelijk met een ander begrip").click()
        expect(page).to_have_url(f"{real_site}vergelijk/?a=macht")
        expect(page.locator(".vergelijk-stand")).to_have_text("Kies nog een tweede begrip.")
        page.get_by_label("Tweede begrip").select_option("empowerment")
        page.get_by_role("button", name="Vergelijk").click()
        expect(page).to_have_url(real_site + PAIR)
        sides = page.locator(".kant")
        expect(sides).to_have_count(2)
        expect(sides.first).to_contain_text("Definitie")
        expect(page.locator(".vergelijk-stand")).to_contain_text("staan hieronder naast elkaar")
        left, right = (sides.nth(number).bounding_box() for number in (0, 1))
        assert left
        assert right
        assert left["x"] + left["width"] <= right["x"]
        page.get_by_label("Eerste begrip").select_option("verbinden")
        page.get_by_label("Eerste begrip").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(sides.first.get_by_role("heading").first).to_have_text("Verbinden")
        page.go_back()
        expect(sides.first.get_by_role("heading").first).to_have_text("Macht")
        expect(page.get_by_label("Eerste begrip")).to_have_value("macht")

    def test_shared_address_shows_the_relation(self, page: Page, real_site: str) -> None:
        """An address with a tension shows its reason and leads to the page of the pair."""
        page.goto(f"{real_site}vergelijk/?a=zelfredzaamheid&b=samenredzaamheid")
        link = page.get_by_role("link", name="Naar de pagina van deze spanning")
        link.click()
        expect(page).to_have_url(f"{real_site}spanningen/samenredzaamheid-zelfredzaamheid/")

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            ("a=bestaat-niet&b=macht", "We kennen geen begrip “bestaat-niet”"),
            ("a=macht&b=macht", "twee keer hetzelfde begrip"),
            ("a=../../x&b=<i>", "We kennen geen begrip “../../x”"),
        ],
    )
    def test_wrong_address_gets_a_line(
        self, page: Page, real_site: str, asked: str, said: str
    ) -> None:
        """What is no pair gives a friendly line, and the pickers stay."""
        page.goto(f"{real_site}vergelijk/?{asked}")
        expect(page.locator(".vergelijk-stand")).to_contain_text(said)
        expect(page.locator(".kant")).to_have_count(0)
        expect(page.get_by_label("Eerste begrip")).to_be_visible()

    def test_sides_stack_on_a_phone(self, page: Page, real_site: str) -> None:
        """On a narrow screen the second concept stands below the first."""
        page.set_viewport_size({"width": 320, "height": 700})
        page.goto(real_site + PAIR)
        expect(page.locator(".kant")).to_have_count(2)
        first, second = (page.locator(".kant").nth(number).bounding_box() for number in (0, 1))
        assert first
        assert second
        assert second["y"] >= first["y"] + first["height"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    def test_nothing_is_fetched_before(self, page: Page, real_site: str) -> None:
        """The page asks for data only when two concepts are chosen."""
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{real_site}vergelijk/", wait_until="networkidle")
        assert [url for url in asked if "/data/" in url] == []

    def test_without_javascript(self, browser: Browser, real_site: str) -> None:
        """Without a script the page explains itself and lists the tensions."""
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(real_site + PAIR)
        expect(page.get_by_text("Zelf kiezen werkt alleen met JavaScript")).to_be_visible()
        expect(page.locator("form[data-vergelijk]")).to_be_hidden()
        expect(page.locator(".vergelijk-paren a").first).to_be_visible()
        context.close()
