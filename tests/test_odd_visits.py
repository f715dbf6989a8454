"""Whatever the address or storage holds, whatever the browser forbids: no script stumbles."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from building import GOLDEN, build_site, copy_project
from serving import choose_pages, serve_site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ENDS = ("#%", "#%E0%A4%A", '#"]:is(<', "#verwant%", "?q=%&les=%&a=%&b=%&thema=%#%")
FORBID = """
const refuse = () => { throw new DOMException("no", "SecurityError") };
Object.defineProperty(window, "localStorage", { get: refuse });
for (const name of ["replaceState", "pushState"]) history[name] = refuse;
"""
SPOIL = """
if (location.host) for (const name of ["oefenen", "kleuren"]) localStorage.setItem(name, "{'");
"""
TOUCH = """() => {
  for (const kind of ["click", "submit"])
    addEventListener(kind, event => event.preventDefault(), true);
  const say = (each, kind, bubbles = true) =>
    each.dispatchEvent(new PointerEvent(kind, { bubbles, cancelable: true, pointerType: "mouse" }));
  for (const each of document.querySelectorAll("a, summary, input, select, button")) {
    for (const kind of ["pointerover", "pointerdown", "focusin", "click", "change"])
      say(each, kind);
    say(each, "focus", false);
  }
  for (const each of document.querySelectorAll("main form")) each.requestSubmit();
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small site that has every kind of page, and a mail address."""
    project = copy_project(tmp_path_factory.mktemp("raar"), GOLDEN / "concepts")
    done = build_site(project)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """Give a page that fails the test on an uncaught error."""
    with serve_site(site) as address:
        context = browser.new_context(base_url=address)
        # A dialog of the browser would wait for somebody; also in frames, and after a page went on.
        context.add_init_script("window.print = () => {};")
        opened = context.new_page()
        faults: list[str] = []
        context.on(
            "weberror", lambda said: faults.append(f"{said.page and said.page.url}: {said.error}")
        )
        yield opened
        context.close()
    assert faults == []


@pytest.mark.parametrize("before", ["", FORBID, SPOIL], ids=["plain", "forbidden", "spoilt"])
def test_no_script_stumbles(before: str, page: Page, site: Path) -> None:
    """Every kind of page, with odd ends of its address, and every control touched."""
    page.context.add_init_script(before)
    paths = choose_pages(site)
    assert {
        "zoeken/",
        "vergelijk/",
        "kaart/",
        "docenten/",
        "lijst/",
        "oefenen/thema-water/",
    } <= set(paths)
    for number, path in enumerate(paths):
        visit = page.context.new_page()
        visit.goto(path + ENDS[number % len(ENDS)])
        visit.evaluate(TOUCH)
        visit.close()


def test_report_of_an_odd_address(page: Page) -> None:
    """A hash that is no text names no section; the report is about the whole page."""
    page.goto("begrippen/meer/#%")
    link = page.get_by_role("link", name="Klopt er iets niet?")
    link.focus()
    assert "Meer" in (link.get_attribute("href") or "")


@pytest.mark.parametrize("answer", ["404", "page", "blocked"])
def test_lists_that_do_not_come(answer: str, page: Page) -> None:
    """Without their data the pages to choose and to compare say so."""
    ways = {
        "404": lambda route: route.fulfill(status=404, body="weg"),
        "page": lambda route: route.fulfill(body="<p>Log in</p>", content_type="text/html"),
        "blocked": lambda route: route.abort(),
    }
    page.route("**/data/**", ways[answer])
    page.goto("lijst/")
    expect(page.get_by_text("de lijst komt niet binnen")).to_be_visible()
    page.goto("vergelijk/?a=meer&b=rivier")
    expect(page.get_by_text("De begrippen komen niet binnen")).to_be_visible()
