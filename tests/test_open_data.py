"""JSON, table and feed say what the records say, to readers of others."""

import csv
import json
import re
import subprocess
from html import unescape
from pathlib import Path

import feedparser
import pytest
from jsonschema import Draft202012Validator

from packages import DRAFT_NAME, PRIVATE_NAME, copy_with, make_files, read_front
from tools import need


def _data() -> dict[str, bytes]:
    return {path: content for path, content in make_files().items() if path.startswith("data/")}


def test_json_keeps_its_schema() -> None:
    """The whole and each concept are valid by the schema that they name."""
    files = _data()
    for path in files:
        is_ours = path == "data/kennisbank.json" or path.startswith("data/begrippen/")
        if not is_ours or not path.endswith(".json"):
            continue
        data = json.loads(files[path])
        schema = json.loads(files[data["schema"].removeprefix("https://klein.example/")])
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(data)


def test_whole_holds_each_concept_as_its_own_file() -> None:
    """A concept reads the same in the whole and in its own file."""
    files = _data()
    whole = json.loads(files["data/kennisbank.json"])
    assert [concept["id"] for concept in whole["begrippen"]]
    for concept in whole["begrippen"]:
        own = json.loads(files[f"data/begrippen/{concept['id']}.json"])
        assert own["begrip"] == concept


@pytest.mark.parametrize("with_drafts", [False, True])
def test_nothing_private_and_no_draft_leaves(with_drafts: bool) -> None:
    """No data file names a private person or holds a draft, in a preview neither."""
    for path, content in make_files(with_drafts=with_drafts).items():
        if path.startswith(("data/", "id/", "llms.txt")):
            assert PRIVATE_NAME.encode() not in content, path
            words = re.findall(r"\w+", content.decode(errors="replace").casefold())
            assert not {DRAFT_NAME, f"v{DRAFT_NAME}"} & set(words), path


def test_paragraph_that_names_a_private_person_stays_behind() -> None:
    """A paragraph and an explanation that name a private person are in no data file."""
    folder = copy_with(
        "begrippen/water/rivier.yml", "Je ziet de overkant.", "Bea Besloten ziet haar."
    )
    record = folder / "concepts/begrippen/water/rivier.yml"
    text = record.read_text(encoding="utf-8").replace("Wat *altijd*", "Besloten zegt: wat *altijd*")
    record.write_text(text, encoding="utf-8")
    files = make_files(folder)
    river = json.loads(files["data/begrippen/rivier.json"])["begrip"]
    assert river["uitleg"] == "Natuurlijke loop van water naar zee."
    assert "eerste punt" in river["toelichting"]
    assert not [p for p, c in files.items() if p.startswith("data/") and b"Besloten" in c]


def test_table_reads_as_a_dutch_excel_reads_it() -> None:
    """UTF-8 with a mark, CRLF, semicolons: every row has every column and keeps its signs."""
    content = _data()["data/begrippen.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") >= 6
    rows = list(
        csv.DictReader(content.decode("utf-8-sig").splitlines(keepends=True), delimiter=";")
    )
    assert all(None not in row and None not in row.values() for row in rows)
    river = next(row for row in rows if row["id"] == "rivier")
    assert river["alternatieve termen"] == "stroom"
    assert "Wie <1&2> schrijft" in river["toelichting"]


def test_no_cell_is_a_formula() -> None:
    """A text that starts like a formula is text in a spreadsheet."""
    folder = copy_with("begrippen/water/rivier.yml", "natuurlijke loop", "=1+1 loop")
    assert b";'=1+1 loop" in make_files(folder)["data/begrippen.csv"]


@pytest.mark.slow
def test_libreoffice_opens_the_table(tmp_path: Path) -> None:
    """LibreOffice, told nothing but the dialect, gives back the same values."""
    content = _data()["data/begrippen.csv"]
    (tmp_path / "begrippen.csv").write_bytes(content)
    command = [
        need("soffice"),
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profiel",
        "--infilter=CSV:59,34,76,1,,0,false,true",
        "--convert-to",
        "fods",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "begrippen.csv"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    back = _read_fods((tmp_path / "begrippen.fods").read_text(encoding="utf-8"))
    lines = content.decode("utf-8-sig").splitlines(keepends=True)
    mine = [[" ".join(cell.split()) for cell in row] for row in csv.reader(lines, delimiter=";")]
    assert back == mine


def _read_fods(text: str) -> list[list[str]]:
    """Give the cells of the first sheet of a flat OpenDocument file, spaces made one."""
    from xml.etree import ElementTree as Xml

    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    rows = []
    for row in Xml.fromstring(text).iter(f"{table}table-row"):
        cells: list[str] = []
        for cell in row.iter(f"{table}table-cell"):
            repeated = int(cell.get(f"{table}number-columns-repeated", "1"))
            words = " ".join(" ".join(part.split()) for part in cell.itertext() if part.strip())
            cells += [words] * min(repeated, 20)
        rows.append(cells)
    width = len(rows[0])
    return [row[:width] for row in rows if any(row)]


def test_feed_is_read_without_complaint() -> None:
    """feedparser finds nothing wrong; entries are unique, dated, and newest first."""
    feed = feedparser.parse(_data()["data/wijzigingen.xml"])
    assert not feed.bozo
    assert feed.feed.language == "nl"
    entries = feed.entries
    assert len({entry.id for entry in entries}) == len(entries)
    days = [entry.updated for entry in entries]
    assert days == sorted(days, reverse=True)
    river = [entry for entry in entries if entry.id.endswith("begrip/rivier#2026-11-23")]
    assert river[0].title == "Rivier: Uitleg korter"
    assert river[0].link == "https://klein.example/begrippen/rivier/"


def test_json_feed_says_what_the_feed_says() -> None:
    """The same entries, in the shape of JSON Feed 1.1."""
    data = _data()
    feed = json.loads(data["data/wijzigingen.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://klein.example/data/wijzigingen.json"
    other = feedparser.parse(data["data/wijzigingen.xml"]).entries
    assert [(each["id"], each["url"], each["date_modified"]) for each in feed["items"]] == [
        (each.id, each.link, each.updated) for each in other
    ]


def test_every_page_that_is_cited_has_its_plain_text() -> None:
    """Its text closes with the reference that the page prints, and llms.txt lists it."""
    files = make_files()
    index = files["llms.txt"].decode()
    listed = set(re.findall(r"\]\(https://klein\.example/([^)]+)\)", index))
    shares = (read_front(content).get("share") for content in files.values())
    plain = {share["plain"]: share for share in shares if share and share["plain"]}
    assert listed == plain.keys() == {path for path in files if path.startswith("data/tekst/")}
    for path, share in plain.items():
        text = files[path].decode()
        cited = share["sources"][0] if path.startswith("data/tekst/bronnen/") else share
        reference = unescape(re.sub("<[^>]+>", "", cited["reference"]))
        assert text.startswith("# ")
        assert f"Verwijs zo: {reference}\n" in text, path
