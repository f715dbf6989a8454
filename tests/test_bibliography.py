"""RIS, BibTeX and CSL-JSON say what the records say, to independent readers."""

import json

import pybtex.database
import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from building import ROOT
from importing import LANGUAGES, read_bibtex, read_ris
from kennisbank.citing.item import Item, ItemName
from kennisbank.exports.bibliography.ris import write_name
from packages import PRIVATE_NAME, make_files, make_real_files
from references import render_apa

ALL = "data/bronnen"
REFERENCES = ROOT / "tests" / "bronnen-apa.txt"
LEFT_OUT = {
    # The style prints a law by its name alone; BibTeX has no laws, and keeps the date.
    "participatiewet": " (z.d.).",
    # citeproc-py leaves out the volumes, which citeproc-js prints as (Vols. 1–2).
    "habermas-kommunikatives-handeln": " (Deel 1–2)",
}
"""What a style processor leaves out of a reference, though the item has it."""


@pytest.fixture(scope="module", params=[make_files, make_real_files], ids=["small", "real"])
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    """Give the files of references, of the small and of the real records."""
    kept = (ALL, "data/kennisbank.json")
    return {p: c for p, c in request.param().items() if p.startswith(kept)}


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
    publishers = (fields.get(name) for name in ("institution", "school", "organization"))
    assert item.get("publisher") in (*publishers, fields.get("publisher"))


def _order_for_bibtex(name: ItemName) -> str:
    """Give a name as BibTeX orders it: a suffix stands before the given name."""
    if "suffix" not in name:
        return write_name(name)
    return f"{name['family']}, {name['suffix']}, {name['given']}"


def test_pybtex_reads_the_same(files: dict[str, bytes]) -> None:
    """The pybtex reader finds the same entries, with every author and organisation whole."""
    library = pybtex.database.parse_string(files[f"{ALL}.bib"].decode(), "bibtex")
    items = _items(files)
    assert list(library.entries) == [item["id"] for item in items]
    for item in items:
        entry = library.entries[item["id"]]
        _compare({key: _plain(value) for key, value in entry.fields.items()}, item)
        named = {"author": item.get("author", []), "editor": item.get("editor", [])}
        for role, names in named.items():
            people = [_plain(str(person)) for person in entry.persons.get(role, [])]
            assert people == [_order_for_bibtex(name) for name in names]


def _printed(files: dict[str, bytes]) -> dict[str, str]:
    """Give the reference that the site prints of each source, as plain text."""
    whole = json.loads(files["data/kennisbank.json"])
    return {source["id"]: source["verwijzing"] for source in whole["bronnen"]}


def _expected(files: dict[str, bytes], *whole: str) -> dict[str, str]:
    left_out = {name: part for name, part in LEFT_OUT.items() if name not in whole}
    return {
        name: text.replace(left_out.get(name, ""), "") for name, text in _printed(files).items()
    }


def test_csl_is_the_printed_reference(files: dict[str, bytes]) -> None:
    """An item of CSL-JSON, in APA by a style processor, is the reference that the site prints."""
    items = {item["id"]: item for item in _items(files)}
    expected = _expected(files)
    assert {name: render_apa(items[name]) for name in expected} == expected


def test_ris_is_the_printed_reference(files: dict[str, bytes]) -> None:
    """A RIS record, taken in by a reference manager, gives the reference that the site prints."""
    items = {item["id"]: item for item in read_ris(files[f"{ALL}.ris"].decode())}
    expected = _expected(files)
    assert {name: render_apa(items[name]) for name in expected} == expected


def test_bibtex_is_the_printed_reference(files: dict[str, bytes]) -> None:
    """A BibTeX entry, taken in by a reference manager, gives the reference that the site prints."""
    library = pybtex.database.parse_string(files[f"{ALL}.bib"].decode(), "bibtex")
    items = {key: read_bibtex(key, entry) for key, entry in library.entries.items()}
    expected = _expected(files, "participatiewet")
    assert {name: render_apa(items[name]) for name in expected} == expected


def test_language_is_that_of_the_source(files: dict[str, bytes]) -> None:
    """Each file says in which language a source is; what is not Dutch is not called Dutch."""
    ris = {item["id"]: item["language"] for item in read_ris(files[f"{ALL}.ris"].decode())}
    bibtex = pybtex.database.parse_string(files[f"{ALL}.bib"].decode(), "bibtex").entries
    for item in _items(files):
        assert ris[item["id"]] == item["language"]
        assert LANGUAGES[bibtex[item["id"]].fields["language"]] == item["language"]


def test_all_references_read_by_a_person(update_golden: bool) -> None:
    """The references of all sources are those of the file that was read one by one."""
    printed = _printed(dict(make_real_files()))
    text = "".join(f"{name}\n  {printed[name]}\n" for name in sorted(printed))
    if update_golden:
        REFERENCES.write_text(text, encoding="utf-8")
    assert REFERENCES.read_text(encoding="utf-8") == text


def test_every_source_has_its_own_files(files: dict[str, bytes]) -> None:
    """A source's own files hold what the files of all hold."""
    for item in _items(files):
        assert json.loads(files[f"{ALL}/{item['id']}.json"]) == [item]
        for ending in ("ris", "bib"):
            assert files[f"{ALL}/{item['id']}.{ending}"] in files[f"{ALL}.{ending}"]


def test_no_private_person_is_named(files: dict[str, bytes]) -> None:
    """No file of references names a private person."""
    assert all(PRIVATE_NAME not in files[path].decode() for path in files if path.startswith(ALL))
