"""Practice cards: flipped by key, marked, remembered on the device, wiped; else a plain list."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import open_page
from kennisbank.config import find_project
from kennisbank.model.site import Site
from kennisbank.pages.study import find_opposites, find_pairs, make
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


def test_which_of_two_asks_either_side(site: Site) -> None:
    """The same two names are offered with the definition of each, so that order tells nothing."""
    meant = [side.concept.id for _, side in find_pairs(site.tensions, {"rivier", "kampvuur"})]
    assert sorted(meant) == ["kampvuur", "rivier"]
    assert list(find_pairs(site.tensions, {"meer"})) == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page on a desktop; an error in a script fails the test."""
    with open_page(browser, viewport={"width": 1280, "height": 800}) as opened:
        yield opened


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
        answer = " ".join(text.inner_text().split())
        expect(page.locator(".oefenen [role=status]")).to_have_text(answer)
        assert answer.casefold() not in first.casefold(), "the front gives its answer away"
        page.keyboard.press("3")
        expect(card).to_be_focused()
        second = text.inner_text()
        assert second != first
        page.reload()
        expect(text).to_have_text(second)
        page.get_by_role("button", name="Wis wat ik wist").click()
        expect(text).to_have_text(first)
        assert page.evaluate("localStorage.getItem('oefenen')") is None

    def test_cards_come_back_by_the_boxes_of_leitner(self, page: Page, real_site: str) -> None:
        """Known again, a card comes back later; almost known, it comes back tomorrow."""
        page.clock.set_fixed_time("2026-11-27T12:00:00")
        page.goto(real_site + PRACTICE)
        waits = []
        for day, name in enumerate(("Wist ik", "Wist ik", "Bijna", "Wist ik")):
            page.clock.set_fixed_time(f"{2027 + day}-11-27T12:00:00")
            page.goto(f"{real_site}{PRACTICE}?begin=macht")
            page.locator(".oefenkaart").click()
            expect(page.locator(".oefentekst")).to_have_text("Macht")
            answer = page.get_by_role("button", name=name)
            waits.append(answer.inner_text().split("\n")[-1])
            answer.click()
        assert waits == ["over 3 dagen", "over 7 dagen", "morgen", "over 3 dagen"]

    def test_a_round_tells_how_far_it_is_and_ends(self, page: Page, real_site: str) -> None:
        """Twelve cards a round; one that was not known comes back before the end."""
        page.goto(real_site + PRACTICE)
        stand = page.locator(".oefenstand > span")
        expect(stand).to_have_text("1 van 12")
        first = last = page.locator(".oefentekst").inner_text()
        page.locator(".oefenkaart").click()
        page.keyboard.press("1")
        for number in range(1, 13):
            expect(stand).to_have_text(f"{number} van 12")
            last = page.locator(".oefentekst").inner_text()
            page.locator(".oefenkaart").click()
            page.keyboard.press("3")
        assert last == first
        expect(page.locator(".oefenkaart")).to_contain_text("over 3 dagen")
        page.get_by_role("button", name="Nog een ronde").click()
        expect(stand).to_have_text(re.compile("^1 van "))

    def test_a_plan_up_to_a_test(self, page: Page, real_site: str, tmp_path: Path) -> None:
        """A day gives the days to practise, and the same as a file that a calendar reads."""
        page.clock.set_fixed_time("2026-11-27T12:00:00")
        page.goto(real_site + PRACTICE)
        day = page.get_by_label("Heb je een toets? Kies de dag")
        day.fill("2026-11-26")
        expect(page.locator(".toets output")).to_have_text("Kies een dag die nog komt.")
        day.fill("2026-12-05")
        expect(page.locator(".toets output")).to_have_text(
            "Oefen vandaag, zaterdag 28 november, woensdag 2 december, vrijdag 4 december."
        )
        with page.expect_download() as download:
            page.get_by_role("link", name="Zet het plan in je agenda").click()
        download.value.save_as(tmp_path / "plan.ics")
        lines = (tmp_path / "plan.ics").read_bytes().decode().split("\r\n")
        starts = [line.rpartition(":")[2] for line in lines if line.startswith("DTSTART")]
        assert starts == ["20261127", "20261128", "20261202", "20261204"]
        assert "SUMMARY:Oefenen: Macht" in lines
        assert max(map(len, lines)) <= 75

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
        page.get_by_role("button", name="Wist ik").click()
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
