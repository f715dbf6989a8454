"""A private name in any text of any record reaches nothing but the pages of her own story.

The texts come from the models: a new field is tried by itself.
"""

import gzip
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pytest
from pydantic import BaseModel

from building import GOLDEN, build_site, copy_project
from field_values import SET_APART, list_texts, make_data, path_of, put, save
from kennisbank.cli import main
from kennisbank.config import find_project
from kennisbank.model.marks import Sort
from kennisbank.model.outcome import Check
from kennisbank.model.records import RECORD_TYPES
from kennisbank.model.settings import Settings
from kennisbank.model.walk import Found
from kennisbank.pipeline import check_records
from kennisbank.prompt import typed

MODELS: tuple[type[BaseModel], ...] = (*RECORD_TYPES, Settings)
NAME = "Zeldzaam"
PERSON = """\
naam: Zwaantje Zeldzaam
soort: persoon
zichtbaarheid: beperkt
wijzigingen: |
  2026-11-23 Eerste versie
"""
"""Somebody who said nothing in any record: nothing may name her."""
TEXTS = [
    (model, found)
    for model in MODELS
    for found in list_texts(model)
    if found.leaf.sort is not Sort.CODE and found.where
]


def _describe(value: object) -> str:
    if isinstance(value, Found):
        return ".".join(str(step) for step in value.where if not isinstance(step, int))
    return str(getattr(value, "__name__", value))


def _name_her(found: Found) -> str:
    """Give the text of a field with her name in it."""
    if found.leaf.sort is Sort.ADDRESS:
        return f"{found.text}zwaantje-zeldzaam/"
    if found.leaf.names:
        return f"{NAME}, Z."
    return f"{found.text.rstrip('.')}, zei Zwaantje {NAME}."


def _check(folder: Path) -> Check:
    project = find_project(folder)
    assert project
    return check_records(project)


def _unpack(content: bytes) -> bytes:
    """Give all that is in a file, whether it is packed or not."""
    if content[:2] == b"\x1f\x8b":
        return gzip.decompress(content)
    try:
        with ZipFile(BytesIO(content)) as package:
            return b"".join(map(package.read, package.namelist()))
    except BadZipFile:
        return content


def _find_name(files: Iterator[tuple[str, bytes]], name: str) -> list[str]:
    return [path for path, content in files if name.lower().encode() in _unpack(content).lower()]


def _artifacts(check: Check) -> Iterator[tuple[str, bytes]]:
    return ((artifact.path, artifact.content) for artifact in check.artifacts)


@pytest.fixture
def private_project(small_project: Path) -> Path:
    """Give a small project that knows somebody private."""
    (small_project / "concepts/personen/zwaantje-zeldzaam.yml").write_text(PERSON, "utf-8")
    return small_project


@pytest.mark.parametrize(("model", "found"), TEXTS, ids=_describe)
def test_no_text_lets_a_private_name_out(
    model: type[BaseModel], found: Found, private_project: Path
) -> None:
    """A name in a text is in no page and no file, with a warning, or is refused: in one line."""
    path = save(private_project, model, put(make_data(model), found.where, _name_her(found)))
    check = _check(private_project)
    if check.is_good:
        assert _find_name(_artifacts(check), NAME) == []
    named = [problem for problem in check.problems if problem.rule == "besloten-naam"]
    if found.leaf.for_editors:
        assert named == []
        return
    (problem,) = named or [problem for problem in check.problems if problem.level == "fout"]
    line = (private_project / path).read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert problem.path == path
    assert NAME.lower() in line.lower()


@pytest.mark.parametrize("key", SET_APART)
def test_what_a_record_has_for_a_while(key: str, private_project: Path) -> None:
    """What a merge leaves, a successor and an edition are refused, or kept in, with a name."""
    for model in MODELS:
        if key in {field.alias for field in model.model_fields.values()}:
            save(private_project, model, {**make_data(model), key: f"Zwaantje {NAME}"})
            check = _check(private_project)
            assert check.problems
            assert _find_name(_artifacts(check), NAME) == []
            (private_project / path_of(model)).unlink()


def test_a_drawing_that_names_her_is_refused(private_project: Path) -> None:
    """The words in a drawing count as words."""
    drawing = private_project / "docs/assets/diagrammen/de-loop.svg"
    text = drawing.read_text(encoding="utf-8")
    drawing.write_text(text.replace("</svg>", f"<text>{NAME}</text></svg>"), encoding="utf-8")
    assert [str(problem) for problem in _check(private_project).problems] == [
        'concepts/diagrammen/de-loop.yml:1:1: fout: de tekening noemt "Zeldzaam", en die blijft '
        "besloten; teken haar zonder die naam [besloten-naam]"
    ]


def test_an_id_that_names_her_is_told(private_project: Path) -> None:
    """An id stands in every address: it had better be another."""
    example = private_project / "concepts/voorbeelden/overtocht.yml"
    example.rename(example.with_name("tocht-van-zeldzaam.yml"))
    (problem,) = _check(private_project).problems
    assert (problem.level, problem.rule) == ("let op", "besloten-naam")
    assert f"{typed('rename')} voorbeeld tocht-van-zeldzaam nieuw-id" in problem.message


STORIES = (
    "begrippen/rivier",
    "begrippen/zee",
    "bronnen/het-artikel",
    "voorbeelden/haar-tocht",
    "voorbeelden/zee",
)
"""The pages on which somebody private is heard, or named in what her own source says."""
OTHER = "Besloten"
TOLD = f"""\
titel: Een tocht
tekst: |
  Bea {OTHER} stak over, en Zwaantje {NAME} ook.

  Het regende.
wie: prive-persoon
bron: het-artikel
plaats: oevers
begrippen:
- rivier
- boot
wijzigingen: |
  2026-11-23 Eerste versie
"""


def _name_them_everywhere(folder: Path) -> None:
    """Put both names in every text that may go, in a record of each kind and in her own story."""
    said = f"Eerste alinea.\n\n- Dat zei Bea {OTHER}.\n- Zwaantje {NAME} ook.\n\nDerde alinea."
    for model in RECORD_TYPES:
        data = make_data(model)
        for found in list_texts(model):
            if found.leaf.sort is Sort.PROSE and found.where[0] not in NEEDED:
                data = put(data, found.where, said)
        save(folder, model, data)
    block = said.replace("\n", "\n  ")
    for name, field in (
        ("begrippen/water/rivier", "toelichting"),
        ("bronnen/het-artikel", "samenvatting"),
    ):
        file = folder / f"concepts/{name}.yml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(f"{field}: |\n", f"{field}: |\n  {block}\n\n"), "utf-8")
    (folder / "concepts/voorbeelden/haar-tocht.yml").write_text(TOLD, "utf-8")
    (folder / "concepts/personen/zwaantje-zeldzaam.yml").write_text(PERSON, "utf-8")


NEEDED = ("definitie", "vragen", "definitie_van")
"""What has one sentence or a row of them."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a whole site with its packages, in which every text names both."""
    folder = copy_project(tmp_path_factory.mktemp("besloten") / "klein", GOLDEN / "concepts")
    _name_them_everywhere(folder)
    check = _check(folder)
    assert check.is_good, check.problems
    assert len(check.problems) > 20
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["packages"]) == 0
    done = build_site(folder, "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def _read_all(site: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(site.rglob("*")):
        if file.is_file():
            content = file.read_bytes()
            if file.suffix == ".pdf":
                content = subprocess.check_output(["pdftotext", str(file), "-"])
            yield file.relative_to(site).as_posix(), content


@pytest.mark.slow
def test_nothing_in_the_whole_site_names_who_has_no_story(site: Path) -> None:
    """No page, file, package, search index or card has her name."""
    suffixes = {path.rpartition(".")[2] for path, _ in _read_all(site)}
    assert {"html", "json", "apkg", "pdf", "imscc", "xml", "ttl"} <= suffixes
    assert _find_name(_read_all(site), NAME) == []
    assert _find_name(_read_all(site), "zwaantje") == []


@pytest.mark.slow
def test_only_the_pages_of_her_story_name_her(site: Path) -> None:
    """She is named where she is heard, unseen by search engines and by our own search."""
    files = ((path.removesuffix(".gz"), content) for path, content in _read_all(site))
    naming = {path for path, content in files if OTHER.encode() in _unpack(content)}
    assert naming == {f"{name}/index.html" for name in STORIES}
    searched = [(path, content) for path, content in _read_all(site) if "data/zoeken/" in path]
    found = [name for name in ("beslot", "rivier") if _find_name(iter(searched), name)]
    assert found == ["rivier"]
    for name in STORIES:
        page = _Unseen((site / name / "index.html").read_text(encoding="utf-8"))
        assert page.is_hidden or (page.count and OTHER not in page.seen), name


class _Unseen(HTMLParser):
    """Tells what of a page searching sees, and what it passes over."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen = ""
        self.count = 0
        self.is_hidden = False
        self._depth = 0
        self._open: list[bool] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.is_hidden |= names.get("content") == "noindex"
        self.seen += " ".join(filter(None, names.values()))
        if tag not in VOID:
            is_unseen = "data-nosnippet" in names
            self._open.append(is_unseen)
            self._depth += is_unseen

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._depth -= self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.count += data.count(OTHER)
        else:
            self.seen += data


VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)


def test_her_story_is_whole(small_project: Path) -> None:
    """On their own pages the texts of her story are as they were written, voices in order."""
    _name_them_everywhere(small_project)
    made = _artifacts(_check(small_project))
    pages = {path: content.decode("utf-8", "replace") for path, content in made}
    river, article = pages["begrippen/rivier.md"], pages["bronnen/het-artikel.md"]
    assert f"Dat zei Bea {OTHER}." in river
    assert f"Dat zei Bea {OTHER}." in article
    assert "### [Anna Stroom](../personen/anna-stroom.md) en Bea Besloten" in river
    assert f"Bea {OTHER} stak over" not in pages["insluiten/voorbeeld/haar-tocht/index.html"]
    assert "<h1>" in pages["insluiten/voorbeeld/haar-tocht/index.html"]
    assert "Een tocht" in pages["voorbeelden/index.md"]
    assert "Een tocht" in river
    assert "Een tocht" not in pages["begrippen/boot.md"]


def test_what_others_said_with_her_is_theirs_on_pages_alone(small_project: Path) -> None:
    """A joint statement stays on the page of the other voice; no file of data has it."""
    files = dict(_artifacts(_check(small_project)))
    for path in ("personen/anna-stroom.md", "cijfers/index.md", "spanningen/kampvuur-rivier.md"):
        assert b"43 procent" in files[path]
    assert [p for p in files if p.startswith("data/") and b"43 procent" in _unpack(files[p])] == []
