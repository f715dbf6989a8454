"""When a file of searching does not come, a sentence says so and leads to the list from A to Z."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from searching import ask
from serving import serve_plainly, serve_site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PIECES = (
    "**/data/zoeken/begin.json*",
    "**/data/zoeken/w-*",
    "**/data/zoeken/p-*",
)
"""What is needed to answer any question."""
OURS = (
    "**/assets/zoeken/pagina.js",
    "**/assets/zoeken/antwoord.js",
    "**/assets/zoeken/motor.js",
    "**/assets/zoeken/stukken.js",
    "**/assets/zoeken/vraag.js",
    "**/assets/zoeken/woorden.js",
    "**/assets/zoeken/stam.js",
    "**/assets/zoeken/weergave.js",
    "**/assets/script.*",
)
FIELD = ("**/assets/zoeken/veld.js", OURS[2], *PIECES)
QUICK = 15_000

WAYS: dict[str, Callable[[Route], None]] = {
    "blocked": lambda route: route.abort(),
    "404": lambda route: route.fulfill(status=404, body="weg", content_type="text/plain"),
    "500": lambda route: route.fulfill(status=500, body="stuk", content_type="text/plain"),
    "another page": lambda route: route.fulfill(body="<p>Log in</p>", content_type="text/html"),
    "empty": lambda route: route.fulfill(body="", content_type="application/octet-stream"),
}


@pytest.fixture
def context(browser: Browser, real_site: str) -> Iterator[BrowserContext]:
    """Give a reader of the site with nothing in store."""
    made = browser.new_context(base_url=real_site, viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Give a page that fails the test on an uncaught error."""
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    # A host that gives a page for a script makes the browser complain, not us.
    assert [fault for fault in faults if fault != "Unexpected token '<'"] == []


def _expect_way_on(page: Page, start: str) -> None:
    """The page says what is wrong, leads on, and does not say that there is nothing."""
    said = page.locator("main").get_by_text(start)
    expect(said).to_be_visible(timeout=QUICK)
    expect(said.get_by_role("link", name="alle begrippen van A tot Z")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Niets gevonden")


@pytest.mark.parametrize(
    ("piece", "way"),
    [*((PIECES[0], way) for way in WAYS), *((piece, "another page") for piece in PIECES[1:])],
)
def test_page_says_what_does_not_come(
    piece: str, way: str, context: BrowserContext, page: Page
) -> None:
    """Whatever piece of the index fails in whatever way, the page says so; later all is right."""
    context.route(piece, WAYS[way])
    page.goto("zoeken/?q=macht")
    _expect_way_on(page, "Zoeken lukt nu niet")
    expect(page.locator(".treffer")).to_have_count(0)
    context.unroute(piece)
    ask(page, "vertrouwen")
    expect(page.locator(".treffer h2 a").first).to_have_text("Vertrouwen")


@pytest.mark.parametrize(
    ("script", "way"),
    [(OURS[0], "blocked"), (OURS[-2], "blocked"), (OURS[-1], "blocked"), (OURS[2], "another page")],
)
def test_page_without_its_script(
    script: str, way: str, context: BrowserContext, page: Page
) -> None:
    """Without one of our own scripts the page says that searching is not there."""
    context.route(script, WAYS[way])
    page.goto("zoeken/?q=macht")
    _expect_way_on(page, "Zoeken is nog niet geladen")


def test_one_lost_result(context: BrowserContext, page: Page) -> None:
    """When one result does not come the others are shown, and it is said that one is missing."""
    lost: list[str] = []

    def lose_first(route: Route) -> None:
        lost.append(route.request.url)
        route.abort() if route.request.url == lost[0] else route.continue_()

    context.route("**/data/zoeken/p-*", lose_first)
    page.goto("zoeken/?q=vertrouwen")
    _expect_way_on(page, "Een deel komt nu niet binnen")
    assert page.locator(".treffer").count() > 3


class _Hold:
    """Keeps requests waiting until they are let go."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.held: list[Route] | None = []
        context.route(address, self.take)

    def take(self, route: Route) -> None:
        if self.held is None:
            route.continue_()
        else:
            self.held.append(route)

    def let_go(self) -> None:
        held, self.held = self.held or [], None
        assert held
        for route in held:
            route.continue_()


@pytest.mark.parametrize("piece", PIECES[:2])
def test_what_takes_long(piece: str, context: BrowserContext, page: Page) -> None:
    """While a piece is under way the page says that it takes long; then the result shows."""
    hold = _Hold(context, piece)
    page.goto("zoeken/?q=wekrelatie&soort=begrip")
    _expect_way_on(page, "Zoeken duurt lang")
    hold.let_go()
    expect(page.locator(".treffer h2 a").first).to_have_text("Werkrelatie", timeout=QUICK)


@pytest.mark.parametrize("script", [OURS[2], OURS[-1]])
def test_a_slow_script(script: str, context: BrowserContext, page: Page) -> None:
    """While the page's own script is under way the page says so; then it answers."""
    hold = _Hold(context, script)
    with page.expect_request(script):
        page.goto("zoeken/?q=macht", wait_until="commit")
    _expect_way_on(page, "Zoeken is nog niet geladen")
    hold.let_go()
    expect(page.locator(".treffer h2 a").first).to_have_text("Macht", timeout=QUICK)
    expect(page.get_by_text("Zoeken is nog niet geladen")).to_have_count(0)


@pytest.mark.parametrize(
    ("piece", "way"),
    [(FIELD[0], "blocked"), (FIELD[1], "blocked"), (PIECES[0], "another page")],
)
def test_field_says_what_does_not_come(
    piece: str, way: str, context: BrowserContext, page: Page
) -> None:
    """The field in the head says so as well, and leads to the list."""
    context.route(piece, WAYS[way])
    page.goto("begrippen/macht/")
    page.keyboard.press("/")
    page.keyboard.type("macht")
    said = page.locator(".kop .zoeklijst", has_text="alle begrippen van A tot Z")
    expect(said).to_be_visible(timeout=QUICK)
    expect(page.locator(".kop .zoeklijst")).not_to_contain_text("Niets gevonden")
    said.locator("a, [role=option]").first.click()
    expect(page.locator("h1")).to_have_text("Begrippen van A tot Z", timeout=QUICK)


@pytest.mark.parametrize("piece", ["**/assets/zoeken/veld.js", PIECES[0]])
def test_a_slow_field(piece: str, context: BrowserContext, page: Page) -> None:
    """The field says that it takes long, and shows what comes then."""
    hold = _Hold(context, piece)
    page.goto("begrippen/macht/")
    page.keyboard.press("/")
    page.keyboard.type("vertrouwen")
    said = page.locator(".kop .zoeklijst", has_text="alle begrippen van A tot Z")
    expect(said).to_be_visible(timeout=QUICK)
    hold.let_go()
    expect(page.get_by_role("option").first).to_contain_text("Vertrouwen", timeout=QUICK)


def test_nothing_found_leads_on(page: Page) -> None:
    """What is really nowhere is said to be nowhere, on the page and below the field."""
    page.goto("zoeken/?q=xylofoongestamel")
    said = page.get_by_text("Niets gevonden voor “xylofoongestamel”")
    expect(said).to_be_visible(timeout=QUICK)
    expect(said.get_by_role("link", name="alle begrippen van A tot Z")).to_be_visible()
    page.goto("begrippen/macht/")
    page.keyboard.press("/")
    page.keyboard.type("xylofoongestamel")
    expect(page.get_by_role("option")).to_contain_text("Niets gevonden", timeout=QUICK)


@pytest.mark.parametrize("allowed", ["", "allow-scripts", "allow-scripts allow-forms"])
@pytest.mark.parametrize("is_plain", [True, False])
def test_in_a_frame_that_forbids(
    allowed: str, is_plain: bool, real_project: Path, tmp_path: Path, page: Page
) -> None:
    """In a frame without rights of its own the page says that searching is not there, or finds.

    It can find on a host that lets others read its files, as our settings do.
    """
    serve = serve_plainly if is_plain else serve_site
    with serve(real_project / "site") as address, serve_plainly(tmp_path) as outside:
        frame = f'<iframe sandbox="{allowed}" src="{address}zoeken/?q=macht" width=900 height=700>'
        (tmp_path / "index.html").write_text(frame, encoding="utf-8")
        page.goto(outside)
        inside = page.frame_locator("iframe")
        if allowed and not is_plain:
            expect(inside.locator(".treffer h2 a").first).to_have_text("Macht", timeout=QUICK)
            return
        said = inside.locator(".traag" if allowed else ".zonder-script").first
        expect(said).to_be_visible(timeout=QUICK)
        expect(said.get_by_role("link", name="van A tot Z")).to_be_visible()


def test_another_publication(context: BrowserContext, page: Page) -> None:
    """Pieces of two publications are never mixed: the second time all come anew."""
    seen: list[str] = []

    def give_old(route: Route) -> None:
        seen.append(route.request.url)
        if len(seen) == 1:
            route.fulfill(json=["oud", {"macht": [0, 99]}])
        else:
            route.continue_()

    context.route("**/data/zoeken/w-*", give_old)
    page.goto("zoeken/?q=macht")
    expect(page.locator(".treffer h2 a").first).to_have_text("Macht", timeout=QUICK)


def test_without_storage_and_assembly(page: Page) -> None:
    """Where storage and WebAssembly are forbidden, searching works."""
    page.add_init_script(
        "delete globalThis.WebAssembly;"
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page.goto("zoeken/?q=macht")
    expect(page.locator(".treffer h2 a").first).to_have_text("Macht", timeout=QUICK)
