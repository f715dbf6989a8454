"""What came from others is what we say it is, and says under which licence."""

import hashlib
import json
import re

import pytest

from building import ROOT
from supply.audit import judge_node, judge_python

ASSETS = ROOT / "docs" / "assets"
PARTS = json.loads((ASSETS / "onderdelen.json").read_text(encoding="utf-8"))
OURS = {".css", ".js", ".svg", ".txt", ".json"}
DRAWN = {"apple-touch-icon.png", "deelkaart.png", "schermafbeelding.png"}
"""Pictures made from our own drawings and pages."""


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part["bestand"])
def test_hash_holds(part: dict[str, str]) -> None:
    """A file of others is the one that was noted, byte for byte."""
    content = (ROOT / "docs" / part["bestand"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == part["sha256"]
    assert all(part[key] for key in ("naam", "pakket", "versie", "licentie"))


def test_nothing_of_others_is_left_out() -> None:
    """Every file that we did not write ourselves is in the list; scripts name their origin."""
    listed = {part["bestand"] for part in PARTS}
    others = {
        file.relative_to(ROOT / "docs").as_posix()
        for file in ASSETS.rglob("*")
        if file.is_file() and file.suffix not in OURS and file.name not in DRAWN
    }
    assert others == {path for path in listed if not path.endswith(".js")}


def test_page_tells_what_is_in_the_site() -> None:
    """The page Over names every part with the version that is there."""
    page = (ROOT / "docs/over.md").read_text(encoding="utf-8")
    rows = dict(
        re.findall(
            r"(?m)^\| (?:Letter |Woordstammen |Zip-bibliotheek )?([^|,]+?)(?:, bewerkt)?"
            r" \| ([\d.]+) \|",
            page,
        )
    )
    names = {part["naam"].split(",")[0]: part["versie"] for part in PARTS}
    assert {name: rows.get(name) for name in names} == names


def test_audit_tells_weak_from_unknown() -> None:
    """A weakness is bad news; a list that knows nothing is a reason, not good news."""
    weak = {"name": "x", "version": "1", "vulns": [{"id": "A"}]}
    assert judge_python(json.dumps({"dependencies": [weak]})) == (
        "1 packages looked up, weak: x 1",
        False,
    )
    skipped = {"name": "x", "skip_reason": "not found"}
    assert judge_python(json.dumps({"dependencies": [skipped]}))[0].startswith("skipped")
    assert judge_node('{"error": {}}')[0].startswith("skipped")
    assert judge_node('{"metadata": {"vulnerabilities": {"total": 2}}}') == (
        "weak packages: 2",
        False,
    )
