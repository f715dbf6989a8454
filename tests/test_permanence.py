"""Published addresses: recorded by a command, kept by redirects, never lost without a word."""

from pathlib import Path

import pytest
import yaml

from kennisbank.cli import main
from kennisbank.config import find_project
from kennisbank.model.addresses import AddressBook
from kennisbank.permanence import encode
from kennisbank.pipeline import check_records


@pytest.fixture
def published(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project whose addresses were published."""
    monkeypatch.chdir(small_project)
    assert main(["publish-addresses"]) == 0
    return small_project


def _problems(folder: Path) -> list[str]:
    project = find_project(folder)
    assert project
    return [str(problem) for problem in check_records(project).problems]


def test_publishing_lists_pages_anchors_and_files(published: Path) -> None:
    """The book has every page with its fixed anchors, in order, and check stays good."""
    book = (published / "concepts/adressen.yml").read_text(encoding="utf-8")
    assert "\n  begrippen/meer/: citeren genoemd-bij in-het-kort stem-anna-stroom" in book
    assert "plaats-oevers" in book
    assert _problems(published) == []


def test_publishing_twice_changes_nothing(published: Path) -> None:
    """A second publication of the same records leaves the book as it was."""
    book = published / "concepts/adressen.yml"
    before = book.read_bytes()
    assert main(["publish-addresses"]) == 0
    assert book.read_bytes() == before


def test_dropped_concept_stops_the_check(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A published concept that is gone stops the check with a line that says what to do."""
    (published / "concepts/voorbeelden/overtocht.yml").unlink()
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert 'gepubliceerd adres "voorbeelden/overtocht/" wordt niet meer gemaakt' in said
    assert "zet het record terug" in said
    assert "[adres-weg]" in said


def test_redirect_keeps_the_address(published: Path) -> None:
    """A redirect makes a page at the old address that leads to the new one, and takes all along."""
    (published / "concepts/voorbeelden/overtocht.yml").unlink()
    assert main(["redirect", "voorbeelden/overtocht/", "begrippen/boot/"]) == 0
    assert main(["build"]) == 0
    page = (published / "docs/voorbeelden/overtocht/index.html").read_text(encoding="utf-8")
    assert 'href="https://klein.example/begrippen/boot/"' in page
    assert '<a href="../../begrippen/boot/" data-verhuisd>Boot</a>' in page
    assert 'http-equiv="refresh"' not in page, "a refresh forgets the section in the address"
    hosts = (published / "docs/_redirects").read_text(encoding="utf-8")
    assert "/voorbeelden/overtocht/ /begrippen/boot/ 301\n" in hosts


def test_lost_voice_keeps_its_anchor(published: Path) -> None:
    """An anchor whose claim is gone stays on the page once a maintainer says where it leads."""
    record = published / "concepts/begrippen/vuur/kampvuur.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("wie: redactie", "wie: anna-stroom"), encoding="utf-8")
    assert any("[anker-weg]" in line for line in _problems(published))
    address = "begrippen/kampvuur/"
    assert main(["redirect", f"{address}#stem-redactie", address]) == 0
    assert main(["build"]) == 0
    page = (published / "docs/begrippen/kampvuur.md").read_text(encoding="utf-8")
    assert '<div class="verhuisd" id="stem-redactie"></div>\n\n## Wie zegt wat' in page


def test_only_published_addresses_can_be_redirected(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A redirect of an address that never was is refused with the nearest that was."""
    assert main(["redirect", "begrippen/meeer/", "begrippen/boot/"]) == 2
    assert 'bedoel je "begrippen/meer/"?' in capsys.readouterr().err


@pytest.mark.parametrize("noted", ["-", "- a", "a -", "stem-a it's", "?", "a b"])
def test_the_book_can_be_read_again(noted: str) -> None:
    """Whatever a hand put in the book, a command writes it so that it reads the same."""
    book = AddressBook.model_validate({"adressen": {"begrippen/zee/": noted}})
    text = encode(book)
    assert text
    assert yaml.safe_load(text)["adressen"] == {"begrippen/zee/": noted}
