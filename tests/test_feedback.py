"""Readers can say what is wrong, with the page filled in; without an address nothing is asked."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser

from building import ROOT, build_site, copy_project
from kennisbank.cli import main
from serving import serve_site

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FORM = "https://voorbeeld.nl/meldingen/nieuw?title={titel}&body={tekst}"


def _build(folder: Path, line: str = "") -> Path:
    project = copy_project(folder / "klein", ROOT / "tests/golden/concepts")
    settings = project / "concepts/kennisbank.yml"
    settings.write_text(settings.read_text("utf-8") + line, "utf-8")
    done = build_site(project)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture
def with_mail(tmp_path: Path) -> Iterator[str]:
    """Serve a small site with a mail address."""
    with serve_site(_build(tmp_path)) as address:
        yield address


def test_mail_names_page_and_section(browser: Browser, with_mail: str) -> None:
    """The mail has the page, and the section that the address points at."""
    page = browser.new_page()
    page.goto(f"{with_mail}begrippen/meer/")
    link = page.get_by_role("link", name="Klopt er iets niet?")
    mail = urlsplit(link.get_attribute("href") or "")
    assert (mail.scheme, mail.path) == ("mailto", "redactie@klein.example")
    fields = parse_qs(mail.query)
    assert fields["subject"] == ["Klopt er iets niet: Meer"]
    assert "/begrippen/meer/\r\nOnderdeel: hele pagina" in fields["body"][0]
    page.goto(f"{with_mail}begrippen/meer/#verwant")
    link.focus()
    assert "Onderdeel: Verwant\r\n" in unquote(link.get_attribute("href") or "")
    page.close()


def test_form_gets_the_same(tmp_path: Path) -> None:
    """A form's address is filled in, whatever is in the title; without either there is no link."""
    site = _build(tmp_path, f'meldpunt: "{FORM}"\n')
    page = (site / "begrippen/meer/index.html").read_text("utf-8")
    start = page.split('data-melden href="')[1].split('"')[0].replace("&amp;", "&")
    fields = parse_qs(urlsplit(start).query)
    assert fields["title"] == ["Klopt er iets niet: Meer"]
    assert fields["body"][0].startswith("Pagina: https://")


def test_nothing_is_asked_without_an_address(real_project: Path) -> None:
    """The real site asks nothing until the maintainers say where to."""
    page = (real_project / "site/begrippen/macht/index.html").read_text("utf-8")
    settings = (real_project / "concepts/kennisbank.yml").read_text("utf-8")
    assert ("data-melden" in page) == ("contact:" in settings or "meldpunt:" in settings)


def test_a_page_leads_to_its_record(tmp_path: Path) -> None:
    """With the address of an editor each page of a record has a link to its file, and no other."""
    editor = "https://git.klein.example/kb/edit/main/{bestand}"
    site = _build(tmp_path, f"bewerken: {editor}\n")
    page = (site / "begrippen/meer/index.html").read_text("utf-8")
    start = f'<a href="{editor.partition("{")[0]}'
    assert f'{start}concepts/begrippen/water/meer.yml">Verbeter deze pagina</a>' in page
    for path in ("index.html", "begrippen/index.html", "over/index.html"):
        assert start not in (site / path).read_text("utf-8")


@pytest.mark.parametrize("address", ["http://git.example/{bestand}", "https://git.example/bewerk"])
def test_an_editor_without_a_place_for_the_file_is_named(
    address: str,
    small_project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An address that cannot lead to a record gets a line that says what to write."""
    settings = small_project / "concepts/kennisbank.yml"
    settings.write_text(settings.read_text("utf-8") + f"bewerken: {address}\n", "utf-8")
    monkeypatch.chdir(small_project)
    assert main(["check"]) == 1
    assert "zet {bestand} waar het pad van het record komt" in capsys.readouterr().out
