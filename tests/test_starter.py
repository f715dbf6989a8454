"""A first draft: right as it is made, easy to fill, and never published with its dots."""

import re
from pathlib import Path

import pytest

from kennisbank.cli import main
from kennisbank.config import find_project
from kennisbank.pipeline import check_records
from kennisbank.vocabulary import KINDS

TO_FILL_IN = {
    "geen-id",
    "geen-webadres",
    "geen-datum",
    "onbekende-bron",
    "andere-naam",
    "geen-taalcode",
}
"""What the check says of an id, an address, a date or a name that is not filled in yet."""


@pytest.fixture(params=[kind.name for kind in KINDS])
def draft(
    request: pytest.FixtureRequest, small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Give the file of a new draft, of each kind in turn."""
    monkeypatch.chdir(small_project)
    before = set(small_project.rglob("*.yml"))
    theme = ["--thema", "water"] if request.param == "begrip" else []
    assert main(["new", request.param, "Ochtendrood", *theme]) == 0
    (file,) = set(small_project.rglob("*.yml")) - before
    return file


def _rules(draft: Path) -> set[str]:
    project = find_project(draft.parent)
    assert project
    return {problem.rule for problem in check_records(project).problems}


def test_draft_is_right_at_once(draft: Path) -> None:
    """What `new` makes passes the check."""
    assert _rules(draft) == set()


def test_hashes_can_be_taken_away(draft: Path) -> None:
    """Without its hash each further field has the right form, and none stands there twice."""
    text = draft.read_text(encoding="utf-8")
    draft.write_text(re.sub(r"(?m)^#(?! \S)", "", text), encoding="utf-8")
    assert _rules(draft) <= TO_FILL_IN


def test_dots_are_not_published(draft: Path) -> None:
    """Without the line that makes it a draft, its dots are faults."""
    text = draft.read_text(encoding="utf-8")
    draft.write_text(text.replace("status: ontwerp\n", ""), encoding="utf-8")
    has_dots = re.search(r"(?m)^[^#\n]*…", text) is not None
    assert ("onaf" in _rules(draft)) == has_dots
