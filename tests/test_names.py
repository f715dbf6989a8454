"""Names of people fall into the same parts in every text and every file.

The table `names.tsv` is read by hand: a name as people write it (`naam`) or as an author of a
source (`auteur`), how APA prints it first in a reference and inside one, the letter under which a
Dutch list has it, and what CSL, RIS and BibTeX say.
"""

import csv
import re

import pybtex.database
import pytest
import rispy

from building import ROOT
from kennisbank.citing.item import ItemName, make_name
from kennisbank.exports.bibliography.bibtex import write_bibtex
from kennisbank.exports.bibliography.ris import write_ris
from kennisbank.model.person_name import Name, read_author, read_person
from references import make_form, make_person, render_apa

_FILE = ROOT / "tests" / "names.tsv"
with _FILE.open(encoding="utf-8", newline="") as _lines:
    ROWS = list(csv.DictReader(_lines, delimiter="\t", quoting=csv.QUOTE_NONE))
PROCESSORS_DIFFER = ("Chr.", "Th.", "Ph.", "IJsbrand", "bell")
"""Given names of which citeproc-py keeps another letter; citeproc-js differs in IJ. alone."""
every_name = pytest.mark.parametrize("row", ROWS, ids=lambda row: row["geschreven"])


def _read(row: dict[str, str]) -> Name:
    read = read_person if row["soort"] == "naam" else read_author
    return read(row["geschreven"])


def _item(name: Name) -> dict[str, object]:
    return {"id": "x", "type": "book", "title": "T", "language": "nl", "author": [make_name(name)]}


def test_the_table_is_large() -> None:
    """The table has many names of each sort, none twice."""
    written = [row["geschreven"] for row in ROWS]
    assert len(written) == len(set(written)) >= 100


@every_name
def test_parts(row: dict[str, str]) -> None:
    """A name has the parts that the table says, first in a reference and inside one."""
    name = _read(row)
    assert name.cited == row["apa"]
    assert name.cited_inside == row["in een verwijzing"]
    assert name.core == row["alfabet"]
    csl = dict(part.split("=", 1) for part in row["csl"].split(" | "))
    assert make_name(name) == csl


@every_name
def test_a_style_processor_prints_the_same(row: dict[str, str]) -> None:
    """APA by citeproc prints what we print."""
    if row["geschreven"].startswith(PROCESSORS_DIFFER):
        return
    expected = row["apa"] if row["apa"].endswith(".") else f"{row['apa']}."
    assert render_apa(_item(_read(row))) == f"{expected} (z.d.). T."


@every_name
def test_ris(row: dict[str, str]) -> None:
    """RIS carries the name that the table says; read back as Zotero does, it is the same name."""
    item = _item(_read(row))
    (entry,) = rispy.loads(write_ris(item, make_form("boek")))  # type: ignore[arg-type]
    (written,) = entry["authors"]
    assert written == row["ris"]
    if "family" in row["csl"]:
        family, given, *suffix = re.split(r"\s*,\s*", written)
        assert Name(family, given, "", "".join(suffix)).cited == row["apa"]


@every_name
def test_bibtex(row: dict[str, str]) -> None:
    """BibTeX carries the name that the table says; pybtex finds the same name in it."""
    item = _item(_read(row))
    text = write_bibtex(item, make_form("boek"))  # type: ignore[arg-type]
    assert f"  author = {{{row['bibtex']}}}," in text
    library = pybtex.database.parse_string(text, "bibtex")
    (person,) = library.entries["x"].persons["author"]
    family = " ".join([*person.prelast_names, *person.last_names])
    given = " ".join([*person.first_names, *person.middle_names])
    found = Name(family, given, "", " ".join(person.lineage_names)).cited
    assert re.sub(r"[{}\\]", "", found) == row["apa"]


def test_a_record_may_say_what_no_rule_can_know() -> None:
    """`als_auteur` gives the parts of a name, or a first name that `naam` does not have."""
    cases = {
        ("Gabriel García Márquez", "García Márquez, Gabriel"): "García Márquez, G.",
        ("John Jansen van Galen", "Jansen van Galen, John"): "Jansen van Galen, J.",
        ("Van Morrison", "Morrison, Van"): "Morrison, V.",
        ("Moeder Teresa", "Moeder Teresa"): "Moeder Teresa",
        ("Habermas", "Habermas, Jürgen"): "Habermas, J.",
        ("Xi Jinping", "Xi, Jinping"): "Xi, J.",
    }
    for (name, form), cited in cases.items():
        assert make_person(name, als_auteur=form).author.cited == cited


def test_a_group_is_whole() -> None:
    """A group, a reader and editors are never split, whatever words their names have."""
    for name in ("Deelnemers aan de Transitiearena", "Lezer 1", "Mensen in armoede"):
        assert make_person(name, soort="groep").author == Name(name)
        parts: ItemName = {"literal": name}
        assert make_name(Name(name)) == parts
