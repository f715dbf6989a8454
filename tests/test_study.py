"""Practice cards: flipped by key, marked, remembered on the device, wiped; else a plain list."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kennisbank.config import find_project
from kennisbank.model.site import Site
from kennisbank.pages.study import find_opposites, make
from kennisbank.pages.write_page import write_page
from kennisbank.pipeline import check_records

browser_test = [pytest.mark.browser, pytest.mark.slow]
PRACTICE = "oefenen/thema-macht/"


@pytest.fixture
def site(small_project: Path) -> Site:
    """Give the small knowledge base as linked."""
    project = find_project(small_project)
    assert project
    linked = check_records(project).site
    assert linked
    return linked


def test_a_page_for_each_theme_and_route(site: Site) -> None:
    """Each theme and each route has a page of all its concepts, left out of searching."""
    pages = {page.path: write_page(page, None).content.decode() for page in make(site)}
    expected = {f"oefenen/thema-{linked.theme.id}.md" for linked in site.themes}
    expected |= {f"oefenen/route-{linked.route.id}.md" for linked in site.routes}
    assert set(pages) == expected | {"oefenen/index.md"}
    route = site.routes[0]
    text = pages[f"oefenen/route-{route.route.id}.md"]
    assert "noindex: true" in text
    assert all(f'data-kaart="begrip/{step.concept.concept.id}"' in text for step in route.steps)


def test_a_tension_is_asked_once(site: Site) -> None:
    """A tension is asked from the concept that is practised, whichever side that is."""
    for asked, other in (("rivier", "kampvuur"), ("kampvuur", "rivier")):
        (found,) = find_opposites(site.tensions, {asked})
        assert (found.concept.id, [each.id for each, _ in found.answers]) == (asked, [other])
    assert len(find_opposites(site.tensions, {"rivier", "kampvuur"})) == 1
    assert find_opposites(site.tensions, {"meer"}) == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page on a desktop; an error in a script fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    yield opened
    context.close()
    assert errors == []


class TestInTheBrowser:
    """What a student does with the cards."""

    pytestmark = browser_test

    def test_flip_mark_reload_and_wipe(self, page: Page, real_site: str) -> None:
        """By keys alone: a known card stays away after a reload, until everything is wiped."""
        page.goto(f"{real_site}themas/macht/")
        page.get_by_role("link", name="Oefen met deze begrippen").click()
        expect(page).to_have_url(real_site + PRACTICE)
        card = page.locator(".oefenkaart")
        text = card.locator(".oefentekst")
        first = text.inner_text()
        card.focus()
        page.keyboard.press("Space")
        expect(card).to_contain_text("In het kort")
        answer = " ".join(text.inner_text().split())
        expect(page.locator(".oefenen [role=status]")).to_have_text(answer)
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Wist ik", exact=True)).to_be_focused()
        page.keyboard.press("Enter")
        expect(card).to_be_focused()
        second = text.inner_text()
        assert second != first
        page.reload()
        expect(text).to_have_text(second)
        page.get_by_role("button", name="Wis wat ik wist").click()
        expect(text).to_have_text(first)
        assert page.evaluate("localStorage.getItem('oefenen')") is None
        page.reload()
        expect(text).to_have_text(first)

    def test_arrows_go_round(self, page: Page, real_site: str) -> None:
        """The arrow keys go to the next card and back, also past the first one."""
        page.goto(real_site + PRACTICE)
        text = page.locator(".oefentekst")
        first = text.inner_text()
        page.locator(".oefenkaart").focus()
        page.keyboard.press("ArrowRight")
        expect(text).not_to_have_text(first)
        page.keyboard.press("ArrowLeft")
        expect(text).to_have_text(first)
        page.keyboard.press("ArrowLeft")
        expect(page.locator(".oefenkaart")).to_contain_text("tegenpool")

    def test_not_yet_comes_back_and_the_end_is_told(self, page: Page, real_site: str) -> None:
        """A card marked "nog niet" stays among the cards; when all are known the page says so."""
        page.goto(real_site + PRACTICE)
        ids = page.locator("dt[data-kaart]").evaluate_all("all => all.map(e => e.dataset.kaart)")
        all_but_first = json.dumps(dict.fromkeys(ids[1:], "wist"))
        page.evaluate("kept => localStorage.setItem('oefenen', kept)", all_but_first)
        page.reload()
        text = page.locator(".oefentekst")
        only = text.inner_text()
        page.locator(".oefenkaart").click()
        page.get_by_role("button", name="Nog niet").click()
        expect(text).to_have_text(only)
        page.locator(".oefenkaart").click()
        page.get_by_role("button", name="Wist ik", exact=True).click()
        expect(text).to_contain_text("Je hebt alle kaarten gehad")
        page.locator(".oefenkaart").click()
        expect(text).to_have_text(only)

    def test_explanation_first_hides_the_term(self, page: Page, real_site: str) -> None:
        """With the explanation first, the card does not give its own term away."""
        page.goto(real_site + PRACTICE)
        term = page.locator(".oefentekst").inner_text().strip()
        page.get_by_label("De uitleg").check()
        expect(page.locator(".oefenkaart")).to_contain_text("In het kort")
        assert term.casefold() not in page.locator(".oefentekst").inner_text().casefold()

    def test_broken_storage_is_no_trouble(self, page: Page, real_site: str) -> None:
        """What another script left under the same name, or no storage at all, changes nothing."""
        page.goto(real_site + PRACTICE)
        page.evaluate("localStorage.setItem('oefenen', '{kapot')")
        page.reload()
        expect(page.locator(".oefenkaart")).to_be_visible()
        refuse = "get() { throw new DOMException('uit', 'SecurityError') }"
        page.add_init_script(f"Object.defineProperty(window, 'localStorage', {{ {refuse} }})")
        page.reload()
        page.locator(".oefenkaart").click()
        page.get_by_role("button", name="Wist ik", exact=True).click()
        expect(page.locator(".oefenkaart")).to_be_focused()

    def test_buttons_are_large_enough(self, page: Page, real_site: str) -> None:
        """On a small screen every control is at least 24 pixels each way, and nothing overflows."""
        page.set_viewport_size({"width": 320, "height": 700})
        page.goto(real_site + PRACTICE)
        page.locator(".oefenkaart").click()
        for control in page.locator(".oefenen :is(button, label, a):visible").all():
            box = control.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 24
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    def test_list_without_javascript_and_on_paper(
        self, browser: Browser, page: Page, real_site: str
    ) -> None:
        """Without a script, and on paper, the page is the list of all questions and answers."""
        context = browser.new_context(java_script_enabled=False)
        plain = context.new_page()
        plain.goto(real_site + PRACTICE)
        expect(plain.locator(".oefenlijst dd").first).to_be_visible()
        expect(plain.locator(".oefenen")).to_be_hidden()
        context.close()
        page.goto(real_site + PRACTICE)
        expect(page.locator(".oefenlijst")).to_be_hidden()
        page.emulate_media(media="print")
        expect(page.locator(".oefenlijst dd").first).to_be_visible()
        expect(page.locator(".oefenen")).to_be_hidden()
