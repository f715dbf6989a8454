"""Cases and lessons: the records, the lens over a story, and sheets that fit on paper."""

import re
from collections.abc import Iterator
from math import ceil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kennisbank.cli import main
from kennisbank.model.text import Block, Span, Target
from kennisbank.pages import lesson_sheet
from kennisbank.pages.reading_time import count_minutes
from kennisbank.pages.story import split_story, write_story
from kennisbank.render import render_plain
from packages import read_real_site

browser_test = [pytest.mark.browser, pytest.mark.slow]
CASE = "casussen/de-ketting/"


def test_a_story_is_split_by_the_sentence() -> None:
    """A passage stays whole, other text is split behind a closing quote; no letter is lost."""
    passage = Span("‘Kom. Ga zitten.’", target=Target("begrip", "nabijheid"))
    spans = (Span("Zij belt aan. ‘Wie is daar?’ Stil! Dan: "), passage, Span(" Hij wijst."))
    ((*pieces,),) = split_story((Block((spans,)),))
    assert [piece.text for piece in pieces] == [
        *("Zij belt aan. ", "‘Wie is daar?’ ", "Stil! ", "Dan: "),
        *("‘Kom. Ga zitten.’", " Hij wijst."),
    ]
    assert [piece.concept for piece in pieces] == ["", "", "", "", "nabijheid", ""]


def test_a_lone_stop_cannot_be_marked() -> None:
    """What stands behind a passage and holds no word is plain text; signs of HTML are escaped."""
    spans = (Span("A & <b>", target=Target("begrip", "macht")), Span("."))
    assert write_story((Block((spans,)),)) == (
        '<p><span class="zin" data-zin="1" data-begrip="macht">A &amp; &lt;b&gt;</span>.</p>'
    )


def test_reading_at_home_is_counted() -> None:
    """Minutes come from the words of what is in short, defined and explained: 150 in each."""
    for linked in read_real_site().routes:
        words = sum(
            len(render_plain(text).split())
            for each in linked.preparation
            for text in (each.short, each.definition, each.elaboration)
        )
        assert count_minutes(linked.preparation) == ceil(words / 150)
        assert 3 <= count_minutes(linked.preparation) <= 12, linked.route.id


def test_every_route_has_a_whole_lesson() -> None:
    """It opens, closes with proof of what was learned, has a case, and says what to look for."""
    for linked in read_real_site().routes:
        parts = linked.lesson
        assert sum(each.part.minutes for each in parts) == linked.route.minutes
        assert parts[0].part.sort == "opening"
        assert parts[-1].part.sort == "afsluiting"
        assert "Bewijs van leren" in render_plain(parts[-1].look_for), linked.route.id
        assert all(each.look_for for each in parts), linked.route.id
        assert linked.cases, linked.route.id


def test_minutes_inside_a_part_add_up() -> None:
    """Where a part says how its minutes are spent, that is all that it has."""
    for linked in read_real_site().routes:
        for each in linked.lesson:
            spent = [*map(int, re.findall(r"\((\d+) minuten\)", render_plain(each.text)))]
            assert sum(spent) in (0, each.part.minutes), each.part.name


def test_the_sheet_says_who_is_named() -> None:
    """Who knows nobody here finds each surname of the lesson with the source that it is from."""
    sheets = {page.address: page for page in lesson_sheet.make(read_real_site())}
    for linked in read_real_site().routes:
        details = sheets[f"lessen/docent-{linked.route.id}/"].details()
        named = [each.person.name.split()[-1] for each in details.values["named"]]
        said = " ".join(
            render_plain(text) for each in linked.cases for text in [a.text for a in each.answers]
        )
        for name in ("Driessens", "Wilken", "Linders", "Engbersen", "Berkvens", "Foucault"):
            assert (name in said) <= (name in named), f"{linked.route.id}: {name}"
        assert all(each.roles for each in details.values["named"])


def test_every_case_can_be_worked_with() -> None:
    """250 to 300 words, six answers or more, and other answers are said to be right."""
    cases = read_real_site().cases
    assert len(cases) >= 12
    for linked in cases:
        words = len(render_plain(linked.text).split())
        assert 250 <= words <= 300, f"{linked.case.id}: {words}"
        assert len(linked.answers) >= 6
        answers = " ".join(render_plain(answer.text) for answer in linked.answers)
        assert answers.count("Ook goed") >= 3, linked.case.id


def test_a_renamed_case_is_followed(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lesson that works with it names it anew, and its old address leads on."""
    monkeypatch.chdir(small_project)
    assert main(["publish-addresses"]) == 0
    assert main(["rename", "casus", "aan-de-kade", "aan-wal"]) == 0
    assert main(["rename", "leerroute", "naar-zee", "zeewaarts"]) == 0
    assert main(["build"]) == 0
    route = (small_project / "concepts/leerroutes/zeewaarts.yml").read_text("utf-8")
    assert "  casussen:\n  - aan-wal\n" in route
    docs = small_project / "docs"
    assert "casussen/aan-wal/" in (docs / "casussen/aan-de-kade/index.html").read_text("utf-8")
    sheet = docs / "lessen/docent-naar-zee/index.html"
    assert "lessen/docent-zeewaarts/" in sheet.read_text("utf-8")


def test_a_withdrawn_case_leaves_the_lesson(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lesson stays without it."""
    monkeypatch.chdir(small_project)
    assert main(["withdraw", "casus", "aan-de-kade"]) == 0
    assert main(["check"]) == 0
    assert "kade" not in (small_project / "concepts/leerroutes/naar-zee.yml").read_text("utf-8")


def test_merged_concepts_stay_one_answer(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A passage of a concept that goes leads to the one that stays, and so does its answer."""
    monkeypatch.chdir(small_project)
    assert main(["publish-addresses"]) == 0
    main(["merge", "boot", "vaartuig"])
    case = (small_project / "concepts/casussen/aan-de-kade.yml").read_text("utf-8")
    assert "[[vaartuig|‘Er is nog plek" in case
    assert "\n  vaartuig: |\n" in case


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page on a phone; an error in a script fails the test."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []


class TestInTheBrowser:
    """What a student and a lecturer do."""

    pytestmark = browser_test

    def test_mark_name_uncover_and_share(self, page: Page, real_site: str) -> None:
        """By touch and by key; the answers stay hidden until asked; the address holds it all."""
        page.goto(real_site + CASE)
        expect(page.locator(".antwoorden")).to_be_hidden()
        page.locator(".zin", has_text="Noor kijkt niet op haar").tap()
        page.locator(".zin", has_text="Het blijft lang stil").press("Enter")
        page.get_by_role("button", name="2 gemarkeerd: noem wat je ziet").tap()
        expect(page.get_by_label("Welk begrip zie je?").first).to_be_focused()
        page.get_by_label("Welk begrip zie je?").last.fill("Vertragen")
        expect(page).to_have_url(re.compile("Vertragen"))
        shared = page.url
        page.goto(f"{real_site}casussen/")
        page.goto(shared)
        expect(page.locator(".zin[aria-pressed=true]")).to_have_count(2)
        page.get_by_role("button", name="Laat zien wat de kennisbank ziet").tap()
        answer = page.locator("[data-antwoord=vertragen]")
        expect(answer.locator(".jij")).to_have_text("Jij zag dit ook, en noemde: Vertragen.")
        expect(page.locator(".lens-stand")).to_contain_text("een zin die wij niet noemen")
        page.get_by_role("button", name="Begin opnieuw").tap()
        expect(page).to_have_url(real_site + CASE)

    def test_without_a_script_it_is_a_list(self, browser: Browser, real_site: str) -> None:
        """The bare story, and below it every passage with its concept and why."""
        context = browser.new_context(java_script_enabled=False)
        opened = context.new_page()
        opened.goto(real_site + CASE)
        expect(opened.locator(".antwoord")).to_have_count(7)
        expect(opened.locator(".antwoord").first).to_be_visible()
        expect(opened.locator(".lens-uitleg")).to_be_hidden()
        context.close()

    def test_the_sheets_fit_on_two_pages(self, page: Page, real_site: str) -> None:
        """Both sheets of every route, printed."""
        for linked in read_real_site().routes:
            for reader in ("student", "docent"):
                page.goto(f"{real_site}lessen/{reader}-{linked.route.id}/")
                paper = page.pdf(prefer_css_page_size=True)
                count = len(re.findall(rb"/Type\s*/Page\b", paper))
                assert 1 <= count <= 2, f"{reader}-{linked.route.id}: {count}"

    def test_the_lesson_on_the_wall(self, page: Page, real_site: str) -> None:
        """One part at a time, with its minutes on the clock, by button and by key."""
        page.goto(f"{real_site}lessen/student-macht-in-de-relatie/")
        page.get_by_role("button", name="Zet de les op het scherm").tap()
        screen = page.get_by_role("dialog")
        expect(screen.get_by_role("timer")).to_have_text("8:00")
        screen.get_by_role("button", name="Volgende").tap()
        expect(screen.get_by_role("timer")).to_have_text("20:00")
        page.keyboard.press("ArrowRight")
        expect(screen.get_by_role("heading")).to_contain_text("De toets op jezelf")
        screen.get_by_role("button", name="Sluit").tap()
        expect(screen).to_be_hidden()

    def test_one_card_on_the_wall(self, page: Page, real_site: str) -> None:
        """A card that is pressed stands there alone, in larger letters, until pressed again."""
        page.goto(f"{real_site}lessen/student-jezelf-als-mens-in-het-contact/")
        page.get_by_role("button", name="Zet de les op het scherm").tap()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        screen = page.get_by_role("dialog")
        card = screen.get_by_role("button", name="Een moeder wil weten")
        card.press("Enter")
        expect(screen.locator(".kaartjes li:visible")).to_have_count(1)
        card.tap()
        expect(screen.locator(".kaartjes li:visible")).to_have_count(6)
