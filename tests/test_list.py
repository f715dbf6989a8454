"""The list of a reader, in a browser: kept, ordered, noted, and taken along in every way."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import quote
from zipfile import ZipFile

import pytest
import rispy
from playwright.sync_api import Browser, Page, expect

from browsing import open_page
from cartridge_reading import VALIDATORS, Course, check_by_schemas, import_course, open_package
from packages import make_real_files

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OURS = "https://relationeelwerken.nl/"
NAMES = ("leerroute/macht-in-de-relatie", "casus/de-ketting", "begrip/macht", "begrip/nabijheid")
HOSTILE = "<b>\"'&amp; ]]> één\n🌊 x"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page on a phone; an error fails the test."""
    with open_page(
        browser,
        viewport={"width": 390, "height": 844},
        has_touch=True,
        permissions=["clipboard-read", "clipboard-write"],
    ) as opened:
        yield opened


def _titles(page: Page) -> list[str]:
    return page.locator(".lijst .lijst-titel a").all_inner_texts()


def _clipboard(page: Page, kind: str = "text/plain") -> str:
    text: str = page.evaluate(
        "async kind => (await (await navigator.clipboard.read())[0].getType(kind)).text()", kind
    )
    return text


def _download(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).tap()
    return download.value.path().read_bytes()


def _open_list(page: Page, real_site: str, *names: str, title: str = "", note: str = "") -> None:
    """Open a list by its address, and take it over."""
    page.goto(f"{real_site}lijst/?lijst={','.join(names)}&titel={quote(title)}&n1={quote(note)}")
    page.get_by_role("button", name="Zet dit op mijn lijst").tap()
    expect(page.get_by_role("button", name="Maak een cursuspakket")).to_be_visible()


def test_keep_order_note_and_share(page: Page, real_site: str) -> None:
    """From a page and a voice on it, by touch; ordered by key; another device opens the lesson."""
    page.goto(f"{real_site}begrippen/macht/")
    page.get_by_role("button", name="Bewaar: Macht", exact=True).tap()
    voice = page.locator("#stem-kristel-driessens")
    voice.locator("summary").tap()
    voice.get_by_role("button", name="Bewaar: Kristel Driessens").tap()
    page.get_by_role("link", name="Mijn lijst").first.tap()
    page.get_by_text("Zet er iets bij").tap()
    page.locator(".lijst-bron input").fill("ketting")
    page.get_by_role("button", name="Zet erbij: De ketting (casus)", exact=True).press("Enter")
    page.get_by_role("button", name="De ketting omhoog").press("Enter")
    expect(page.get_by_role("button", name="De ketting omhoog")).to_be_focused()
    page.get_by_label("Naam van je lijst").fill("College 3")
    page.get_by_label("Aantekening bij De ketting").fill("Lees voor maandag")
    page.reload()
    expect(page.get_by_label("Aantekening bij De ketting")).to_have_value("Lees voor maandag")
    page.emulate_media(media="print")
    expect(page.locator(".lijst-kop")).to_have_text("College 3")
    expect(page.locator(".lijst-noot").nth(1)).to_be_visible()
    expect(page.get_by_label("Aantekening bij De ketting")).to_be_hidden()
    page.emulate_media(media="screen")
    assert _titles(page) == ["Macht", "De ketting", "Kristel Driessens over Macht"]
    page.get_by_role("button", name="Kopieer de link").tap()
    expect(page.locator(".lijst-vak [role=status]")).to_have_text("Gekopieerd")
    link = _clipboard(page)
    assert link.startswith(f"{OURS}lijst/?lijst=begrip/macht,casus/de-ketting,stem/macht.kristel-")
    page.evaluate("localStorage.clear()")
    page.goto(link.replace(OURS, real_site))
    expect(page.get_by_role("heading", level=1)).to_have_text("College 3")
    assert _titles(page) == ["Macht", "De ketting", "Kristel Driessens over Macht"]
    expect(page.locator(".lijst-noot")).to_have_text("Lees voor maandag")
    page.get_by_role("button", name="Oefen met 8 begrippen").tap()
    page.locator(".oefenkaart").tap()
    expect(page.locator(".oefenkaart .oefentekst")).to_have_text("Macht")


def test_practise_with_all_that_is_kept(page: Page, real_site: str) -> None:
    """A voice brings its concept, a case and a theme theirs, each once; of a source it is said."""
    source, voice = "bron/schaftenaar-contact-gezocht", "stem/macht.lilian-linders"
    without = page.get_by_text("Van een bron zijn er geen kaartjes")
    page.goto(f"{real_site}lijst/?lijst={source}")
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    expect(page.get_by_role("button", name="Oefen")).to_have_count(0)
    _open_list(page, real_site, source, voice, "casus/de-ketting")
    expect(page.get_by_role("button", name="Oefen met 8 begrippen")).to_be_visible()
    expect(without).to_be_visible()
    page.get_by_role("button", name="Haal Contact gezocht").tap()
    expect(without).to_have_count(0)
    page.get_by_role("button", name="Oefen met 8 begrippen").tap()
    expect(page.locator(".oefenkaart")).to_be_visible()


def test_old_address_of_a_lesson_leads_here(page: Page, real_site: str) -> None:
    """A list that a lecturer kept as an address of /docenten/ opens still."""
    page.goto(f"{real_site}docenten/?les=begrip/verstaan,leerroute/macht-in-de-relatie#les")
    expect(page.locator(".lijst li")).to_have_count(2)
    expect(page).to_have_url(
        f"{real_site}lijst/?lijst=begrip/verstaan,leerroute/macht-in-de-relatie"
    )


def test_references(page: Page, real_site: str) -> None:
    """In APA with italics and as RIS: a source is itself, a voice is its source, each once."""
    source = "bron/schaftenaar-contact-gezocht"
    _open_list(page, real_site, "begrip/verstaan", source, "stem/macht.lilian-linders")
    page.get_by_role("button", name="Kopieer de lijst").tap()
    expect(page.locator(".lijst-vak [role=status]")).to_have_text("Gekopieerd")
    rows = _clipboard(page).split("\n")
    assert [row.split(" ")[0] for row in rows] == ["Kennisbank", "Linders,", "Schaftenaar,"]
    assert "<i>Contact gezocht" in _clipboard(page, "text/html")
    entries = rispy.loads(_download(page, "Bewaar als RIS").decode())
    assert [entry["type_of_reference"] for entry in entries] == ["ELEC", "THES", "MGZN"]
    cited = (rows[0], rows[2], rows[1])
    assert all(entry["title"] in row for entry, row in zip(entries, cited, strict=True))


def _make_course(page: Page) -> tuple[bytes, Course]:
    content = _download(page, "Maak een cursuspakket")
    return content, import_course(open_package(content))


def test_course_package(page: Page, real_site: str, tmp_path: Path) -> None:
    """The readers of the built packages take it, the schemas too; nothing in it meets another."""
    _open_list(page, real_site, *NAMES, title="Macht", note="Begin hier")
    content, course = _make_course(page)
    assert course.title == "Macht"
    assert [(name, [each.title for each in items]) for name, items in course.modules.items()] == [
        ("Over dit pakket: Macht", ["Over dit pakket: Macht"]),
        (
            "Macht",
            [
                *("Les: Macht", "Leerroute: Macht in de relatie", "Casus: De ketting", "Macht"),
                *("Nabijheid", "Vragen bij Macht"),
            ],
        ),
    ]
    about, lesson = course.modules["Over dit pakket: Macht"][0], course.modules["Macht"]
    assert ": Begin hier</li>" in about.html
    assert lesson[0].url.startswith(f"{OURS}lijst/?lijst={','.join(NAMES)}&titel=Macht")
    assert [each.url for each in lesson[1:5]] == [
        f"{OURS}leerroutes/macht-in-de-relatie/",
        f"{OURS}casussen/de-ketting/",
        f"{OURS}begrippen/macht/",
        f"{OURS}begrippen/nabijheid/",
    ]
    built = (open_package(c) for p, c in make_real_files().items() if p.endswith(".imscc"))
    ours = _identifiers(open_package(content))
    assert not [name for each in built for name in _identifiers(each) & ours]
    if VALIDATORS:
        check_by_schemas({"lijst.imscc": open_package(content)}, tmp_path)
    page.get_by_role("button", name="Nabijheid omhoog").tap()
    again, _ = _make_course(page)
    assert _identifiers(open_package(again)) == ours  # a list that was changed is known again
    page.get_by_label("Naam van je lijst").fill("Week 2")
    second = _identifiers(open_package(_make_course(page)[0]))
    for _ in NAMES:
        page.get_by_role("button", name="Haal ").first.tap()
    page.get_by_text("Zet er iets bij").tap()
    page.get_by_role("button", name="Zet erbij: Macht", exact=True).tap()
    third = _identifiers(open_package(_make_course(page)[0]))
    assert not ours & second and not second & third  # another list never takes the place of one


def _identifiers(files: dict[str, bytes]) -> set[str]:
    found = set(re.findall(r'identifier="([^"]+)"', files["imsmanifest.xml"].decode()))
    return {*found, *files} - {"inhoud", "wortel", "imsmanifest.xml"}


def test_hostile_words_stay_words(page: Page, real_site: str) -> None:
    """Whatever a title and a note hold, the lesson shows it and the package is taken."""
    _open_list(page, real_site, "begrip/macht", title=HOSTILE, note=HOSTILE)
    content, course = _make_course(page)
    shown = re.sub(r"\s+", " ", HOSTILE)
    assert course.title.split() == shown.replace("\x0b", "").split()
    with ZipFile(BytesIO(content)) as package:
        assert package.testzip() is None


def test_it_works_without_storage(page: Page, real_site: str) -> None:
    """A browser that keeps nothing: a lesson opens, and a list is made and taken along."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page.goto(f"{real_site}lijst/")
    page.locator(".lijst-bron input").fill("macht")
    page.get_by_role("button", name="Zet erbij: Macht", exact=True).tap()
    assert _titles(page) == ["Macht"]
    page.get_by_role("link", name="Bekijk de les").tap()
    expect(page.locator(".lijst-les li")).to_have_count(1)
