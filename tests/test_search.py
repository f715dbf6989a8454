"""Searching as a reader does: in a browser, by keyboard, with the words that students type."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browsing import open_page
from kennisbank.search.words import make_key
from searching import ask, ask_all, count, measure_bytes, read_questions

pytestmark = [pytest.mark.browser, pytest.mark.slow]
KEYS = """async (words) => {
  const { makeKey } = await import(new URL("../assets/zoeken/woorden.js", location.href));
  return words.map(makeKey);
}"""
FLOORS = {
    "werk": (0.96, 0.98),
    "eind": (0.96, 0.99),
    "rollen": (0.9, 0.97),
    "blind": (0.93, 0.97),
    "blind2": (0.86, 0.94),
    "blind3": (0.84, 0.93),
    "blind4": (0.83, 0.96),
    "blind5": (0.83, 0.92),
    "blind6": (0.83, 0.93),
    "blind7": (0.85, 0.95),
}
"""The least share of each set of which the first result is right, and one of the first three."""


@pytest.fixture
def page(browser: Browser, real_site: str) -> Iterator[Page]:
    """Give a page that fails the test on any error or refusal of the policy."""
    with open_page(browser, base_url=real_site, viewport={"width": 1280, "height": 900}) as opened:
        yield opened


@pytest.fixture(scope="module")
def asked(browser: Browser, real_site: str) -> Iterator[Page]:
    """Give the search page, for questions one after the other, as a reader asks them."""
    with open_page(browser, base_url=real_site, viewport={"width": 1280, "height": 900}) as opened:
        opened.goto("zoeken/")
        yield opened


def test_people_find_it(page: Page, record_property: Callable[[str, object], None]) -> None:
    """Every set of questions is answered by the first result, or by one of the first three."""
    page.goto("zoeken/")
    for name, (first, three) in FLOORS.items():
        questions = read_questions(name)
        figures = count(questions, ask_all(page, (question.words for question in questions)))
        record_property("search", f"{name}: {figures}")
        assert figures.first >= first, name
        assert figures.three >= three, name
        assert figures.misled <= figures.asked / 100, name


def test_early_words_stay(page: Page) -> None:
    """What a quick reader types before the script has come is not wiped out, and is asked."""
    held: list[Route] = []
    page.route("**/zoeken/pagina.js", lambda route: held.append(route))
    page.goto("zoeken/")
    page.fill("#zoekvraag", "vertrouwen")
    held.pop().continue_()
    expect(page.locator(".treffer h2 a").first).to_have_text("Vertrouwen")
    expect(page.locator("#zoekvraag")).to_have_value("vertrouwen")


@pytest.mark.parametrize(
    ("words", "folder"),
    [
        ("casus over vertrouwen", "casussen/"),
        ("voorbeeld van een wijkteam", "voorbeelden/"),
        ("les over macht in de relatie", "leerroutes/"),
        ("artikel Becker", "bronnen/"),
        ("Sennett 2012", "bronnen/"),
    ],
)
def test_a_kind_of_page_is_asked_for(asked: Page, words: str, folder: str) -> None:
    """A page of that kind on the subject comes first, and not the list of them."""
    first = ask(asked, words)[0]
    assert first.startswith(folder)
    assert first != folder


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_opens_from_any_page(page: Page, key: str) -> None:
    """A key brings the reader to the search field, wherever on whatever page."""
    page.goto("begrippen/macht/")
    page.keyboard.press(key)
    expect(page.locator(".kop input[name=q]")).to_be_focused()


def test_field_by_keyboard(page: Page) -> None:
    """In the field of the head: arrows choose, Escape closes, Enter goes to the choice."""
    page.goto("begrippen/macht/")
    page.keyboard.press("/")
    page.keyboard.type("wekrelatie")
    field, options = page.locator(".kop input[name=q]"), page.get_by_role("option")
    expect(options.first).to_contain_text("Werkrelatie")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Werkrelatie")


def test_enter_goes_to_all_results(page: Page) -> None:
    """Without a choice Enter leads to the search page, with the question filled in."""
    page.goto("begrippen/macht/")
    page.keyboard.press("/")
    page.keyboard.type("vertrouwen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=vertrouwen")
    expect(page.locator("#zoekvraag")).to_have_value("vertrouwen")
    expect(page.locator(".treffer h2 a").first).to_have_text("Vertrouwen")


def test_shared_address_and_filters(page: Page) -> None:
    """An address with a question and filters shows just that, and follows what is changed."""
    page.goto("zoeken/?q=macht&soort=persoon")
    expect(page.locator(".treffer").first).to_be_visible()
    kinds = set(page.locator(".treffer .soortnaam").all_text_contents())
    assert kinds == {"Persoon"}
    people = page.get_by_role("radio", name=re.compile("^Persoon"))
    expect(people).to_be_checked()
    count = page.locator(".soorten label:has(:checked) small")
    expect(count).to_have_text(str(page.locator(".treffer").count()))
    page.get_by_role("radio", name=re.compile("^Begrip")).check(force=True)
    expect(page.locator(".treffer h2 a").first).to_have_text("Macht")
    assert "soort=begrip" in page.url
    page.select_option("select[name=thema]", "continuiteit")
    expect(page.locator(".treffer h2 a").and_(page.get_by_text("Macht", exact=True))).to_have_count(
        0
    )


def test_did_you_mean(page: Page) -> None:
    """A misspelling is answered with a question and at once with its result."""
    page.goto("zoeken/?q=wekrelatie")
    expect(page.locator(".bedoel")).to_have_text("Bedoel je Werkrelatie?")
    expect(page.locator(".treffer h2 a").first).to_have_text("Werkrelatie")


@pytest.mark.parametrize("words", ["speciale", "heilige", "gevangene", "emphatie"])
def test_a_right_word_is_left_alone(asked: Page, words: str) -> None:
    """A word that is no slip of a name is not taken for one; one with its letters mixed is."""
    ask(asked, words)
    expect(asked.locator(".bedoel")).to_have_count(int(words == "emphatie"))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("verschil tussen leefwereld en systeemwereld", "Vergelijken Leefwereld en Systeemwereld"),
        ("systeemwereld in apa", "Verwijzen in APA Systeemwereld"),
        ("oefenen met empowerment", "Oefenen Kaartjes over het thema van Empowerment"),
        ("hoeveel mensen zijn eenzaam", "43 procent"),
        ("xylofoon en macht", "“xylofoon” komt in deze kennisbank niet voor."),
        ("huiselijk geweld", "Over “huiselijk geweld” gaan de vijf artikelen niet."),
        ("wmo aanvraag", "Over “Wmo” gaan de vijf artikelen niet."),
        ("wie zei dat macht ook positief kan zijn", "Foucault, volgens Kristel Driessens"),
        ("elke relatie in het sociaal werk is een machtsrelatie", "Kristel Driessens"),
    ],
)
def test_an_answer_above_the_results(words: str, line: str, asked: Page) -> None:
    """What is asked of the words, and what is not in the base, is told above the results."""
    ask(asked, words)
    expect(asked.locator("[data-antwoord]")).to_contain_text(line)
    expect(asked.locator(".treffer").first).to_be_visible()


def test_words_are_keyed_alike(page: Page, real_project: Path) -> None:
    """The browser gives every word of the base the key that the index has."""
    start = json.loads((real_project / "site/data/zoeken/begin.json").read_text(encoding="utf-8"))
    words = [*start["namen"].split(), *start["bekend"].split()]
    page.goto("zoeken/")
    keys = page.evaluate(KEYS, words)
    assert len(words) > 1_000
    assert keys == [make_key(word) for word in words]


def test_a_name_is_no_question(asked: Page) -> None:
    """Who types no more than a name, even misspelt, gets no claim above the results."""
    for words in ("professionele distantie", "profesionele distansie", "sociaal netwerk"):
        ask(asked, words)
        expect(asked.locator(".antwoord")).to_have_count(0)


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("lesplan over macht", "leerroutes/macht-in-de-relatie/"),
        ("oefenen met macht", "oefenen/thema-macht/"),
        ("casus", "casussen/"),
        ("importeren in brightspace", "docenten/"),
        ("ik heb steeds een andere hulpverlener", "begrippen/continuiteit/"),
        ("niemand luistert naar mij", "begrippen/luisteren/"),
    ],
)
def test_words_for_a_kind_and_what_people_say(words: str, address: str, asked: Page) -> None:
    """Words for a lesson, practice or a list lead there, and so does what is said without terms."""
    assert ask(asked, words)[0] == address


def test_a_result_says_why(asked: Page) -> None:
    """A result shows where the words of the question stand; small words are not marked."""
    ask(asked, "ik heb steeds een andere hulpverlener bij een afspraak")
    marked = set(asked.locator(".treffer mark").all_text_contents())
    assert {"ik", "bij", "een"}.isdisjoint(word.lower() for word in marked)


def test_half_a_word(asked: Page) -> None:
    """Before a word is finished its concept comes first, with the tension and the route."""
    found = ask(asked, "zelfred")
    assert found[0] == "begrippen/zelfredzaamheid/"
    assert {"spanningen/samenredzaamheid-zelfredzaamheid/"} < set(found[:3])
    assert any(address.startswith("leerroutes/") for address in found[:4])


def test_first_result_on_a_phone(browser: Browser, real_site: str) -> None:
    """On a phone the first result begins in the upper third, also below what stands above it."""
    context = browser.new_context(
        base_url=real_site,
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
    )
    page = context.new_page()
    for query, most in (
        ("macht", 240),
        ("verschil tussen leefwereld en systeemwereld", 300),
        ("elke relatie in het sociaal werk is een machtsrelatie", 300),
        ("zelfdoding", 300),
    ):
        page.goto(f"zoeken/?q={query}")
        box = page.locator(".treffer h2").first.bounding_box()
        assert box
        assert box["y"] < most, query
    context.close()


def test_results_by_keyboard(page: Page) -> None:
    """Arrows walk along the results, Escape goes back to the field."""
    page.goto("zoeken/")
    field, links = page.locator("#zoekvraag"), page.locator(".treffer h2 a")
    expect(field).to_be_focused()
    ask(page, "dialoog")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()


def test_nothing_is_fetched_before(page: Page) -> None:
    """No page fetches the index or the engine before the reader searches."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("", "begrippen/macht/", "zoeken/"):
        page.goto(path, wait_until="networkidle")
    assert [url for url in asked if "data/zoeken/" in url] == []


def test_bytes_of_a_question(page: Page, record_property: Callable[[str, object], None]) -> None:
    """A first question costs at most 180 KB and a later one at most 80 KB."""
    page.goto("zoeken/", wait_until="networkidle")
    costs = measure_bytes(page, ("vertrouwen", "eigen regie", "wekrelatie", "werkdruk"))
    record_property("search, KB for each next question", [round(cost, 1) for cost in costs])
    assert costs[0] <= 180
    assert max(costs[1:]) <= 80


def test_without_script(browser: Browser, real_site: str) -> None:
    """Without JavaScript the page says so and leads to the list."""
    context = browser.new_context(base_url=real_site, java_script_enabled=False)
    page = context.new_page()
    page.goto("begrippen/macht/")
    page.fill(".kop input[name=q]", "macht")
    page.press(".kop input[name=q]", "Enter")
    expect(page.locator("main")).to_contain_text("Zoeken werkt alleen met JavaScript")
    page.get_by_role("link", name="van A tot Z").first.click()
    expect(page.locator("h1")).to_have_text("Begrippen van A tot Z")
    context.close()
