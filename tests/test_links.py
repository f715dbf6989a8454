"""Links in texts: readers see what was typed, and every command knows where it leads."""

import re
from pathlib import Path

import pytest

from kennisbank.cli import main
from kennisbank.config import find_project
from kennisbank.pipeline import check_records

BOOT = "concepts/begrippen/water/boot.yml"
WORDS = "termen:\n- Zee van tijd\n- cliënt/burger\n- C++\nverbuigingen:\n- zeeën\n"


@pytest.fixture
def project(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a small project in which Meer has more words, some of them with signs."""
    monkeypatch.chdir(small_project)
    record = small_project / "concepts/begrippen/water/meer.yml"
    text = record.read_text(encoding="utf-8")
    head = "voorkeursterm: Meer\n"
    record.write_text(text.replace(head, f"{head}alternatieve_{WORDS}"), encoding="utf-8")
    return small_project


def _write(project: Path, prose: str) -> None:
    record = project / BOOT
    text = record.read_text(encoding="utf-8")
    record.write_text(
        text.replace("wijzigingen:", f"aanvulling: |\n  Zie {prose} hier.\nwijzigingen:"),
        encoding="utf-8",
    )


def _addition(project: Path) -> str:
    found = find_project(project)
    assert found
    check = check_records(found)
    assert check.is_good
    page = next(each for each in check.artifacts if each.path == "begrippen/boot.md")
    lines = page.content.decode().splitlines()
    return next(line for line in lines if line.startswith("Zie "))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[[meer]]", "[meer](../begrippen/meer.md)"),
        ("[[Meer]]", "[Meer](../begrippen/meer.md)"),
        ("[[MEER]]", "[MEER](../begrippen/meer.md)"),
        ("[[zeeën]]", "[zeeën](../begrippen/meer.md)"),
        ("[[zee\n  van  tijd]]", "[zee van tijd](../begrippen/meer.md)"),
        ("[[zeee\u0308n]]", "[zeee\u0308n](../begrippen/meer.md)"),
        ("[[cliënt/burger]]", "[cliënt/burger](../begrippen/meer.md)"),
        ("[[c++]]", r"[c++](../begrippen/meer.md)"),
        ("[[meer|*dit* water]]", "[&#42;dit&#42; water](../begrippen/meer.md)"),
        ("[[zeeën|dit water]]", "[dit water](../begrippen/meer.md)"),
        ("**[[stroom]]**", "[**stroom**](../begrippen/rivier.md)"),
        ("[[persoon:Anna  Stroom]]", "[Anna Stroom](../personen/anna-stroom.md)"),
        ("[[bron:Het boek: over water]]", "[Het boek: over water](../bronnen/het-boek.md)"),
        ("[[route:naar-zee|de route]]", "[de route](../leerroutes/naar-zee.md)"),
    ],
)
def test_readers_see_what_was_typed(written: str, shown: str, project: Path) -> None:
    """A link by id or by any word stands there as its author typed it."""
    _write(project, written)
    assert _addition(project) == f"Zie {shown} hier."


def _save(project: Path, path: str, old: str, new: str) -> None:
    file = project / "concepts/begrippen" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_preview_follows_a_word_to_another_concept(project: Path) -> None:
    """When a word moves from one record to another, texts that link by it are linked anew."""
    _write(project, "[[zeeën]]")
    found = find_project(project)
    assert found
    assert check_records(found, True).is_good
    _save(project, "water/meer.yml", "- zeeën\n", "- meren\n")
    assert not check_records(found, True).is_good
    _save(project, "water/rivier.yml", "- rivieren\n", "- rivieren\n- zeeën\n")
    check = check_records(found, True)
    page = next(each for each in check.artifacts if each.path == "begrippen/boot.md")
    assert "Zie [zeeën](../begrippen/rivier.md) hier." in page.content.decode()


def test_a_draft_takes_no_word_away(project: Path) -> None:
    """A draft with the same word leaves links of others alone; alone it is named as a draft."""
    _write(project, "[[zeeën]]")
    _save(project, "vuur/vonk.yml", "omvang:", "verbuigingen:\n- zeeën\nomvang:")
    assert _addition(project) == "Zie [zeeën](../begrippen/meer.md) hier."
    _save(project, "water/meer.yml", "- zeeën\n", "- meren\n")
    found = find_project(project)
    assert found
    assert [each.rule for each in check_records(found).problems] == ["link-naar-ontwerp"]


def test_a_record_that_cannot_be_read_is_one_fault(project: Path) -> None:
    """Links by the words of a broken record are not called dead: its own line is enough."""
    _write(project, "[[zeeën]], [[zee van tijd]] en [[meer]]")
    _save(project, "water/meer.yml", "omvang:", "omvang")
    found = find_project(project)
    assert found
    assert [each.rule for each in check_records(found).problems] == ["yaml"]


def test_uses_knows_links_by_word(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A place that names a concept by a word counts as a use of it."""
    main(["uses", "meer"])
    before = capsys.readouterr().out
    _write(project, "[[zeeën]], [[C++|dit]] en [[meer]]")
    assert main(["uses", "meer"]) == 0
    more = set(capsys.readouterr().out.splitlines()) - set(before.splitlines())
    assert len([line for line in more if line.startswith(f"{BOOT}:19:")]) == 3


def test_merge_keeps_the_words_of_links(project: Path) -> None:
    """A link to what goes leads on, with the words that readers saw."""
    _write(project, "[[zeeën]], [[Meer]] en [[meer|dit]]")
    main(["merge", "meer", "kampvuur"])
    text = (project / BOOT).read_text(encoding="utf-8")
    assert "Zie [[kampvuur|zeeën]], [[kampvuur|Meer]] en [[kampvuur|dit]] hier." in text


def test_merge_leaves_no_link_of_a_concept_to_itself(project: Path) -> None:
    """In the concept that stays, a link to what goes becomes its words."""
    _write(project, "[[zeeën]], [[Meer]] en [[meer|dit]]")
    main(["merge", "meer", "boot"])
    assert "Zie zeeën, Meer en dit hier." in (project / BOOT).read_text(encoding="utf-8")


def test_withdraw_finds_links_by_name(project: Path) -> None:
    """A link that calls a person by name gives way to neutral words."""
    _write(project, "[[persoon:Anna Stroom]] en [[persoon:anna-stroom|haar]]")
    main(["withdraw", "persoon", "anna-stroom"])
    assert "Zie iemand en haar hier." in (project / BOOT).read_text(encoding="utf-8")


def test_another_visible_term_is_named_at_each_link(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a text calls a concept by a word that it no longer has, check says what to type."""
    _write(project, "[[meer]] en [[zeeën]]")
    record = project / "concepts/begrippen/water/meer.yml"
    text = record.read_text(encoding="utf-8").replace("term: Meer", "term: Plas")
    record.write_text(text.replace("- zeeën\n", "- plassen\n"), encoding="utf-8")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert f'{BOOT}:19:7: fout: "meer" is geen woord van begrip "Plas"; schrijf [[meer|meer]]' in (
        said
    )
    assert f'{BOOT}:19:19: fout: begrip "zeeën" bestaat niet' in said


@pytest.mark.parametrize(
    "written",
    [
        *("zee-van-tijd", "grote meer", "Grote-Meer", "cliënt-burger", "client/burger"),
        *("anna-stroom", "Anna Stroom", "persoon:anna-stroom", "persoon:ANNA STROOM"),
        *("bron:het-boek", "route:naar-zee", "voorbeeld:overtocht", "thema:water", "thema:WATER"),
        *(
            "rivierr",
            "zee van tjd",
            "Naar-Zee",
            "oever",
            "het-boek",
            "persoon:rivier",
            "!?",
            "plas",
        ),
    ],
)
def test_advice_on_links_can_be_followed(
    written: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What check says to type for a link is right at once, whatever was typed there."""
    record = project / "concepts/begrippen/water/meer.yml"
    text = record.read_text(encoding="utf-8")
    text = text.replace("- Zee van tijd\n", "- Zee van tijd\n- het Grote Meer\n")
    record.write_text(f"{text}zoektermen:\n- plas\n", encoding="utf-8")
    _write(project, f"[[{written}]]")
    assert main(["check"]) == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{BOOT}:19:7: fout: ")
    assert last.startswith("1 fout in 1 bestand")
    advice = re.search(r"\[\[[^\]]+\]\]|bedoel je \"([^\"]+)\"", first)
    if advice is None:
        assert f'begrip "{written}" bestaat niet' in first
        return
    text = (project / BOOT).read_text(encoding="utf-8")
    right = f"[[{advice[1]}]]" if advice[1] else advice[0]
    (project / BOOT).write_text(text.replace(f"[[{written}]]", right), encoding="utf-8")
    assert main(["check"]) == 0
