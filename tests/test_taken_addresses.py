"""A published address is never taken over by another record: refused, with what to do."""

import re
import shutil
from pathlib import Path

import pytest

from building import GOLDEN, read_tree
from kennisbank.cli import main
from kennisbank.prompt import typed

CONCEPT = """\
voorkeursterm: Het {name}
omvang: kort
definitie: |
  {name} in woorden
definitie_van: redactie
uitleg: |
  Dit is {name}.
uitspraken:
- wie: anna-stroom
  bron: het-artikel
  plaats: oevers
  tekst: |
    Zo is het.
relaties:
  {sort}:
    {other}: |
      Daarom.
wijzigingen: |
  2026-11-23 Eerste versie
"""
NOW_LEADS = "is een gepubliceerd adres dat nu naar"


@pytest.fixture
def project(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project in which nothing was published yet."""
    monkeypatch.chdir(small_project)
    return small_project


@pytest.fixture(scope="module")
def moved_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a project in which published records of every kind have another id."""
    folder = tmp_path_factory.mktemp("verhuisd") / "klein"
    for name in ("concepts", "docs/assets"):
        shutil.copytree(GOLDEN / name, folder / name)
    shutil.copy(GOLDEN / "mkdocs.yml", folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["publish-addresses"]) == 0
        for kind, old, new in MOVES:
            assert main(["rename", kind, old, new]) == 0
        assert main(["publish-addresses"]) == 0
    return folder


@pytest.fixture
def moved(moved_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of that project."""
    folder = tmp_path / "klein"
    shutil.copytree(moved_once, folder)
    monkeypatch.chdir(folder)
    return folder


MOVES = (
    ("begrip", "meer", "plas"),
    ("thema", "vuur", "vlam"),
    ("persoon", "oude-denker", "denker"),
    ("bron", "het-boek", "boek"),
    ("voorbeeld", "overtocht", "overvaren"),
    ("leerroute", "naar-zee", "zeewaarts"),
)


def _add(folder: Path, name: str, sort: str = "verwant", other: str = "rivier") -> Path:
    file = folder / f"concepts/begrippen/water/{name}.yml"
    file.write_text(CONCEPT.format(name=name, sort=sort, other=other), encoding="utf-8")
    return file


def _book(folder: Path) -> str:
    return (folder / "concepts/adressen.yml").read_text(encoding="utf-8")


def _add_like(folder: Path, kind: str, name: str, new: str) -> Path:
    """Copy a record under another id, with another title."""
    file = next((folder / "concepts").rglob(f"{name}.yml"))
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^(voorkeursterm|titel|naam): .*", r"\1: Een ander", text)
    copy = file.with_name(f"{new}.yml")
    copy.write_text(text, encoding="utf-8")
    river = folder / "concepts/begrippen/water/rivier.yml"
    if new == "meer":  # a word of "plas" and an id now
        linked = river.read_text(encoding="utf-8").replace("[[meer]]", "[[plas|meer]]")
        river.write_text(linked, encoding="utf-8")
    return copy


@pytest.mark.parametrize(("kind", "old", "new"), MOVES)
def test_old_address_is_refused(
    kind: str, old: str, new: str, moved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`rename` and `new` refuse an id that was published, and say where it leads."""
    if kind == "begrip":
        _add(moved, "kreek")
        other = "kreek"
    else:
        other = _add_like(moved, kind, new, "kreek").stem
    before = read_tree(moved / "concepts")
    capsys.readouterr()
    assert main(["rename", kind, other, old]) == 2
    assert NOW_LEADS in capsys.readouterr().err
    assert main(["new", kind, old.replace("-", " "), "--thema", "water"]) == 2
    said = capsys.readouterr().err
    assert f'/{old}/" {NOW_LEADS}' in said
    assert f'/{new}/" leidt; kies een andere naam\n' in said
    assert read_tree(moved / "concepts") == before


@pytest.mark.parametrize(("kind", "old", "new"), MOVES)
@pytest.mark.parametrize("status", ["", "status: ontwerp\n"])
def test_hand_made_file_is_told(
    kind: str, old: str, new: str, status: str, moved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file made by hand at an old address, a draft too, gets one line, at the file itself."""
    file = _add_like(moved, kind, new, old)
    file.write_text(status + file.read_text(encoding="utf-8"), encoding="utf-8")
    capsys.readouterr()
    assert main(["check"]) == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if "doorverwijzing" in line]
    path = file.relative_to(moved).as_posix()
    assert len(lines) == 1
    assert lines[0].startswith(f"{path}:1:1: fout: ")
    assert lines[0].endswith("; geef dit bestand een andere naam [doorverwijzing-dekt]")


def test_file_renamed_back_by_hand_is_told_how(
    moved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who gives a file its old name back by hand is told the command that does it."""
    plas = moved / "concepts/begrippen/water/plas.yml"
    plas.rename(plas.with_name("meer.yml"))
    for name in ("leerroutes/zeewaarts", "begrippen/water/rivier"):
        file = moved / f"concepts/{name}.yml"
        text = file.read_text(encoding="utf-8").replace("plas", "meer")
        file.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert 'noem dit bestand "plas.yml" zoals het heette' in said
    assert f"{typed('rename')} begrip plas meer [doorverwijzing-dekt]" in said


@pytest.mark.parametrize(("kind", "old", "new"), MOVES)
def test_record_gets_its_own_id_back(kind: str, old: str, new: str, moved: Path) -> None:
    """The redirect turns round: the address was always this record's."""
    assert main(["rename", kind, new, old]) == 0
    assert main(["check"]) == 0
    lines = _book(moved).partition("doorverwijzingen:")[2].splitlines()
    assert not any(line.startswith(f"  {folder}/{old}/") for line in lines for folder in _FOLDERS)
    assert f"/{new}/: " in "\n".join(lines)


_FOLDERS = ("begrippen", "themas", "personen", "bronnen", "voorbeelden", "leerroutes")


def test_merged_name_belongs_to_what_it_became_part_of(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only the concept that carries a merged one on may have its id."""
    _add(project, "kreek")
    assert main(["publish-addresses"]) == 0
    assert main(["merge", "kreek", "meer"]) == 1
    (project / "concepts/begrippen/water/meer.samenvoegen-kreek.txt").unlink()
    assert main(["rename", "begrip", "boot", "kreek"]) == 2
    assert f'"begrippen/kreek/" {NOW_LEADS} "begrippen/meer/"' in capsys.readouterr().err
    assert main(["rename", "begrip", "meer", "kreek"]) == 0
    assert "begrippen/meer/: begrippen/kreek/" in _book(project)


def test_withdrawn_address_is_never_used_again(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was withdrawn stays so for `new`, `rename`, `redirect` and a file made by hand."""
    copy = _add_like(project, "voorbeeld", "overtocht", "vaart").read_bytes()
    assert main(["publish-addresses"]) == 0
    assert main(["withdraw", "voorbeeld", "overtocht"]) == 0
    for arguments in (
        ["new", "voorbeeld", "Overtocht"],
        ["rename", "voorbeeld", "vaart", "overtocht"],
        ["redirect", "voorbeelden/overtocht/", "voorbeelden/vaart/"],
        ["redirect", "data/les.json", "voorbeelden/overtocht/"],
    ):
        before = read_tree(project)
        capsys.readouterr()
        assert main(arguments) == 2, arguments
        assert "ingetrokken" in capsys.readouterr().err or arguments[1] == "data/les.json"
        assert read_tree(project) == before
    (project / "concepts/voorbeelden/overtocht.yml").write_bytes(copy)
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "concepts/voorbeelden/overtocht.yml:1:1: fout: " in said
    assert "wordt nooit meer gebruikt; geef dit bestand een andere naam [adres-ingetrokken]" in said


def test_address_that_only_leads_on_is_known_too(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An address that is in the book as a redirect alone was published once all the same."""
    book = project / "concepts/adressen.yml"
    book.write_text("doorverwijzingen:\n  begrippen/kreek/: begrippen/meer/\n", encoding="utf-8")
    assert main(["rename", "begrip", "boot", "kreek"]) == 2
    assert f'"begrippen/kreek/" {NOW_LEADS} "begrippen/meer/"' in capsys.readouterr().err
    assert main(["rename", "begrip", "meer", "kreek"]) == 0


def test_first_name_stays_with_its_record(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A package may be out before the first publication: the name in it is taken as well."""
    assert main(["rename", "begrip", "meer", "plas"]) == 0
    assert main(["new", "begrip", "Meer", "--thema", "water"]) == 2
    assert '"meer" was eerder de naam van "plas"; kies een andere naam' in capsys.readouterr().err
    _add_like(project, "begrip", "plas", "meer")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert 'meer.yml:1:1: fout: "meer" was eerder de naam van begrip "plas"' in said


def test_name_of_a_deleted_record_is_not_free(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`new` does not fill the gap of a published record that somebody deleted."""
    assert main(["publish-addresses"]) == 0
    (project / "concepts/voorbeelden/overtocht.yml").unlink()
    assert main(["new", "voorbeeld", "Overtocht"]) == 2
    assert "is het adres van een record dat er niet meer is" in capsys.readouterr().err


def test_voice_of_somebody_without_a_page(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A private person has anchors only; after a rename nobody else gets them."""
    assert main(["publish-addresses"]) == 0
    assert main(["rename", "persoon", "prive-persoon", "ander"]) == 0
    assert main(["new", "persoon", "Prive Persoon"]) == 2
    assert "#stem-prive-persoon" in capsys.readouterr().err
    assert main(["rename", "persoon", "ander", "prive-persoon"]) == 0


class TestTensions:
    """The id of a tension is made of two: `a-b` with `c` and `a` with `b-c` would be one page."""

    def test_two_at_once(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Two tensions that would share an address get a line at the second one."""
        _add(project, "c")
        _add(project, "a-b", "spanning", "c")
        _add(project, "b-c")
        _add(project, "a", "spanning", "b-c")
        assert main(["check"]) == 1
        said = capsys.readouterr().out
        assert (
            'de spanning tussen "a-b" en "c" krijgt hetzelfde adres als die tussen "a" en' in said
        )
        assert "a-b.yml:16:5: fout: " in said
        assert "[gelijk-adres]" in said

    def test_one_after_the_other(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A page stays of its own two concepts, also when they are no tension any more."""
        _add(project, "c")
        file = _add(project, "a-b", "spanning", "c")
        _add(project, "b-c")
        other = _add(project, "a")
        assert main(["publish-addresses"]) == 0
        assert "spanningen/a-b-c/: a-b c" in _book(project)
        file.write_text(CONCEPT.format(name="a-b", sort="verwant", other="c"), encoding="utf-8")
        assert main(["redirect", "spanningen/a-b-c/", "begrippen/c/"]) == 0
        other.write_text(CONCEPT.format(name="a", sort="spanning", other="b-c"), encoding="utf-8")
        capsys.readouterr()
        assert main(["check"]) == 1
        said = capsys.readouterr().out
        assert '"spanningen/a-b-c/" is het adres van de spanning tussen "a-b" en "c"' in said
        assert "a.yml:16:5: fout: " in said

    def test_it_comes_back(self, project: Path) -> None:
        """The same two may be a tension again: the page is there, and leads nowhere else."""
        _add(project, "c")
        file = _add(project, "a-b", "spanning", "c")
        tension = file.read_bytes()
        assert main(["publish-addresses"]) == 0
        file.write_text(CONCEPT.format(name="a-b", sort="verwant", other="c"), encoding="utf-8")
        assert main(["check"]) == 1
        assert main(["redirect", "spanningen/a-b-c/", "begrippen/c/"]) == 0
        file.write_bytes(tension)
        assert main(["build"]) == 0
        assert (project / "docs/spanningen/a-b-c.md").is_file()
        assert not (project / "docs/spanningen/a-b-c").exists()
        assert "/spanningen/a-b-c/" not in (project / "docs/_redirects").read_text(encoding="utf-8")
        assert main(["publish-addresses"]) == 0
        assert "doorverwijzingen:" not in _book(project)

    def test_rename_and_merge_are_refused(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Neither makes a tension that stands at the address of another one."""
        _add(project, "c")
        _add(project, "a-b", "spanning", "c")
        _add(project, "b-c")
        _add(project, "x", "spanning", "b-c")
        _add(project, "y", "spanning", "x")
        assert main(["publish-addresses"]) == 0
        before = read_tree(project)
        assert main(["rename", "begrip", "x", "a"]) == 1
        captured = capsys.readouterr()
        assert "krijgt hetzelfde adres als die tussen" in captured.out
        assert "er is niets veranderd" in captured.err
        _add(project, "a")
        before = read_tree(project)
        file = project / "concepts/begrippen/water/b-c.yml"
        text = CONCEPT.format(name="b-c", sort="spanning", other="x")
        file.write_text(text, encoding="utf-8")
        (project / "concepts/begrippen/water/x.yml").write_text(
            CONCEPT.format(name="x", sort="verwant", other="boot"), encoding="utf-8"
        )
        before = read_tree(project)
        assert main(["merge", "x", "a"]) == 2
        assert 'haal eerst de spanning tussen "b-c" en "x" weg' in capsys.readouterr().err
        assert read_tree(project) == before
