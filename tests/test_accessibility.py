"""WCAG 2.2 AA on every type of page, light and dark, on a narrow and a wide screen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from serving import choose_pages

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
COMPARED = "vergelijk/?a=macht&b=empowerment"
LESSON = "lijst/?lijst=leerroute/macht-in-de-relatie,begrip/macht&titel=Macht&n2=Lees+dit"
LISTED = "lijst/?"  # with what the page before it keeps
SIZES = "kaartje/?kaart=insluiten/macht/&hoogte=300"
KEPT = """localStorage.setItem("bewaard", '{"begrip/macht":"M","casus/de-ketting":"De ketting"}')"""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
RULES = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "dark": ["color-contrast", "link-in-text-block"],
}
"""What axe looks for: all, and then what other colours (kleuren.css) can change."""


@pytest.fixture(params=[320, 1280], ids=["320px", "1280px"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Give a page of each width; the policy of the site would keep axe out."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 800},
        reduced_motion="reduce",
        bypass_csp=True,
    )
    yield context.new_page()
    context.close()


def test_axe_finds_nothing(page: Page, real_site: str, real_project: Path) -> None:
    """The axe-core rules find no violation on any type of page, and nothing scrolls sideways."""
    faults = []
    for address in (*choose_pages(real_project / "site"), COMPARED, LESSON, LISTED, SIZES):
        page.goto(real_site + address)
        if address == COMPARED:
            expect(page.locator(".kant")).to_have_count(2)
        if address in (LESSON, LISTED):
            expect(page.locator(".lijst > li")).to_have_count(2)
            page.evaluate(KEPT)
        if address == SIZES:
            expect(page.locator("#maten iframe")).to_have_count(3)
        page.evaluate("document.fonts.ready.then(() => true)")
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if overflow > 0:
            faults.append(f"/{address}: {overflow} px too wide")
        page.evaluate(AXE)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found: dict[str, Any] = page.evaluate(
                "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})",
                RULES[scheme],
            )
            faults += [
                f"/{address}, {scheme}: {fault['id']}: {node['target']} {node['failureSummary']}"
                for fault in found["violations"]
                for node in fault["nodes"]
            ]
    assert faults == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_focus_is_seen(scheme: Literal["light", "dark"], page: Page, real_site: str) -> None:
    """Whatever the Tab key reaches is on the screen, has an outline and is large enough."""
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{real_site}begrippen/macht/")
    for _ in range(30):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const element = document.activeElement;
                const shape = element.getBoundingClientRect();
                const styles = [element, element.closest("label") ?? element, element.parentElement]
                    .map((one) => getComputedStyle(one));
                const middle = [shape.left + shape.width / 2, shape.top + shape.height / 2];
                const inside = middle[0] >= 0 && middle[1] >= 0
                    && middle[0] <= innerWidth && middle[1] <= innerHeight;
                return { name: element.outerHTML.slice(0, 80), inside,
                    outlined: styles.some((one) => one.outlineStyle !== "none") };
            }"""
        )
        assert seen["inside"], seen["name"]
        assert seen["outlined"], seen["name"]


def test_english_is_marked(page: Page, real_site: str) -> None:
    """An English term says that it is English, so that a screen reader says it as such."""
    page.goto(f"{real_site}begrippen/macht/")
    expect(page.locator("article [lang=en]").first).to_have_text("power")
    expect(page.locator("html")).to_have_attribute("lang", "nl")
