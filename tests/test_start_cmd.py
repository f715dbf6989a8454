"""`start.cmd` runs on Windows alone; its text keeps the rules of cmd.exe all the same."""

import re

import pytest

from conftest import ROOT

CONTENT = (ROOT / "start.cmd").read_bytes()
LINES = CONTENT.decode("ascii").splitlines()
CODE = [line for line in LINES if line and not line.startswith(("rem", "echo"))]


def test_line_ends_and_letters() -> None:
    """Every line ends in CR LF, and holds letters that are the same in every code page."""
    assert CONTENT.count(b"\n") == CONTENT.count(b"\r\n") == len(LINES)
    assert CONTENT.isascii()
    assert b"\t" not in CONTENT


def test_every_label_is_there_once() -> None:
    """Each `goto` and `call :` leads to a label, and each label is led to."""
    labels = [line[1:] for line in CODE if line.startswith(":")]
    wanted = set(re.findall(r"(?:goto |call :)(\w+)", "\n".join(CODE)))
    assert len(labels) == len(set(labels))
    assert set(labels) == wanted


@pytest.mark.parametrize("line", CODE)
def test_line_is_safe(line: str) -> None:
    """Names of files stand in quotes, blocks are not used, and no line needs delayed expansion."""
    outside = re.sub(r'"[^"]*"', "", line)
    assert line.count('"') % 2 == 0
    assert not re.search(r"[()!^&|]", outside.replace("2>&1", ""))
    assert not re.search(r"%(LOCK|INSTALLED|VENV_PYTHON|ADDRESS|~dp0|~1)", outside)


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("echo")])
def test_sentence_is_only_said(line: str) -> None:
    """Nothing in a sentence on the screen is a sign of cmd.exe."""
    assert not re.search(r"[&|<>^!()]", re.sub(r'"[^"]*"', "", line))


def test_every_way_out_leaves_the_folder() -> None:
    """What pushd took, popd gives back before each end but that of `:probe`; a failure waits."""
    ends = [line for line in LINES if line.startswith("exit /b")]
    assert LINES.count("popd") == len(ends) - 1
    assert LINES[-2:] == ["pause", "exit /b 1"]
