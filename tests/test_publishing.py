"""The ready workflows are YAML, and call only what the project has."""

import re
from pathlib import Path

import pytest
import yaml

from building import ROOT
from kennisbank.cli.arguments import make_parsers

WORKFLOWS = sorted((*(ROOT / ".github/workflows").glob("*.yml"), ROOT / ".gitlab-ci.yml"))


def _find_scripts(value: object) -> list[str]:
    """Give every line that a runner would run."""
    if isinstance(value, str):
        return value.splitlines()
    if isinstance(value, list):
        return [line for item in value for line in _find_scripts(item)]
    if isinstance(value, dict):
        return [line for each in value.values() for line in _find_scripts(each)]
    return []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_workflow_calls_what_is_there(file: Path) -> None:
    """Each make target, command and file that a workflow names is there."""
    lines = _find_scripts(yaml.safe_load(file.read_text(encoding="utf-8")))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {name for line in lines for name in re.findall(r"\bmake ([a-z-]+)", line)}
    commands = {name for line in lines for name in re.findall(r"bin/kennisbank ([a-z-]+)", line)}
    assert lines
    assert {name for name in targets if not re.search(rf"(?m)^{name}:", makefile)} == set()
    known = make_parsers()[1]
    assert commands <= known.keys()
    assert all(
        (ROOT / path).is_file() for line in lines for path in re.findall(r"bash (\S+)", line)
    )


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_everything_is_checked_first(file: Path) -> None:
    """Nothing is published or proposed before the whole check has run."""
    lines = _find_scripts(yaml.safe_load(file.read_text(encoding="utf-8")))
    check = next(number for number, line in enumerate(lines) if "bash .ci/run" in line)
    publish = [number for number, line in enumerate(lines) if "make publish" in line]
    assert all(number > check for number in publish)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_named_by_commit(file: Path) -> None:
    """What a workflow runs of others is a commit, which nobody can move, with its version."""
    used = re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each) for each in used)
