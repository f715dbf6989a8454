"""What the pages for editors tell to type can be typed: on Windows, elsewhere, and in a record."""

import re
import shlex
from pathlib import Path

import pytest

from conftest import ROOT
from kennisbank.cli.arguments import make_parsers
from kennisbank.load.drawing import drawing_of, read_drawing
from kennisbank.load.raw import load_records
from kennisbank.model.links import find_links
from kennisbank.model.names import names_of, reads_as
from kennisbank.validate import validate
from kennisbank.vocabulary import KIND_BY_PREFIX

PAGES = [ROOT / "docs/meewerken.md", ROOT / "docs/publiceren.md"]
PAIR = re.compile(r"(?m)^- Windows: `\.\\start\.cmd (.+)`\n- Mac en Linux: `\./start\.sh (.+)`$")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_example_stands_there_for_every_system(page: Path) -> None:
    """An example for Windows has its twin for Mac and Linux below it; none is for one alone."""
    text = page.read_text(encoding="utf-8")
    pairs = PAIR.findall(text)
    assert pairs
    assert [one for one, other in pairs if one != other] == []
    assert text.count("`.\\start.cmd ") == text.count("`./start.sh ") == len(pairs)
    assert not re.search(r"(?m)^    (?:kennisbank|make) ", text)
    assert "`kennisbank " not in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_command_understands_each_example(page: Path) -> None:
    """What stands there is a command with the arguments that it takes."""
    parser, _ = make_parsers()
    for command, _ in PAIR.findall(page.read_text(encoding="utf-8")):
        assert parser.parse_args(shlex.split(command)).steps is not None


def test_the_links_that_are_shown_can_be_copied() -> None:
    """Each [[link]] on the page leads to one real record, and reads as it should."""
    raw_records, _ = load_records(ROOT)
    records, _ = validate(ROOT, raw_records)
    links = list(find_links((ROOT / "docs/meewerken.md").read_text(encoding="utf-8")))
    assert len(links) >= 8
    for link in links:
        (target,) = names_of(records).find(link.target)
        found = records.by_kind(KIND_BY_PREFIX[target.prefix].name)[target.id]
        assert link.words or reads_as(found, link.target.id), link


def test_the_drawing_that_is_shown_can_be_copied(tmp_path: Path) -> None:
    """It may stand on a page as it is."""
    text = (ROOT / "docs/meewerken.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"(?ms)^    <svg .*?</svg>$", text)
    file = drawing_of(tmp_path, "kopje")
    file.parent.mkdir(parents=True)
    file.write_text(shown, encoding="utf-8")
    drawing = read_drawing(tmp_path, "kopje")
    assert drawing.markup
    assert drawing.problems == ()
