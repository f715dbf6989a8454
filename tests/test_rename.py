"""Rename: a record gets another id everywhere, whole or not at all, and its addresses live on."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

import forking
from building import ROOT, build_site, copy_project, read_tree
from kennisbank.cli import main


@pytest.fixture
def published(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a small project whose addresses were published."""
    monkeypatch.chdir(small_project)
    assert main(["publish-addresses"]) == 0
    return small_project


def _book(folder: Path) -> str:
    return (folder / "concepts/adressen.yml").read_text(encoding="utf-8")


def _changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[tuple[str, str]]:
    """Give the changed lines of files that stand in both, the old and the new one."""
    return {
        (old, new)
        for path in before.keys() & after.keys()
        for old, new in zip(
            before[path].decode().splitlines(), after[path].decode().splitlines(), strict=True
        )
        if old != new
    }


def test_concept_with_everything_that_names_it(published: Path) -> None:
    """Relations, links, routes and examples follow; nothing else in any file changes."""
    before = read_tree(published / "concepts")
    assert main(["rename", "begrip", "rivier", "stroom-naar-zee"]) == 0
    after = read_tree(published / "concepts")
    moved = "begrippen/water/stroom-naar-zee.yml"
    assert after[moved] == before["begrippen/water/rivier.yml"]
    before.pop("adressen.yml")
    start, end = "  Zij stapt in, en ", "|het water draagt hen naar zee]]. *Niemand* zegt iets."
    assert _changed(before, after) == {
        ("    rivier: |", "    stroom-naar-zee: |"),
        ("  rivier: |", "  stroom-naar-zee: |"),
        ("- rivier", "- stroom-naar-zee"),
        tuple(f"{start}[[{name}{end}" for name in ("rivier", "stroom-naar-zee")),
    }
    assert "begrippen/rivier/: begrippen/stroom-naar-zee/" in _book(published)
    assert "spanningen/kampvuur-rivier/: spanningen/kampvuur-stroom-naar-zee/" in _book(published)


def test_links_in_texts_follow_with_their_words(published: Path) -> None:
    """A link by id keeps its own words and its place in the line; a word that is read stays."""
    record = published / "concepts/begrippen/water/rivier.yml"
    text = record.read_text(encoding="utf-8")
    assert "met [[persoon:Anna Stroom]]" in text
    more = "Zie [[ persoon : anna-stroom |haar]], [[KAMPVUUR]] en [[Kampvuur|vuur]]."
    record.write_text(text.replace("Dit staat niet in het artikel.", more), encoding="utf-8")
    assert main(["rename", "begrip", "kampvuur", "vuurplaats"]) == 0
    assert main(["rename", "persoon", "anna-stroom", "anna-beek"]) == 0
    text = record.read_text(encoding="utf-8")
    assert "\n  [[vuurplaats|het vuur aan de oever]]. Wie <1&2>" in text
    assert "met [[persoon:Anna Stroom]] en [[bron:het-boek|" in text
    assert "Zie [[ persoon : anna-beek |haar]], [[KAMPVUUR]] en [[vuurplaats|vuur]]." in text
    assert "\n  - anna-beek\n  - prive-persoon\n" in text
    assert "'begrippen/meer/#stem-anna-stroom': 'begrippen/meer/#stem-anna-beek'" in _book(
        published
    )


def test_a_word_that_would_get_two_meanings_stops_it(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An id that is a word of another concept in a text would make that link doubtful."""
    text = (published / "concepts/begrippen/water/rivier.yml").read_text(encoding="utf-8")
    record = published / "concepts/begrippen/water/rivier.yml"
    record.write_text(text.replace("een #hek", "een [[stromen]]"), encoding="utf-8")
    other = published / "concepts/begrippen/water/meer.yml"
    forms = "voorkeursterm: Meer\nverbuigingen:\n- stromen\n"
    other.write_text(other.read_text("utf-8").replace("voorkeursterm: Meer\n", forms), "utf-8")
    before = read_tree(published)
    assert main(["rename", "begrip", "kampvuur", "stromen"]) == 1
    said = (
        '"stromen" hoort bij meer dan één begrip; schrijf [[meer|stromen]] of [[stromen|stromen]]'
    )
    assert said in capsys.readouterr().out
    assert read_tree(published) == before


def test_comments_quotes_and_line_ends_stay(published: Path) -> None:
    """A file saved on Windows with comments and quoted ids keeps all of them."""
    record = published / "concepts/voorbeelden/overtocht.yml"
    text = record.read_text(encoding="utf-8").replace("- rivier\n", "# rivier eerst\n- 'rivier'\n")
    record.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert main(["rename", "begrip", "rivier", "beek"]) == 0
    wanted = text.replace("'rivier'", "'beek'").replace("\n", "\r\n").encode()
    assert record.read_bytes() == b"\xef\xbb\xbf" + wanted


def test_theme_and_diagram_take_their_files_along(published: Path) -> None:
    """A theme moves with its folder of concepts, a diagram with its drawing."""
    assert main(["rename", "thema", "water", "nat"]) == 0
    assert main(["rename", "diagram", "de-loop", "de-stroom"]) == 0
    assert "oefenen/thema-water/: oefenen/thema-nat/" in _book(published)
    concepts = published / "concepts"
    assert not (concepts / "begrippen/water").exists()
    assert (concepts / "begrippen/nat/rivier.yml").is_file()
    drawings = published / "docs/assets/diagrammen"
    assert [file.name for file in drawings.iterdir()] == ["de-stroom.svg"]


def test_older_redirects_lead_straight_to_the_end(published: Path) -> None:
    """A second move collapses the chain, and a move back leaves no loop."""
    assert main(["rename", "begrip", "meer", "plas"]) == 0
    assert main(["publish-addresses"]) == 0
    assert main(["rename", "begrip", "plas", "ven"]) == 0
    assert "begrippen/meer/: begrippen/ven/" in _book(published)
    assert main(["publish-addresses"]) == 0
    assert main(["rename", "begrip", "ven", "meer"]) == 0
    assert "  begrippen/ven/: begrippen/meer/" in _book(published)
    assert "  begrippen/meer/: begrippen" not in _book(published)
    assert main(["check"]) == 0


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("rivierr", "beek"), 'bedoel je "rivier"?'),
        (("rivier", "meer"), "bestaat al"),
        (("rivier", "De Beek"), "is geen id"),
    ],
)
def test_wrong_use_changes_nothing(
    names: tuple[str, str],
    said: str,
    published: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An unknown id, a taken one and one that cannot be are refused."""
    before = read_tree(published)
    assert main(["rename", "begrip", *names]) == 2
    assert said in capsys.readouterr().err
    assert read_tree(published) == before


def test_faulty_records_are_left_alone(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is renamed while the records have faults: a reference could be missed."""
    record = published / "concepts/begrippen/water/meer.yml"
    record.write_text(record.read_text(encoding="utf-8") + "onzin: ja\n", encoding="utf-8")
    before = read_tree(published)
    assert main(["rename", "begrip", "rivier", "beek"]) == 1
    assert "er is niets veranderd" in capsys.readouterr().err
    assert read_tree(published) == before


@pytest.mark.browser
def test_old_address_redirects_in_a_browser(tmp_path: Path, browser: Browser) -> None:
    """A browser that opens the old address ends on the new page, every link resolves."""
    folder = copy_project(tmp_path / "klein", ROOT / "tests/golden/concepts")
    for command in (["publish-addresses"], ["rename", "begrip", "rivier", "beek"]):
        assert forking.run(folder, "kennisbank", *command).returncode == 0
    done = build_site(folder, "--strict")
    assert done.returncode == 0, done.stderr
    page = browser.new_page()
    for old, new in (("begrippen/rivier", "begrippen/beek"),):
        page.goto((folder / "site" / old / "index.html").as_uri())
        page.wait_for_url(f"**/{new}/**")
    page.close()
