"""Editing in the folder on this computer: each path ends in the expected bytes."""

import json
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from building import GOLDEN, copy_project, run_command
from editing import (
    MEANT,
    MISTAKES,
    PATIENCE,
    as_in_form,
    field,
    open_record,
    save,
    serve_preview,
    step,
    type_all,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LAKE = "concepts/begrippen/water/meer.yml"
Record = Callable[[str, object], None]
PAIR = '[data-pad="relaties"] .paar .paar'
"""A relation with its reason, below its kind."""
ORIGINAL = (GOLDEN / LAKE).read_text("utf-8")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Serve a preview of a copy of the small knowledge base."""
    project = copy_project(tmp_path_factory.mktemp("thuis") / "klein", GOLDEN / "concepts")
    with serve_preview(project) as (address, _):
        yield address, project


@pytest.fixture
def page(browser: Browser, home: tuple[str, Path]) -> Iterator[Page]:
    """Give a page that asks nothing elsewhere and says nothing wrong; the records are new."""
    address, project = home
    for file in (GOLDEN / "concepts").rglob("*.yml"):
        target = project / file.relative_to(GOLDEN)
        if target.read_bytes() != file.read_bytes():
            target.write_bytes(file.read_bytes())
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    page.set_default_timeout(PATIENCE)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(error.stack or str(error)))
    page.on(
        "request", lambda each: None if each.url.startswith(address) else faults.append(each.url)
    )
    yield page
    page.close()
    assert faults == []


def test_correct_a_sentence(page: Page, home: tuple[str, Path]) -> None:
    """A sentence changes one line of the file, and the page beside the form shows it."""
    address, project = home
    page.goto(f"{address}begrippen/meer/")
    page.get_by_role("link", name="Verbeter deze pagina").click()
    page.fill(field(page, "uitleg"), "Een meer rust tussen de heuvels.")
    save(page)
    expected = ORIGINAL.replace("Een meer staat stil.", "Een meer rust tussen de heuvels.")
    assert (project / LAKE).read_text("utf-8") == expected
    beside = page.frame_locator("#beeld").get_by_text("Een meer rust tussen de heuvels.").first
    expect(beside).to_be_visible(timeout=PATIENCE)
    assert run_command(project, "check").startswith("geen fouten")


def test_add_a_claim_with_a_new_person(page: Page, home: tuple[str, Path]) -> None:
    """A voice is made first, then what she says; both files are saved at once."""
    address, project = home
    page.goto(f"{address}bewerken/")
    page.get_by_role("button", name="Een nieuwe stem").click()
    page.get_by_label("Naam of titel").fill("Béa d'Eau")
    page.get_by_role("button", name="Begin").click()
    page.select_option(field(page, "soort"), "persoon")
    step(page, "Klaar")
    page.select_option(field(page, "status"), "vastgesteld")
    page.evaluate("location.hash = '#concepts/begrippen/water/meer.yml'")
    page.get_by_role("button", name="+ uitspraak").click()
    page.fill(field(page, "uitspraken/1/wie/0"), "Béa d'Eau")
    page.fill(field(page, "uitspraken/1/bron"), "Het artikel")
    page.focus(field(page, "uitspraken/1/plaats"))
    page.select_option(field(page, "uitspraken/1/plaats"), "oevers")
    page.fill(field(page, "uitspraken/1/tekst"), "Aan de oever begint het meer.")
    page.get_by_text("Nog leeg: via, vorm, cijfer").click()
    page.fill(field(page, "uitspraken/1/via"), "Anna Stroom")
    save(page)
    person = (project / "concepts/personen/bea-d-eau.yml").read_text("utf-8")
    assert person.startswith(
        "status: vastgesteld\nnaam: Béa d'Eau\nsoort: persoon\nwijzigingen: |\n"
    )
    claim = (
        "- wie: bea-d-eau\n  via: anna-stroom\n  bron: het-artikel\n  plaats: oevers\n"
        "  tekst: |\n    Aan de oever begint het meer.\n"
    )
    assert (project / LAKE).read_text("utf-8") == ORIGINAL.replace("relaties:", f"{claim}relaties:")
    (project / LAKE).write_text(ORIGINAL, "utf-8")
    (project / "concepts/personen/bea-d-eau.yml").unlink()


def test_add_a_relation_with_its_reason(page: Page, home: tuple[str, Path]) -> None:
    """A relation of another sort comes below the ones that there are."""
    address, project = home
    open_record(page, address, LAKE)
    page.get_by_role("button", name="+ soort").click()
    page.select_option(field(page, "relaties/+1"), "spanning")
    page.locator(PAIR).last.locator("input").fill("Kampvuur")
    page.locator(PAIR).last.locator("textarea").fill("Water dooft vuur.")
    save(page)
    added = "  spanning:\n    kampvuur: |\n      Water dooft vuur.\nwijzigingen:"
    assert (project / LAKE).read_text("utf-8") == ORIGINAL.replace("wijzigingen:", added)


def test_half_a_relation_is_not_lost(page: Page, home: tuple[str, Path]) -> None:
    """A row with only one half is not saved and not left; filled in, it is saved."""
    address, project = home
    open_record(page, address, LAKE)
    page.get_by_role("button", name="+ soort").click()
    page.locator(PAIR).last.locator("input").fill("Kampvuur")
    page.locator(PAIR).last.locator("textarea").fill("Water dooft vuur.")
    save(page, "half ingevuld")
    page.get_by_role("button", name="Kies iets anders").click()
    expect(page.locator("#stand")).to_contain_text("half ingevuld")
    page.select_option(field(page, "relaties/+1"), "spanning")
    expect(page.locator("#stand")).to_contain_text("nog niet bewaard")
    save(page)
    assert "Water dooft vuur." in (project / LAKE).read_text("utf-8")


def test_a_message_stands_at_its_own_relation(page: Page, home: tuple[str, Path]) -> None:
    """Of two new relations the wrong one is marked; it is not told to type a command."""
    address, _ = home
    open_record(page, address, LAKE)
    page.get_by_role("button", name="+ soort").click()
    page.locator(PAIR).last.locator("input").fill("Kampvuur")
    page.locator(PAIR).last.locator("textarea").fill("Water dooft vuur.")
    kind = page.locator('[data-pad="relaties"] > div > .rijen > .paar').last
    assert "steunt op" in kind.locator("select option").all_text_contents()
    kind.locator("select").first.select_option("spanning")
    kind.get_by_role("button", name="+ begrip").click()
    page.locator(PAIR).last.locator("input").fill("Bergtop")
    page.locator(PAIR).last.locator("textarea").fill("Het meer ligt laag.")
    told = page.locator(PAIR).last.locator("> .fouten")
    expect(told).to_contain_text('"Bergtop" is geen id', timeout=PATIENCE)
    expect(told).to_contain_text("maak dat record hier: Maak Bergtop")
    expect(told).not_to_contain_text("start")
    expect(page.locator(PAIR).nth(-2).locator("> .fouten")).to_be_empty()


def test_a_new_row_is_not_wrong_yet(page: Page, home: tuple[str, Path]) -> None:
    """What is still empty in a new row is marked when somebody leaves the row, or saves."""
    address, _ = home
    open_record(page, address, LAKE)
    page.get_by_role("button", name="+ uitspraak").click()
    with page.expect_response("**/lokaal/nakijken"):
        page.fill(field(page, "uitspraken/1/wie/0"), "Wie Dan Ook")
    expect(page.get_by_role("button", name="Maak Wie Dan Ook")).to_be_visible(timeout=PATIENCE)
    missing = page.locator('[data-pad="uitspraken/1/bron"] > .fouten li')
    expect(missing).to_have_count(0)
    page.locator(field(page, "voorkeursterm")).focus()
    expect(missing).to_have_count(1, timeout=PATIENCE)
    page.get_by_role("button", name="+ soort").click()
    row = page.locator(PAIR).last
    row.locator("input").fill("Kampvuur")
    expect(row).to_have_attribute("data-half", "", timeout=PATIENCE)
    expect(row).to_have_css("outline-style", "none")
    save(page, "half ingevuld")
    expect(row).to_have_css("outline-style", "solid")


def test_the_name_that_was_meant_is_one_click(page: Page, home: tuple[str, Path]) -> None:
    """Beside what is wrong with a name stands the one that was meant, before a new record."""
    address, _ = home
    open_record(page, address, LAKE)
    page.get_by_role("button", name="+ uitspraak").click()
    page.fill(field(page, "uitspraken/1/wie/0"), "Stroom")
    page.get_by_role("button", name="Gebruik Anna Stroom").click()
    expect(page.locator(field(page, "uitspraken/1/wie/0"))).to_have_value("Anna Stroom")


def test_a_new_concept_from_nothing(page: Page, home: tuple[str, Path]) -> None:
    """What a form has on screen is enough for a draft; nothing is published by accident."""
    address, project = home
    page.goto(f"{address}bewerken/")
    page.get_by_role("button", name="Een nieuw begrip").click()
    page.get_by_label("Naam of titel").fill("Stroming")
    page.get_by_label("Thema").select_option("water")
    page.get_by_role("button", name="Begin").click()
    page.select_option(field(page, "omvang"), "kort")
    page.fill(field(page, "definitie"), "water dat ergens heen gaat")
    page.fill(field(page, "uitleg"), "Stroming neemt je mee.")
    page.get_by_role("button", name="Volgende stap").click()
    page.get_by_role("button", name="+ uitspraak").click()
    page.fill(field(page, "uitspraken/0/wie/0"), "Anna Stroom")
    page.fill(field(page, "uitspraken/0/bron"), "Het artikel")
    page.focus(field(page, "uitspraken/0/plaats"))
    page.select_option(field(page, "uitspraken/0/plaats"), "oevers")
    page.fill(field(page, "uitspraken/0/tekst"), "Bij de oever stroomt het minder.")
    save(page)
    file = project / "concepts/begrippen/water/stroming.yml"
    text = file.read_text("utf-8")
    body, _, changes = text.partition("wijzigingen: |\n  ")
    assert body == (
        "status: ontwerp\nvoorkeursterm: Stroming\nomvang: kort\ndefinitie: |\n"
        "  water dat ergens heen gaat\ndefinitie_van: redactie\nuitleg: |\n"
        "  Stroming neemt je mee.\nuitspraken:\n- wie: anna-stroom\n  bron: het-artikel\n"
        "  plaats: oevers\n  tekst: |\n    Bij de oever stroomt het minder.\n"
    )
    assert changes.endswith(" Eerste versie\n")
    shown = page.frame_locator("#beeld").get_by_role("heading", name="Stroming")
    expect(shown.first).to_be_visible(timeout=PATIENCE)
    file.unlink()


def test_a_new_article_in_steps(page: Page, home: tuple[str, Path]) -> None:
    """Headings first, then who speaks, then claims by place; what is left uncovered shows."""
    address, project = home
    page.goto(f"{address}bewerken/")
    page.get_by_role("button", name="Een nieuw artikel").click()
    page.get_by_label("Naam of titel").fill("Aan de waterkant")
    page.get_by_role("button", name="Begin").click()
    page.fill(field(page, "uitgever"), "De Vis")
    missing = page.locator('[data-pad="soort"] > .fouten')
    expect(missing).to_have_text('verplicht veld "soort" ontbreekt; voeg het toe', timeout=PATIENCE)
    page.fill(field(page, "uitgever"), "")
    page.select_option(field(page, "soort"), "interview")
    page.get_by_role("button", name="Volgende stap").click()
    page.get_by_text("Plak er meer tegelijk").click()
    page.get_by_label("Plaatsen, één per regel").fill("De oever\nEén brug, twee kanten")
    page.get_by_role("button", name="Zet erbij").click()
    page.get_by_role("button", name="Volgende stap").click()
    page.get_by_role("button", name="+ persoon").click()
    page.fill(field(page, "sprekers/0"), "Anna Stroom")
    page.get_by_role("button", name="Volgende stap").click()
    cover = page.get_by_role("region", name="Uitspraken per kop")
    expect(cover).to_contain_text("Nog 2 van de 2 koppen zonder uitspraak")
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("button", name="+ uitspraak bij De oever").click()
    page.get_by_label("Begrip", exact=True).fill("Meer")
    page.get_by_role("button", name="Kies", exact=True).click()
    expect(page.locator(field(page, "uitspraken/1/tekst"))).to_be_focused()
    page.keyboard.type("Het meer begint aan de oever.")
    page.get_by_role("button", name="Terug naar het artikel").click()
    expect(cover).to_contain_text("Nog 1 van de 2 koppen zonder uitspraak")
    page.get_by_role("button", name="+ zonder uitspraak").click()
    page.select_option(field(page, "zonder_uitspraak/+0") + " >> nth=0", "een-brug-twee-kanten")
    page.locator(field(page, "zonder_uitspraak/+0")).last.fill("Alleen een foto.")
    expect(cover).to_contain_text("Bij elke kop staat iets")
    save(page)
    text = (project / "concepts/bronnen/aan-de-waterkant.yml").read_text("utf-8")
    body, _, _ = text.partition("wijzigingen: |\n  ")
    assert body == (
        "status: ontwerp\nsoort: interview\ntitel: Aan de waterkant\nplaatsen:\n"
        "  de-oever: De oever\n  een-brug-twee-kanten: Eén brug, twee kanten\n"
        "sprekers:\n- anna-stroom\nzonder_uitspraak:\n  een-brug-twee-kanten: |\n"
        "    Alleen een foto.\n"
    )
    claim = (
        "- wie: anna-stroom\n  bron: aan-de-waterkant\n  plaats: de-oever\n  tekst: |\n"
        "    Het meer begint aan de oever.\n"
    )
    assert (project / LAKE).read_text("utf-8") == ORIGINAL.replace("relaties:", f"{claim}relaties:")
    (project / "concepts/bronnen/aan-de-waterkant.yml").unlink()


def test_a_message_follows_its_row(page: Page, home: tuple[str, Path]) -> None:
    """When a row before it goes, a message still stands at the field that it is about."""
    address, _ = home
    open_record(page, address, LAKE)
    page.get_by_role("button", name="+ uitspraak").click()
    page.fill(field(page, "uitspraken/1/wie/0"), "Wie Dan Ook")
    page.locator('[data-pad="uitspraken"] > div > .rijen > .rij > summary').first.click()
    page.get_by_role("button", name="Haal weg: Anna Stroom:").click()
    told = page.locator('[data-pad="uitspraken/0/wie"] > .fouten')
    expect(told).to_contain_text("Wie Dan Ook", timeout=PATIENCE)
    page.get_by_role("button", name="Maak Wie Dan Ook").click()
    page.get_by_role("button", name="Begin").click()
    page.evaluate(f"location.hash = '#{LAKE}'")
    expect(page.locator(field(page, "uitspraken/0/wie/0"))).to_have_value("Wie Dan Ook")


def test_a_comment_is_not_lost_unseen(page: Page, home: tuple[str, Path]) -> None:
    """Taking away what has a comment is told first; a second time it is done."""
    address, project = home
    (project / LAKE).write_text(ORIGINAL.replace("relaties:", "relaties:  # nakijken"), "utf-8")
    open_record(page, address, LAKE)
    page.get_by_role("button", name="Haal weg: verwant").click()
    save(page, 'gaat weg: "# nakijken"')
    assert "# nakijken" in (project / LAKE).read_text("utf-8")
    save(page)
    assert "relaties" not in (project / LAKE).read_text("utf-8")


def test_two_at_once_lose_nothing(page: Page, home: tuple[str, Path]) -> None:
    """What somebody else saved meanwhile is not overwritten; the form keeps what was typed."""
    address, project = home
    open_record(page, address, LAKE)
    page.fill(field(page, "uitleg"), "Mijn zin.")
    theirs = ORIGINAL.replace("Een meer staat stil.", "Hun zin.")
    (project / LAKE).write_text(theirs, "utf-8")
    save(page, "Er is niets overschreven")
    assert (project / LAKE).read_text("utf-8") == theirs
    page.reload()
    expect(page.locator(field(page, "uitleg"))).to_have_value("Mijn zin.", timeout=PATIENCE)


def test_a_lost_connection_keeps_the_work(page: Page, home: tuple[str, Path]) -> None:
    """Without a connection the page says so, and what was typed is there after opening it anew."""
    address, _ = home
    open_record(page, address, LAKE)
    page.fill(field(page, "uitleg"), "Nog niet bewaard.")
    page.route("**/lokaal/**", lambda route: route.abort())
    save(page, "Er is geen verbinding")
    page.unroute("**/lokaal/**")
    page.reload()
    expect(page.locator(field(page, "uitleg"))).to_have_value("Nog niet bewaard.", timeout=PATIENCE)


def _ask(address: str, path: str, headers: dict[str, str], body: object = None) -> tuple[int, str]:
    where = urlsplit(address)
    link = HTTPConnection("127.0.0.1", where.port, timeout=20)
    sent = None if body is None else json.dumps(body)
    link.request("POST" if sent else "GET", f"/bewerken/{path}", sent, headers)
    answer = link.getresponse()
    return answer.status, answer.read().decode()


def test_only_the_page_itself_gets_in(home: tuple[str, Path]) -> None:
    """Without its key, from another site or by another name nobody reads or writes a record."""
    address, project = home
    host = urlsplit(address).netloc
    _, text = _ask(address, "", {"Host": host})
    key = text.partition('data-sleutel="')[2].partition('"')[0]
    assert len(key) > 40
    good = {"Host": host, "X-Sleutel": key}
    assert _ask(address, "lokaal/stand", good)[0] == 200
    for bad in (
        {"Host": host},
        {**good, "X-Sleutel": f"{key}x"},
        {**good, "Origin": "http://elders.example"},
        {**good, "Sec-Fetch-Site": "cross-site"},
        {**good, "Host": "elders.example:80"},
    ):
        assert _ask(address, "lokaal/stand", bad)[0] == 403
    assert "data-sleutel" not in _ask(address, "", {"Host": "elders.example"})[1]
    for path in (
        "concepts/kennisbank.yml",
        "concepts/../mkdocs.yml",
        "concepts/begrippen/water/../../../mkdocs.yml",
        "/etc/passwd",
        "concepts/begrippen/water/con.yml",
        "concepts/begrippen/meer.yml",
        "concepts/personen/.git.yml",
        "docs/over.md",
    ):
        sent = {"files": {path: "naam: x\n"}, "seen": {path: None}}
        status, said = _ask(address, "lokaal/bewaar", good, sent)
        assert status == 422, path
        assert "Traceback" not in said
    assert not (project / "concepts/begrippen/water/con.yml").exists()
    outside = project.parent / "buiten.yml"
    outside.write_text("naam: x\n", "utf-8")
    link = project / "concepts/personen/koppeling.yml"
    link.symlink_to(outside)
    assert _ask(address, "lokaal/bestand?pad=concepts/personen/koppeling.yml", good)[0] == 422
    link.unlink()


@pytest.mark.parametrize("mistakes", [MISTAKES, MEANT], ids=["vorm", "betekenis"])
def test_mistakes_have_the_same_words_everywhere(
    page: Page, home: tuple[str, Path], mistakes: dict[str, str], record_property: Record
) -> None:
    """What the form says at a field is what the command and the preview say, word for word."""
    address, project = home
    open_record(page, address, LAKE)
    type_all(page, mistakes)
    with page.expect_response("**/lokaal/nakijken") as checked:
        page.locator(field(page, "engels")).press("End")
        page.dispatch_event("#vorm", "change")
    told = {(each["rule"], each["message"]) for each in checked.value.json()["problems"]}
    shown = page.locator("#bewerk .fouten li")
    expect(shown).to_have_count(len(checked.value.json()["problems"]), timeout=PATIENCE)
    texts = set(shown.all_text_contents())
    save(page, "Bewaard")
    said = run_command(project, "check")
    assert len(told) >= 5
    for rule, message in told:
        assert f"{message} [{rule}]" in said
        assert any(as_in_form(message) in text for text in texts)
    page.goto(f"{address}begrippen/meer/")
    bar = page.locator("body").inner_text()
    assert [message for _, message in told if message not in bar] == []
    page.get_by_role("link", name=f"Herstel {LAKE} met een formulier").first.click()
    expect(page.locator("#pad")).to_have_text(LAKE, timeout=PATIENCE)
    record_property("mistakes told in the same words", len(told))


def test_hostile_values_are_only_text(page: Page, home: tuple[str, Path]) -> None:
    """Markup and script in a record show as they are, and come back as they were."""
    address, project = home
    evil = '<img src=x onerror=alert(1)><script>alert(2)</script>" onfocus=alert(3) ${7} {{ 7 }}'
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    open_record(page, address, LAKE)
    page.fill(field(page, "uitleg"), evil)
    page.fill(field(page, "voorkeursterm"), f"Meer: {evil} # 'x'")
    save(page, "Bewaard")
    text = (project / LAKE).read_text("utf-8")
    assert f"uitleg: |\n  {evil}\n" in text
    open_record(page, address, LAKE)
    expect(page.locator(field(page, "voorkeursterm"))).to_have_value(f"Meer: {evil} # 'x'")
    assert page.locator("main img, main script").count() == 0


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(where) => document.activeElement.matches(where)", selector):
            return
    pytest.fail(f"no key leads to {selector}")


def test_axe_and_keyboard(page: Page, home: tuple[str, Path]) -> None:
    """The list and a form have no fault that axe knows; keys alone reach, change and save one."""
    address, project = home
    page.set_viewport_size({"width": 820, "height": 1180})
    page.goto(f"{address}bewerken/")
    expect(page.locator("#gevonden button").first).to_be_visible(timeout=PATIENCE)
    page.get_by_label("Zoek op naam").press_sequentially("meer")
    expect(page.locator("#gevonden button").first).to_be_visible(timeout=PATIENCE)
    faults = Axe().run(page).response["violations"]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#titel")).to_be_focused(timeout=PATIENCE)
    faults += Axe().run(page).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in faults] == []
    _tab_to(page, '[data-pad="uitleg"] textarea')
    page.keyboard.press("Control+End")
    page.keyboard.type(" Nu ook.")
    _tab_to(page, "#bewaar")
    page.keyboard.press("Enter")
    expect(page.locator("#stand")).to_contain_text("Bewaard", timeout=PATIENCE)
    expected = ORIGINAL.replace("Een meer staat stil.", "Een meer staat stil.\n  Nu ook.")
    assert (project / LAKE).read_text("utf-8") == expected
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
