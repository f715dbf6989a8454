"""Learning on a phone of 390 by 844 pixels: how far, how many taps, what stays in view."""

import json
import re
from collections.abc import Callable, Iterator
from gzip import compress
from itertools import pairwise
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from browsing import open_page
from kennisbank.pages.concept import sort_key

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
PHONE = ViewportSize(width=390, height=844)
SCREENS = "document.documentElement.scrollHeight / innerHeight"
CONCEPT = "begrippen/macht/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page on a phone; an error in a script fails the test."""
    with open_page(
        browser,
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    ) as opened:
        yield opened


@pytest.mark.parametrize(
    ("address", "most"),
    [
        (CONCEPT, 6),
        ("begrippen/bondgenoot/", 3),
        ("", 4),
        ("begrippen/", 8),
        ("personen/jean-pierre-wilken/", 4),
        ("personen/kristel-driessens/", 3),
        ("bronnen/herontdekking-van-de-relatie/", 4),
        ("themas/macht/", 5),
        ("kaart/", 3),
        ("meewerken/velden/", 5),
        ("meewerken/meldingen/", 8),
    ],
)
def test_screens(page: Page, real_site: str, address: str, most: int) -> None:
    """A page, folded as it comes, is no longer than this many screens."""
    page.goto(real_site + address)
    assert page.evaluate(SCREENS) <= most


def test_opening_a_concept_is_light(
    real_project: Path, record_property: Callable[[str, object], None]
) -> None:
    """The page, its style, scripts and letters come to at most 60 KB as they are sent."""
    site = real_project / "site"
    page = site / CONCEPT / "index.html"
    text = page.read_text(encoding="utf-8")
    names = set(re.findall(r'(?:href|src)="\.\./\.\./(assets/[^"]+\.(?:css|js|woff2))"', text))
    names |= {str(file.relative_to(site)) for file in site.glob("assets/letters/*-nl.*.woff2")}
    parts = {name: (site / name).read_bytes() for name in names}
    styles, scripts = (
        sum(len(part) for name, part in parts.items() if name.endswith(end))
        for end in (".css", ".js")
    )
    sent = [part if name.endswith("woff2") else compress(part) for name, part in parts.items()]
    weight = len(compress(page.read_bytes())) + sum(map(len, sent))
    record_property("concept page", f"{weight} bytes, {styles} of styles, {scripts} of scripts")
    assert weight <= 60_000
    assert styles <= 39_000
    assert scripts <= 14_500


def test_apa_in_two_taps(page: Page, real_site: str) -> None:
    """From the top: Citeer, Kopieer; the sheet has the text citation and the source's own too."""
    page.goto(real_site + CONCEPT)
    page.get_by_role("link", name="Citeer").tap()
    sheet = page.get_by_role("dialog", name="Citeer")
    names = [each.get_attribute("aria-label") for each in sheet.locator(".kopieer").all()]
    assert len(set(names)) == len(names) > 4
    sheet.get_by_role("button", name="Kopieer").first.tap()
    expect(sheet.get_by_role("button", name="Gekopieerd")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"Kennisbank Relationeel Werken\. \(20.*/begrippen/macht/", copied)
    expect(sheet).to_contain_text("(Kennisbank Relationeel Werken, 20")
    expect(sheet).to_contain_text("Linders, L. (2019)")
    expect(sheet).to_contain_text("APA 7")


def test_contents_in_one_tap_from_anywhere(page: Page, real_site: str) -> None:
    """At the top, half way and at the end one button shows the contents, which lead on."""
    page.goto(real_site + CONCEPT)
    contents = page.get_by_role("complementary", name="Op deze pagina")
    for part in (0, 0.5, 1):
        page.evaluate("part => scrollTo(0, document.body.scrollHeight * part)", part)
        page.get_by_role("button", name="Inhoud").tap()
        contents.get_by_role("link", name="Wie zegt wat").tap()
        expect(contents).to_be_hidden()
        expect(page.get_by_role("heading", name="Wie zegt wat")).to_be_in_viewport()


def test_contents_below_the_short_version(page: Page, real_site: str) -> None:
    """The same contents open from a line below the definition."""
    page.goto(real_site + CONCEPT)
    page.get_by_role("button", name="Op deze pagina").tap()
    contents = page.get_by_role("complementary", name="Op deze pagina")
    contents.get_by_role("link", name="Verwant").tap()
    expect(page.get_by_role("heading", name="Verwant")).to_be_in_viewport()


def test_contents_lead_back_to_where_you_came_from(page: Page, real_site: str) -> None:
    """Who followed a link finds the page before in the contents; who came otherwise does not."""
    page.goto(real_site + CONCEPT)
    assert page.locator("#wijzer").get_by_text("Terug naar").all_text_contents() == [
        "Terug naar boven"
    ]
    page.locator("#stem-kristel-driessens h3 a").first.tap()
    expect(page.locator("h1")).to_have_text("Kristel Driessens")
    page.get_by_role("button", name="Inhoud").tap()
    page.get_by_role("link", name="Terug naar Macht").tap()
    expect(page).to_have_url(real_site + CONCEPT)


def test_a_finger_finds_the_links_of_the_frame(page: Page, real_site: str) -> None:
    """Breadcrumbs and the links of the footer are 44 pixels high, and none lies over another."""
    page.goto(real_site + CONCEPT)
    boxes = [link.bounding_box() for link in page.locator(".kruimel a, .voet li a").all()]
    found = sorted((box["y"], box["x"], box["height"]) for box in boxes if box)
    assert len(found) > 10
    assert min(height for _, _, height in found) >= 44
    rows = sorted({y for y, _, _ in found})
    assert all(below - above >= 44 for above, below in pairwise(rows))


def test_a_route_on_a_low_screen_stands_in_the_text(page: Page, real_site: str) -> None:
    """At 400 % zoom no bar takes the screen, and the button of the contents is its sign alone."""
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(f"{real_site}leerroutes/de-vier-kernhandelingen/")
    page.get_by_role("link", name="Begin de route").click()
    on = page.locator(".route-voet")
    expect(on).to_be_visible()
    expect(on).to_have_css("position", "static")
    box = page.get_by_role("button", name="Inhoud").bounding_box()
    assert box
    assert box["width"] < 60


@pytest.mark.parametrize("width", [320, 390])
def test_a_long_word_of_a_title_stays_whole(page: Page, real_site: str, width: int) -> None:
    """No title breaks off the last letter of a word."""
    page.set_viewport_size({"width": width, "height": 844})
    names = ("presentiebenadering", "machtsongelijkheid", "ervaringsdeskundigheid")
    for name in (*names, "handelingsmogelijkheden"):
        page.goto(f"{real_site}begrippen/{name}/")
        high, line = page.locator("h1").evaluate(
            "h1 => [h1.clientHeight, parseFloat(getComputedStyle(h1).lineHeight)]"
        )
        words = page.title().partition(" – ")[0].split()
        assert high < (len(words) + 0.5) * line, name


def test_a_fixed_anchor_opens_its_fold_and_is_shown(page: Page, real_site: str) -> None:
    """Who follows a reference to a voice sees what it says, with the place, marked."""
    page.goto(f"{real_site}{CONCEPT}#stem-kristel-driessens")
    voice = page.locator("#stem-kristel-driessens")
    expect(voice.locator(".vindplaats").first).to_be_in_viewport()
    expect(voice).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
    expect(page.locator("#stem-foucault .vindplaats")).to_be_hidden()
    page.goto(f"{real_site}{CONCEPT}#citeren")
    expect(page.get_by_role("heading", name="Citeer de bron zelf")).to_be_visible()


@pytest.mark.parametrize(
    ("address", "anchor", "claim"),
    [
        ("personen/kristel-driessens/", "over-macht", "p"),
        ("bronnen/herontdekking-van-de-relatie/", "plaats-passage-1", "li"),
    ],
)
def test_what_someone_says_folds_by_subject(
    page: Page, real_site: str, address: str, anchor: str, claim: str
) -> None:
    """A line tells of what and how much; it opens by a tap, by its anchor, and on paper."""
    page.goto(real_site + address)
    part = page.locator(f".deel:has(#{anchor})")
    expect(part.locator("summary")).to_have_text(re.compile(r"^\d+ uitspra(ak|ken)$"))
    expect(part.locator(claim).first).to_be_hidden()
    part.locator("summary").tap()
    expect(part.locator(claim).first).to_be_visible()
    page.goto("about:blank")
    page.goto(f"{real_site}{address}#{anchor}")
    expect(part.locator(claim).first).to_be_in_viewport()
    others = page.locator(f".deel:not(:has(#{anchor})) :is(p, li)")
    expect(others.first).to_be_hidden()
    page.emulate_media(media="print")
    expect(others.first).to_be_visible()


def test_nothing_is_hidden_from_paper_or_without_a_script(
    browser: Browser, page: Page, real_site: str
) -> None:
    """On paper, and for who has no script, every fold is open."""
    place = "#stem-foucault .vindplaats"
    page.goto(real_site + CONCEPT)
    expect(page.locator(place)).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(place)).to_be_visible()
    page.goto(f"{real_site}docenten/")
    for fold in page.locator("details > p").all():
        expect(fold).to_be_visible()
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    plain = context.new_page()
    plain.goto(real_site + CONCEPT)
    for part in (place, ".relaties dd >> nth=0", ".genoemd li >> nth=0", ".citeren >> nth=0"):
        expect(plain.locator(part)).to_be_visible()
    context.close()


def test_a_route_carries_its_reader(page: Page, real_site: str) -> None:
    """Nine steps by one button, without Back; then questions, and the route knows what was read."""
    start = f"{real_site}leerroutes/macht-in-de-relatie/"
    page.goto(start)
    page.get_by_role("link", name="Begin de route").tap()
    for number in range(1, 10):
        bar = page.get_by_role("navigation", name="Leerroute")
        expect(bar).to_contain_text(f"stap {number} van 9")
        expect(bar.locator(".route-let")).to_be_in_viewport()
        if number == 4:
            page.goto(start)
            page.get_by_role("link", name="Ga verder bij stap 5").tap()
            continue
        onward = bar.locator("[rel=next]")
        expect(onward).to_be_in_viewport()
        onward.tap()
    expect(page).to_have_url(f"{start}#vragen")
    expect(page.get_by_role("link", name="Oefen met deze begrippen")).to_be_visible()
    expect(page.locator(".stappen > .gelezen")).to_have_count(9)


def test_home_leads_on_in_a_route(page: Page, real_site: str) -> None:
    """Who left a route finds its next step on the home page, until it is done."""
    page.goto(real_site)
    expect(page.locator("#verder")).to_be_hidden()
    page.goto(f"{real_site}begrippen/macht/?route=macht-in-de-relatie")
    page.goto(real_site)
    page.get_by_role("link", name="Macht in de relatie · stap 2 van 9").tap()
    expect(page.get_by_role("navigation", name="Leerroute")).to_contain_text("stap 2 van 9")
    done = json.dumps({"macht-in-de-relatie": list(range(1, 10))})
    page.evaluate("done => localStorage.setItem('routes', done)", done)
    page.goto(real_site)
    expect(page.locator("#verder")).to_be_hidden()


def test_what_someone_says_is_in_order(page: Page, real_site: str) -> None:
    """By the terms that readers see, whatever their ids are."""
    page.goto(f"{real_site}personen/jean-pierre-wilken/")
    terms = page.locator(".deel h3 a[href*=begrippen]").all_inner_texts()
    assert len(terms) > 20
    assert terms == sorted(terms, key=sort_key)


def test_a_round_of_practice_needs_no_scrolling(page: Page, real_site: str) -> None:
    """The front, the longest answer and the buttons to judge it are on the screen together."""
    page.goto(f"{real_site}oefenen/thema-collectief-werk/")
    for _ in range(12):
        expect(page.locator(".oefentekst")).to_be_in_viewport(ratio=1)
        page.locator(".oefenkaart").tap()
        for part in page.locator(".oefenstand, .oefentekst, .oefenoordeel > *").all():
            expect(part).to_be_in_viewport(ratio=1)
        page.get_by_role("button", name="Wist ik").tap()
    assert page.evaluate("scrollY") == 0


SPEECH = """(voices) => {
  const told = { said: [], end: () => {} };
  window.told = told;
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  const synthesis = {
    getVoices: () => voices,
    cancel: () => told.end(),
    speak: (utterance) => {
      told.said.push([utterance.text, utterance.rate, utterance.voice.name]);
      told.end = () => { told.end = () => {}; utterance.onend(); };
    },
  };
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
}"""
MARKED = "[...CSS.highlights.get('voorgelezen')][0].toString()"


def _speak(page: Page, *voices: tuple[str, str, bool]) -> None:
    said = [{"name": name, "lang": lang, "localService": own} for name, lang, own in voices]
    page.add_init_script(f"({SPEECH})({json.dumps(said)})")


def test_reading_aloud_marks_the_sentence(page: Page, real_site: str) -> None:
    """In het kort and the explanation, by the sentence; a pause holds the place, speed changes."""
    _speak(page, ("Ver", "nl-NL", False), ("Ellen", "nl_BE", True))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(real_site + CONCEPT)
    assert not [url for url in asked if "voorlezen" in url]
    page.get_by_role("button", name="Lees voor").tap()
    bar = page.get_by_role("region", name="Voorlezen")
    expect(bar.get_by_role("button", name="Pauze")).to_be_focused()
    first = page.evaluate("told.said")
    assert first == [[page.evaluate(MARKED), 1, "Ellen"]]
    page.evaluate("told.end()")
    bar.get_by_role("button", name="Pauze").tap()
    bar.get_by_role("button", name="Verder").tap()
    bar.get_by_label("Snelheid").select_option("Snel")
    said = page.evaluate("told.said")[1:]
    second = page.evaluate(MARKED)
    assert said == [[second, 1, "Ellen"], [second, 1, "Ellen"], [second, 1.3, "Ellen"]]
    read = {second}
    for _ in range(60):
        if bar.is_hidden():
            break
        read.add(page.evaluate(MARKED))
        page.evaluate("told.end()")
    expect(bar).to_be_hidden()
    explained = page.locator("#toelichting ~ p").first.evaluate("p => p.textContent")
    assert any(sentence in explained for sentence in read)
    assert not any("van onszelf" in sentence or "  " in sentence for sentence in read)
    expect(page.get_by_role("button", name="Lees voor")).to_be_focused()


def test_no_voice_of_the_device_no_reading_aloud(page: Page, real_site: str) -> None:
    """A voice that sends the text elsewhere, or speaks another language, is none."""
    _speak(page, ("Ver", "nl-NL", False), ("Anna", "de-DE", True))
    page.goto(real_site + CONCEPT)
    expect(page.locator("[data-bewaar]")).to_be_visible()
    expect(page.locator("[data-voorlezen]")).to_be_hidden()


def test_what_is_kept_stands_on_the_home_page(page: Page, real_site: str) -> None:
    """A concept that was kept is listed at home, until it is let go of."""
    page.goto(real_site + CONCEPT)
    page.get_by_role("button", name="Bewaar: Macht", exact=True).tap()
    expect(page.get_by_role("button", name="Bewaard: Macht")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.goto(real_site)
    page.locator("#bewaard").get_by_role("link", name="Macht", exact=True).tap()
    expect(page).to_have_url(real_site + CONCEPT)
    page.get_by_role("button", name="Bewaard: Macht").tap()
    page.goto(real_site)
    expect(page.locator("#bewaard")).to_be_hidden()


def test_the_list_becomes_shorter_while_typing(page: Page, real_site: str) -> None:
    """A part of a word is enough; letters stay at hand."""
    page.goto(f"{real_site}begrippen/")
    page.get_by_label("Typ een deel van een begrip").fill("zelfred")
    expect(page.locator(".lemma:visible")).to_have_text([re.compile("Zelfredzaamheid")])
    page.get_by_label("Typ een deel van een begrip").fill("")
    page.get_by_role("navigation", name="Per letter").get_by_role("link", name="M").tap()
    expect(page.get_by_role("heading", name="M", exact=True)).to_be_in_viewport()
    expect(page.get_by_role("navigation", name="Per letter")).to_be_in_viewport()


def test_axe_finds_nothing_in_a_sheet(browser: Browser, real_site: str) -> None:
    """What comes from below is as good as the page: citing, a preview, contents, a route."""
    context = browser.new_context(
        viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    faults = []
    for opener in ("[data-blad]", "#toelichting ~ p a", ".inhoudknop", ".stem summary"):
        page.goto(f"{real_site}{CONCEPT}?route=macht-in-de-relatie")
        page.locator(opener).first.tap()
        page.evaluate(AXE)
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
        faults += [(opener, each["id"], each["nodes"][0]["html"]) for each in found["violations"]]
    context.close()
    assert faults == []


def test_titles_of_pages_differ(page: Page, real_site: str) -> None:
    """A theme, a concept and a source of one name are told apart in a list of tabs."""
    titles = []
    for address in (CONCEPT, "themas/macht/"):
        page.goto(real_site + address)
        titles.append(page.title())
    assert len(set(titles)) == len(titles)


class TestMap:
    """The map for fingers and eyes."""

    LETTERS = """() => {
      const shown = [...document.querySelectorAll("[data-kaart] a text, .ver .streeknaam")]
        .filter((text) => text.checkVisibility({ opacityProperty: true }))
        .map((text) => [text, text.getBoundingClientRect()]);
      const scale = document.querySelector("[data-kaart] svg").getScreenCTM().a;
      const sizeOf = (text) => parseFloat(getComputedStyle(text).fontSize) * scale;
      const small = shown.filter(([text]) => sizeOf(text) < 11);
      const over = shown.filter(([one, a], at) => shown.slice(at + 1).some(([other, b]) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5));
      return [shown.length, small.length, over.map(([text]) => text.textContent)];
    }"""

    def test_letters_at_every_zoom(self, page: Page, real_site: str) -> None:
        """No label is smaller than 11 pixels and none lies over another, also of the whole."""
        page.goto(f"{real_site}kaart/")
        names = page.locator(".streeknaam:visible").all_inner_texts()
        assert len(names) == 5
        assert page.evaluate(self.LETTERS) == [5, 0, []]
        for _ in range(8):
            page.get_by_role("button", name="Groter").tap()
            shown, small, over = page.evaluate(self.LETTERS)
            assert (small, over) == (0, [])
            assert shown >= 5

    def test_a_swipe_passes_the_map(self, page: Page, real_site: str) -> None:
        """A finger, and a wheel, on the map move the page."""
        page.goto(f"{real_site}kaart/")
        box = page.locator("[data-kaart]").bounding_box()
        assert box
        session = page.context.new_cdp_session(page)
        for at in range(0, 440, 40):
            points = [{"x": 195, "y": 560 - at}]
            kind = "touchMove" if at else "touchStart"
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        expect(page.locator("h1")).not_to_be_in_viewport()
        page.reload()  # what still rolls from the finger is over
        page.evaluate("scrollTo(0, 0)")
        page.mouse.move(195, box["y"] + 150)
        page.mouse.wheel(0, 600)
        expect(page.locator("h1")).not_to_be_in_viewport()

    def test_it_is_explored_without_leaving(self, page: Page, real_site: str) -> None:
        """A tap tells of a concept and its neighbours with reasons; from there it opens."""
        page.goto(f"{real_site}kaart/")
        page.locator('[data-kaart] a[data-id="verbinden"] path').tap()
        sheet = page.locator("[data-kaartblad]")
        expect(sheet.get_by_role("heading")).to_have_text("Verbinden")
        expect(sheet.locator("li").first).to_be_visible()
        near = sheet.locator("li button").first
        name = near.inner_text()
        near.tap()
        expect(sheet.get_by_role("heading")).to_have_text(name)
        assert page.url == f"{real_site}kaart/"
        sheet.get_by_role("link", name="Lees verder").tap()
        expect(page.locator("h1")).to_have_text(name)

    def test_a_tap_on_the_whole_comes_nearer(self, page: Page, real_site: str) -> None:
        """From afar a region is meant: it comes near enough to read its concepts."""
        page.goto(f"{real_site}kaart/")
        page.get_by_role("button", name="Hele kaart").tap()
        before = page.locator("[data-kaart] svg").bounding_box()
        page.locator("[data-kaart] svg").tap()
        after = page.locator("[data-kaart] svg").bounding_box()
        assert before
        assert after
        assert after["width"] > 1.5 * before["width"]
        assert page.evaluate(self.LETTERS)[0] > 5

    def test_a_route_is_a_line_through_its_stops(self, page: Page, real_site: str) -> None:
        """The stops are numbered, all in view, and listed; the list tells of one."""
        page.goto(f"{real_site}kaart/")
        page.get_by_label("Leerroute").select_option("macht-in-de-relatie")
        stops = page.locator(".halte text")
        expect(stops).to_have_text([str(number) for number in range(1, 10)])
        for stop in stops.all():
            expect(stop).to_be_in_viewport()
        length = page.evaluate("document.querySelector('.route-lijn').getTotalLength()")
        assert length > 0
        _, small, over = page.evaluate(self.LETTERS)
        assert (small, over) == (0, [])
        sheet = page.locator("[data-kaartblad]")
        sheet.get_by_role("button", name="Positieve macht").tap()
        expect(sheet.get_by_role("heading")).to_have_text("Positieve macht")
        page.get_by_label("Leerroute").select_option("")
        expect(stops).to_have_count(0)
