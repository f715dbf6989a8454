"""Hostile values in packages: each reads back as text, and what cannot be is refused."""

import csv
import json
import re
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree as Xml
from zipfile import ZipFile

import feedparser
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from rdflib import Graph, Literal
from rdflib.namespace import SKOS

from cartridge_reading import import_course, open_package
from glossary_reading import import_glossary
from hostile.records import CONCEPTS, leave, pair, write_records
from hostile.values import REFUSED
from kennisbank.config import Project
from kennisbank.pipeline import check_records

LINE = re.compile(r"concepts/\S+:[1-9]\d*:[1-9]\d*: (?:fout|let op): [^\n]+ \[[a-z-]+\]")
PROSE = {"p", "em", "strong", "a", "ul", "li"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


class _Tags(HTMLParser):
    """Collects the elements of a definition."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        assert {name for name, _ in attrs} <= {"href", "target"}


def _squeeze(text: str) -> str:
    return " ".join(text.split())


TERMS = {f"b{number:03}": _squeeze(pair(number)) for number in range(CONCEPTS)}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Make all artifacts of the knowledge base with hostile values."""
    root = tmp_path_factory.mktemp("erg")
    write_records(root, leave)
    check = check_records(Project(root=root, site_url="https://klein.example/"))
    assert check.is_good, check.problems
    return {artifact.path: artifact.content for artifact in check.artifacts}


def test_json_and_front_matter_read_back(files: dict[str, bytes]) -> None:
    """Every JSON file parses, and each term in the whole is what was written."""
    for path in files:
        if path.endswith((".json", ".jsonld")):
            json.loads(files[path])
    whole = json.loads(files["data/kennisbank.json"])
    found = {each["id"]: _squeeze(each["voorkeursterm"]) for each in whole["begrippen"]}
    assert {name: found[name] for name in TERMS} == TERMS


def test_no_cell_of_the_table_is_a_formula(files: dict[str, bytes]) -> None:
    """Each row has every column, and no cell begins as a formula does."""
    text = files["data/begrippen.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))
    assert TERMS.keys() <= {row["id"] for row in rows}
    for row in rows:
        assert None not in row and None not in row.values()
        for cell in row.values():
            assert not cell.startswith(FORMULA), cell


def test_every_xml_file_is_well_formed(files: dict[str, bytes]) -> None:
    """Feed, glossaries and courses parse, and a definition holds the elements of prose alone."""
    for path, content in files.items():
        if path.endswith(".xml"):
            Xml.fromstring(content)
        elif path.endswith(".imscc"):
            with ZipFile(BytesIO(content)) as package:
                for name in package.namelist():
                    if name.endswith(".xml"):
                        Xml.fromstring(package.read(name))
    assert not feedparser.parse(files["data/wijzigingen.xml"]).bozo
    glossary = import_glossary(files["data/moodle/kennisbank.xml"])
    assert len(glossary.entries) == CONCEPTS + 3
    for entry in glossary.entries:
        assert _Tags(entry.definition).found <= PROSE
    for path in (path for path in files if path.endswith("kennisbank.imscc")):
        assert import_course(open_package(files[path])).modules


def test_linked_data_reads_back(files: dict[str, bytes]) -> None:
    """Turtle and JSON-LD hold every term, letter by letter."""
    for name, form in (("ttl", "turtle"), ("jsonld", "json-ld")):
        graph = Graph().parse(data=files[f"data/begrippen.{name}"], format=form)
        found = {
            str(subject).rpartition("/")[2]: _squeeze(str(label))
            for subject, label in graph.subject_objects(SKOS.prefLabel)
            if isinstance(label, Literal) and label.language == "nl"
        }
        assert {term: found.get(term) for term in TERMS} == TERMS


def test_references_read_back(files: dict[str, bytes]) -> None:
    """BibTeX and RIS hold as many sources as there are, each with its own title."""
    items = json.loads(files["data/bronnen.json"])
    entries = rispy.loads(files["data/bronnen.ris"].decode())
    assert [each["title"] for each in entries] == [each["title"] for each in items]
    library = parse_string(files["data/bronnen.bib"].decode())
    assert not library.failed_blocks
    assert [each.key for each in library.entries] == [each["id"] for each in items]


@pytest.mark.parametrize("value", REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_is_refused(value: str, small_project: Path) -> None:
    """A link that is none and a character that nobody sees end in a line of Dutch."""
    record = small_project / "concepts/begrippen/water/meer.yml"
    text = record.read_text(encoding="utf-8")
    indented = value.replace("\n", "\n  ")
    record.write_text(f"{text}aanvulling: |\n  {indented}\n", encoding="utf-8", newline="")
    check = check_records(Project(root=small_project, site_url="https://klein.example/"))
    assert not check.is_good
    assert all(LINE.fullmatch(str(problem)) for problem in check.problems)
