"""Editing from any browser: a proposal at the git host, against a stand-in on this machine."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from building import GOLDEN, copy_project
from editing import (
    EDITOR,
    MEANT,
    MISTAKES,
    PATIENCE,
    as_in_form,
    field,
    make_site,
    open_record,
    save,
    type_all,
)
from git_hosts import TOKEN, Project, serve_host
from kennisbank.advice.messages import SHAPE_RULES
from kennisbank.config import find_project
from kennisbank.exports.form_checks import SEEN
from kennisbank.model.git_host import read_git_host
from kennisbank.pipeline import check_records
from serving import serve_plainly

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Record = Callable[[str, object], None]
KNOWN = {*SHAPE_RULES, *(rule for module in SEEN for rule in module.RULES)}
LAKE = "concepts/begrippen/water/meer.yml"
ORIGINAL = (GOLDEN / LAKE).read_text("utf-8")
GITLAB = "https://gitlab.com/klein/kennis/-/edit/main/{bestand}"
APIS = {
    "github": (EDITOR, "https://api.github.com"),
    "gitlab": (GITLAB, "https://gitlab.com/api/v4"),
}


class Place(NamedTuple):
    """A site on one address, and the host on another one."""

    address: str
    api: str
    project: Project
    records: Path


@pytest.fixture(scope="module", params=["github", "gitlab"])
def place(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Place]:
    """Serve the page as it is made, but for where the host is: a stand-in."""
    folder = tmp_path_factory.mktemp("host")
    found = find_project(copy_project(folder / "klein", GOLDEN / "concepts"))
    assert found
    editor, real = APIS[request.param]
    site = make_site(found, folder / "site", editor)
    records = (GOLDEN / "concepts").rglob("*.yml")
    files = {file.relative_to(GOLDEN).as_posix(): file.read_bytes() for file in records}
    project = Project({"main": files})
    with serve_host(project) as api, serve_plainly(site) as address:
        page = site / "bewerken/index.html"
        html = page.read_text("utf-8")
        assert f"connect-src 'self' {real.removesuffix('/api/v4')};" in html
        stand_in = html.replace(real, api + real.partition(".com")[2])
        page.write_text(stand_in.replace("'self' https://gitlab.com;", f"'self' {api};"), "utf-8")
        yield Place(address, api, project, found.root)


@pytest.fixture
def page(browser: Browser, place: Place) -> Iterator[Page]:
    """Give a page that asks nothing but of the site and the host."""
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    allowed = (place.address, place.api)
    page.on(
        "request", lambda each: None if each.url.startswith(allowed) else faults.append(each.url)
    )
    yield page
    page.close()
    assert faults == []


def _sign_in(page: Page, place: Place, token: str = TOKEN) -> None:
    page.goto(f"{place.address}bewerken/")
    expect(page.locator("#gevonden button").first).to_be_visible(timeout=PATIENCE)
    page.get_by_label("Toegangssleutel").fill(token)
    page.get_by_role("button", name="Gebruik deze sleutel").click()


def _find_proposal(place: Place) -> tuple[dict[str, str], dict[str, bytes]]:
    """Give the last proposal, and the files of its branch that differ."""
    made = place.project.proposals[-1]
    branch = made.get("head") or made["source_branch"]
    files = place.project.branches[branch]
    main = place.project.branches["main"]
    return made, {path: text for path, text in files.items() if main.get(path) != text}


def test_propose_a_sentence(page: Page, place: Place) -> None:
    """A sentence becomes a branch, one changed file and a request with the change in words."""
    _sign_in(page, place)
    open_record(page, place.address, LAKE)
    page.fill(field(page, "uitleg"), "Een meer rust.")
    page.get_by_label("Wat veranderde je").fill("Rustiger gezegd")
    save(page, "Je voorstel staat klaar")
    made, files = _find_proposal(place)
    assert made["title"] == "Rustiger gezegd"
    assert files == {LAKE: ORIGINAL.replace("Een meer staat stil.", "Een meer rust.").encode()}
    link = page.get_by_role("link", name="bekijk het").get_attribute("href") or ""
    assert link.endswith(("pull/7", "merge_requests/7"))


def test_propose_a_new_concept(page: Page, place: Place) -> None:
    """A concept from nothing comes as a draft, in a file of its own."""
    _sign_in(page, place)
    page.get_by_role("button", name="Een nieuw begrip").click()
    page.get_by_label("Naam of titel").fill("Stroming")
    page.get_by_label("Thema").select_option("water")
    page.get_by_role("button", name="Begin").click()
    page.fill(field(page, "uitleg"), "Stroming neemt je mee.")
    page.get_by_label("Wat veranderde je").fill("Een begrip over stroming")
    save(page, "te verbeteren")
    expect(page.locator('[data-pad="definitie"] > .fouten')).to_have_text(
        'verplicht veld "definitie" ontbreekt; voeg het toe'
    )
    save(page, "Je voorstel staat klaar")
    _, files = _find_proposal(place)
    (text,) = files.values()
    assert [*files] == ["concepts/begrippen/water/stroming.yml"]
    assert text.startswith(b"status: ontwerp\nvoorkeursterm: Stroming\n")
    assert b"uitleg: |\n  Stroming neemt je mee.\nwijzigingen: |\n" in text


@pytest.mark.parametrize("place", ["github"], indirect=True)
@pytest.mark.parametrize("mistakes", [MISTAKES, MEANT], ids=["vorm", "betekenis"])
def test_mistakes_have_the_words_of_the_check(
    page: Page, place: Place, mistakes: dict[str, str], record_property: Record
) -> None:
    """What a browser can know shows at the field in the check's words, and holds a proposal."""
    _sign_in(page, place)
    open_record(page, place.address, LAKE)
    type_all(page, mistakes)
    page.get_by_label("Wat veranderde je").fill("Een proef met fouten")
    save(page, "te verbeteren")
    texts = set(page.locator("#bewerk .fouten li > span").all_text_contents())
    save(page, "Je voorstel staat klaar")
    _, files = _find_proposal(place)
    record = place.records / LAKE
    record.write_bytes(files[LAKE])
    project = find_project(place.records)
    assert project
    check = check_records(replace(project, today=date.today()))
    record.write_text(ORIGINAL, "utf-8")
    found = {as_in_form(each.message) for each in check.problems if each.rule in KNOWN}
    assert texts == found
    assert len(found) >= 5
    record_property("mistakes in the same words in a proposal", len(found))
    record_property("seen by the check alone", len(check.problems) - len(found))


def test_what_changed_meanwhile_is_not_overwritten(page: Page, place: Place) -> None:
    """Somebody else's change on the branch stops the proposal; nothing is made."""
    _sign_in(page, place)
    open_record(page, place.address, LAKE)
    page.fill(field(page, "uitleg"), "Mijn zin.")
    page.get_by_label("Wat veranderde je").fill("Anders gezegd")
    before, count = place.project.branches["main"][LAKE], len(place.project.proposals)
    place.project.branches["main"][LAKE] = before + b"# meer\n"
    save(page, "Er is niets overschreven")
    place.project.branches["main"][LAKE] = before
    assert len(place.project.proposals) == count


def test_a_wrong_key_is_told(page: Page, place: Place) -> None:
    """Without a good key the page says what to do; the key is not kept in the browser."""
    _sign_in(page, place, "fout")
    page.goto(f"{place.address}bewerken/#{LAKE}")
    expect(page.locator("#stand")).to_contain_text("de sleutel klopt niet", timeout=PATIENCE)
    kept = page.evaluate("[Object.values({...localStorage}).join(), document.cookie].join()")
    assert "fout" not in kept


def test_private_names_and_drafts_stay_out(place: Place, tmp_path: Path, page: Page) -> None:
    """What the page knows of records is what readers may know, and no other page asks for it."""
    text = page.request.get(f"{place.address}bewerken/velden.json").text()
    found = json.loads(text)
    assert 'content="noindex"' in page.request.get(f"{place.address}bewerken/").text()
    assert "prive-persoon" not in text
    assert not [each for each in found["records"] if each.get("draft")]


@pytest.mark.parametrize(
    ("edit", "project", "branch"),
    [
        (EDITOR, "klein/kennis", "main"),
        ("https://gitlab.com/a/b/c/-/edit/main/{bestand}", "a/b/c", "main"),
        ("https://git.school.nl/a/b/-/edit/x/y/{bestand}?ref_type=heads", "a/b", "x/y"),
        ("https://codeberg.org/a/b/_edit/main/{bestand}", "", ""),
        (None, "", ""),
    ],
)
def test_the_host_is_read_from_one_setting(edit: str | None, project: str, branch: str) -> None:
    """GitHub and any GitLab are known by the address at which they let a file be edited."""
    host = read_git_host(edit)
    assert ((host.project, host.branch) if host else ("", "")) == (project, branch)
