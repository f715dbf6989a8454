"""A field is one line in a model: its type alone makes every check and command know it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from building import GOLDEN, ROOT, copy_project, run_command
from field_values import IDS, SET_APART, list_texts, make_data, path_of, put, save, write_yaml
from kennisbank.cli import main
from kennisbank.config import find_project
from kennisbank.handbook.schemas import list_ids, make_schemas
from kennisbank.model.base import Record
from kennisbank.model.records import RECORD_TYPES
from kennisbank.model.shapes import find_leaves, read_fields
from kennisbank.model.walk import Found
from kennisbank.pipeline import check_records
from kennisbank.problems import Problem

NOTHING = "bestaat-niet"
ENDED = {"status": "vervallen"}


def _list_ids(model: type[Record]) -> list[Found]:
    """Give every text of a kind of record that names another one, or a place."""
    return [f for f in list_texts(model) if f.where and (f.leaf.names or f.leaf.place)]


ID_FIELDS = [(model, found) for model in RECORD_TYPES for found in _list_ids(model)]


def _describe(value: Any) -> str:
    if isinstance(value, Found):
        return ".".join(str(step) for step in value.where if not isinstance(step, int))
    return str(value.__name__)


def _check(folder: Path) -> tuple[Problem, ...]:
    project = find_project(folder)
    assert project
    return check_records(project).problems


def _read(folder: Path, path: str) -> str:
    return (folder / path).read_text(encoding="utf-8")


def test_every_text_of_every_kind_is_tried() -> None:
    """The records that these tests make hold every text that the models know."""
    for model in RECORD_TYPES:
        made = {found.leaf for found in list_texts(model)}
        apart = {f.shape for f in read_fields(model) if f.step and f.step[0] in SET_APART}
        assert set(find_leaves(model)) - made - apart == set()


@pytest.mark.parametrize(("model", "found"), ID_FIELDS, ids=_describe)
def test_an_id_of_nothing_gets_its_line(
    model: type[Record], found: Found, small_project: Path
) -> None:
    """Every id that names nothing is told, at its own line, by the rule of its kind."""
    data = put(make_data(model), found.where, NOTHING, at_key=found.at_key)
    path = save(small_project, model, data)
    told = [p for p in _check(small_project) if f'"{NOTHING}"' in p.message]
    assert [p.rule.partition("-")[0] for p in told][:1] in (["onbekend"], ["onbekende"]), told
    lines = _read(small_project, path).splitlines()
    assert NOTHING in lines[told[0].line - 1]


@pytest.mark.parametrize("model", RECORD_TYPES, ids=_describe)
def test_a_successor_that_is_not_there_gets_its_line(
    model: type[Record], small_project: Path
) -> None:
    """A record that ended names a record of its own kind, which has to be there."""
    path = save(small_project, model, {**make_data(model), **ENDED, "vervangen_door": NOTHING})
    told = [p for p in _check(small_project) if f'"{NOTHING}"' in p.message]
    assert [p.rule for p in told] == ["opvolger"]
    assert NOTHING in _read(small_project, path).splitlines()[told[0].line - 1]


def _save_all(folder: Path) -> None:
    for model in RECORD_TYPES:
        save(folder, model, make_data(model))


@pytest.mark.parametrize("kind", [model.kind.name for model in RECORD_TYPES])
def test_a_rename_follows_every_id_byte_for_byte(
    kind: str, small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where an id of the kind stood, in whatever field, the new one stands; nothing else moved."""
    _save_all(small_project)
    monkeypatch.chdir(small_project)
    assert main(["rename", kind, IDS[kind], "heet-nu-zo"]) == 0
    for model in RECORD_TYPES:
        data = make_data(model)
        for found in list_texts(model):
            names = found.leaf.names and found.leaf.names.kind
            if found.where and names and (names.name, found.text) == (kind, IDS[kind]):
                data = put(data, found.where, "heet-nu-zo", at_key=found.at_key)
        assert _read(small_project, path_of(model)) == write_yaml(data)


@pytest.mark.parametrize("model", RECORD_TYPES, ids=_describe)
def test_a_rename_follows_a_successor(
    model: type[Record], small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ended goes on naming what came in its place."""
    name = IDS[model.kind.name]
    path = save(small_project, model, {**make_data(model), **ENDED, "vervangen_door": name})
    before = _read(small_project, path)
    monkeypatch.chdir(small_project)
    assert main(["rename", model.kind.name, name, f"{name}-2"]) == 0
    old, new = (f'vervangen_door: "{each}"\n' for each in (name, f"{name}-2"))
    assert new in _read(small_project, path)
    assert old in before


def test_every_use_is_listed(
    small_project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`kennisbank uses` gives the line of every field that names a record."""
    _save_all(small_project)
    monkeypatch.chdir(small_project)
    for model, found in ID_FIELDS:
        if found.leaf.names and found.text in IDS.values():
            capsys.readouterr()
            assert main(["uses", found.text]) == 0
            lines = _read(small_project, path_of(model)).splitlines()
            used = re.findall(rf"(?m)^{re.escape(path_of(model))}:(\d+):", capsys.readouterr().out)
            assert any(found.text in lines[int(number) - 1] for number in used), found.where


def test_an_editor_knows_every_id(small_project: Path) -> None:
    """The schema of each kind takes a record as it is typed, and refuses an id of nothing."""
    project = find_project(small_project)
    assert project
    made = make_schemas(list_ids(check_records(project).records))
    schemas = {file.path.partition(".")[0]: json.loads(file.content) for file in made}
    for model in RECORD_TYPES:
        validator, data = Draft7Validator(schemas[model.kind.name]), make_data(model)
        assert list(validator.iter_errors(data)) == []
        for found in _list_ids(model):
            wrong = put(data, found.where, NOTHING, at_key=found.at_key)
            is_open = found.leaf.names is not None and found.leaf.names.or_words
            is_own = found.leaf.place is not None and found.leaf.place.source == "id"
            assert validator.is_valid(wrong) == (is_open or is_own), found.where


NEW_FIELDS = """
    zie_ook: ConceptIds = authored("zie_ook", "zie ook", default=())
    hoort_bij: ConceptId | None = authored("hoort_bij", "hoort bij", default=None)
    motto: Prose | None = authored("motto", "een motto", default=None)
"""


@pytest.fixture
def extended(tmp_path: Path) -> Path:
    """Give a project whose concepts have three more fields, and nothing else that is new."""
    folder = copy_project(tmp_path / "klein", GOLDEN / "concepts")
    model = folder / "scripts/kennisbank/model/concept.py"
    text = model.read_text(encoding="utf-8")
    before = "    @property\n    def title("
    assert text.count(before) == 1
    text = text.replace(before, f"{NEW_FIELDS}\n{before}")
    text = text.replace("    ConceptId,\n", "    ConceptId,\n    ConceptIds,\n")
    model.write_text(text, encoding="utf-8")
    shutil.rmtree(folder / "scripts/kennisbank/__pycache__", ignore_errors=True)
    return folder


def test_a_new_field_is_one_line(extended: Path) -> None:
    """With its line alone a new field is checked, completed, listed, and follows every command."""
    record = extended / "concepts/begrippen/water/meer.yml"
    head = record.read_text(encoding="utf-8")
    more = "zie_ook:\n- boot\n- vuurtje\nhoort_bij: vuurtje\nmotto: |\n  Zie [[vuurtje|dat]].\n"
    record.write_text(head + more, encoding="utf-8")
    start = len(head.splitlines())
    said = run_command(extended, "check")
    for line in (start + 3, start + 4, start + 6):
        assert re.search(rf'meer\.yml:{line}:\d+: fout: begrip "vuurtje" bestaat niet', said)
    record.write_text(head + more.replace("vuurtje", "kampvuur"), encoding="utf-8")
    assert run_command(extended, "check").startswith("geen fouten")
    assert run_command(extended, "uses", "kampvuur").count('begrip "meer" noemt dit bij') == 3
    run_command(extended, "schema")
    schema = json.loads(_read(extended, ".vscode/schemas/begrip.schema.json"))
    assert "boot" in schema["properties"]["zie_ook"]["items"]["enum"]
    assert "boot" in schema["properties"]["hoort_bij"]["enum"]
    assert "#zie_ook:\n#- …\n" in _draft(extended)
    assert run_command(extended, "rename", "begrip", "kampvuur", "vuurplaats").endswith(
        "gelezen)\n"
    )
    assert record.read_text(encoding="utf-8") == head + more.replace("vuurtje", "vuurplaats")
    run_command(extended, "withdraw", "begrip", "vuurplaats")
    left = record.read_text(encoding="utf-8").removeprefix(head)
    assert left == "zie_ook:\n- boot\nmotto: |\n  Zie dat.\n"


def _draft(folder: Path) -> str:
    run_command(folder, "new", "begrip", "Ochtend", "--thema", "water")
    return _read(folder, "concepts/begrippen/water/ochtend.yml")


def test_a_merge_leaves_no_id_twice(extended: Path) -> None:
    """A list that holds both concepts holds one afterwards, and none names itself."""
    for name, more in (
        ("boot", "zie_ook:\n- meer\n- kampvuur\nhoort_bij: meer\n"),
        ("kampvuur", "zie_ook:\n- boot\n- meer\nhoort_bij: meer\n"),
    ):
        (record,) = (extended / "concepts/begrippen").rglob(f"{name}.yml")
        record.write_text(record.read_text(encoding="utf-8") + more, encoding="utf-8")
    run_command(extended, "merge", "meer", "kampvuur")
    boot = _read(extended, "concepts/begrippen/water/boot.yml")
    assert boot.endswith("zie_ook:\n- kampvuur\nhoort_bij: kampvuur\n")
    fire = _read(extended, "concepts/begrippen/vuur/kampvuur.yml")
    assert fire.endswith("zie_ook:\n- boot\n")


def _decide(folder: Path, *keys: str) -> subprocess.CompletedProcess[str]:
    """Run the tests of some fields of a concept in another copy of the project."""
    chosen = " or ".join(f"Concept.{key}]" for key in keys)
    options = ["-q", "-p", "no:cacheprovider", "-k", chosen]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, "tests/test_field_decisions.py"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "scripts")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_a_field_that_nobody_decided_on_fails_a_test(extended: Path) -> None:
    """A text that nothing shows fails with a sentence that says what to do; an id is checked."""
    shutil.copytree(GOLDEN, extended / "tests/golden")
    for file in (ROOT / "tests").glob("*.py"):
        shutil.copy(file, extended / "tests")
    shutil.copy(ROOT / "pyproject.toml", extended)
    done = _decide(extended, "zie_ook", "motto")
    assert done.returncode == 1
    assert "1 failed, 1 passed" in done.stdout
    assert "no page, no file and no rule knows Concept.motto: show it in a template" in done.stdout
