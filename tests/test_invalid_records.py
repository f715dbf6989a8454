"""Every fault that a maintainer can make gives exactly the lines that stand beside its example.

`tests/records/invalid/<rule>-<case>.yml` goes into the small knowledge base at the path that its
first line names; the lines it must give stand in `.problems.txt`. What cannot be a plain text
file (a wrong encoding, a name with capitals) is made by `SPECIAL`.
"""

import errno
import gzip
import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kennisbank.advice.messages import SHAPE_RULES
from kennisbank.config import find_project
from kennisbank.load import files
from kennisbank.load.complaints import COMPLAINTS
from kennisbank.permanence import RULES as ADDRESS_RULES
from kennisbank.pipeline import check_records
from kennisbank.rules import RULES
from kennisbank.withdrawn.check import RULES as NAME_RULES

TODAY = date(2026, 11, 27)
CASES = Path(__file__).parent / "records" / "invalid"
FILE_RULES = (
    "onbekende-map",
    "extensie",
    "bestandsnaam",
    "koppeling",
    "te-groot",
    "codering",
    "leeg-bestand",
    "tab",
    "teken",
    "yaml",
    "tweede-record",
    "verwijzing",
    "anker",
    "label",
    "te-diep",
    "gevouwen-blok",
    "geen-blok",
    "afgekapt",
    "haken",
    "geen-sleutel",
    "dubbel-veld",
    "geen-record",
    "onleesbaar",
    "dubbel-id",
    "tekening-onleesbaar",
    "tekening-mag-niet",
    "conflict",
    "kopie",
    "geen-bestand",
)
MEER = (Path(__file__).parent / "golden/concepts/begrippen/water/meer.yml").read_bytes()
WATER = "concepts/begrippen/water"

DRAWING = "docs/assets/diagrammen/de-loop.svg"
SHAPE = b'<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><title>De loop</title>%s</svg>'

SPECIAL: dict[str, tuple[str, bytes | None]] = {
    "onbekende-map-map": ("concepts/begripen/meer.yml", MEER),
    "onbekende-map-los-bestand": ("concepts/los.yml", MEER),
    "onbekende-map-zonder-thema": ("concepts/begrippen/los.yml", MEER),
    "onbekende-map-te-diep": ("concepts/personen/oud/los.yml", MEER),
    "onbekende-map-in-thema": (f"{WATER}/oud/los.yml", MEER),
    "extensie-yaml": (f"{WATER}/zee.yaml", MEER),
    "bestandsnaam-hoofdletter": (f"{WATER}/Zee.yml", MEER),
    "bestandsnaam-accent": (f"{WATER}/zeeën op.yml", MEER),
    "koppeling-bestand": (f"{WATER}/zee.yml", None),
    "te-groot": (f"{WATER}/zee.yml", b"voorkeursterm: " + b"a" * 1_000_001),
    "codering-windows": (f"{WATER}/zee.yml", "voorkeursterm: Zee\nengels: zeeën".encode("cp1252")),
    "codering-utf16": (f"{WATER}/zee.yml", "voorkeursterm: Zee".encode("utf-16")),
    "extensie-txt": (f"{WATER}/zee.yml.txt", b"voorkeursterm: Zee\n"),
    "samenvoegen-open-bestand": (f"{WATER}/meer.samenvoegen-plas.txt", b"Plas gaat op in Meer.\n"),
    "leeg-bestand": (f"{WATER}/zee.yml", b"\n \n"),
    "leeg-bestand-opmerking": (f"{WATER}/zee.yml", b"# alleen dit\n"),
    "teken-nul": (f"{WATER}/zee.yml", b"voorkeursterm: Z\x00ee\n"),
    "teken-escape": (f"{WATER}/zee.yml", b"voorkeursterm: Z\x1bee\n"),
    "teken-richting": (f"{WATER}/zee.yml", "voorkeursterm: Z\u202eee\n".encode()),
    "te-diep": (f"{WATER}/zee.yml", b"".join(b" " * n + b"a:\n" for n in range(50))),
    "verwijzing-bom": (f"{WATER}/zee.yml", b"a: &a\n- x\nb: &b\n- *a\n- *a\nc:\n- *b\n- *b\n"),
    "bestandsnaam-lijst": (f"{WATER}/index.yml", MEER),
    "bestandsnaam-windows": ("concepts/personen/nul.yml", b"naam: Nul\n"),
    "bestandsnaam-lang": (f"{WATER}/{'zee' * 30}.yml", MEER),
    "gelijk-adres-bladzijde": ("docs/Kaart.md", b"# Kaart\n"),
    "geen-kennisbank": ("concepts/kennisbank.yml", None),
    "tekening-onleesbaar-codering": (DRAWING, SHAPE % "<desc>\nzee\u00ebn</desc>".encode("cp1252")),
    "tekening-onleesbaar-entiteit": (DRAWING, SHAPE % b"<desc>de&nbsp;loop</desc>"),
    "tekening-onleesbaar-groot": (DRAWING, SHAPE % (b"<desc>" + b"a" * 100_000 + b"</desc>")),
    "tekening-onleesbaar-half": (DRAWING, (SHAPE % b"<g>\n<path/>")[:-6]),
    "tekening-onleesbaar-leeg": (DRAWING, b"\n"),
    "tekening-onleesbaar-plaatje": (DRAWING, b"\x89PNG\r\n\x1a\n"),
    "tekening-onleesbaar-svgz": (DRAWING, gzip.compress(SHAPE % b"")),
    "tekening-onleesbaar-tekst": (DRAWING, b"hier komt de tekening"),
    "tekening-onleesbaar-utf16": (DRAWING, (SHAPE % b"").decode().encode("utf-16")),
    "tekening-onleesbaar-voorvoegsel": (DRAWING, SHAPE % b"<g x:label='a'/>"),
    "tekening-mag-niet-bom": (DRAWING, b"\xef\xbb\xbf" + SHAPE % b"\r\n<a/>"),
    "tekening-mag-niet-codering": (
        DRAWING,
        b'<?xml version="1.0" encoding="latin1"?>' + SHAPE % b"",
    ),
    "tekening-mag-niet-diep": (DRAWING, SHAPE % (b"<g>" * 50 + b"</g>" * 50)),
    "tekening-mag-niet-entiteit": (
        DRAWING,
        b'<!DOCTYPE svg [<!ENTITY a "&a;&a;">]>' + SHAPE % b"&a;",
    ),
    "tekening-mag-niet-html": (DRAWING, b"<html><body/></html>"),
    "tekening-mag-niet-kaal": (DRAWING, b'<svg viewBox="0 0 1 1"><title>De loop</title></svg>'),
    "tekening-mag-niet-los": ("docs/assets/diagrammen/los.svg", SHAPE % b"<script/>"),
    "tekening-mag-niet-stijl": (DRAWING, b'<?xml-stylesheet href="a.css"?>\n' + SHAPE % b""),
    "tekening-mag-niet-titel": (
        DRAWING,
        b'<svg xmlns="http://www.w3.org/2000/svg"><title> </title></svg>',
    ),
    "geen-record-pdf": (f"{WATER}/zee.pdf", b"%PDF-1.7\n"),
    "kopie-laptop": (f"{WATER}/meer-LAPTOP-7.yml", MEER),
    "kopie-kleine-letters": (f"{WATER}/meer-laptop-7.yml", MEER),
    "conflict-pagina": ("docs/over.md", b"# Over\n\n<<<<<<< HEAD\nEen\n=======\nTwee\n>>>>>>> x\n"),
    "onbekende-map-andere-soort": ("concepts/personen/zee.yml", MEER),
}


def _problems(folder: Path) -> str:
    project = find_project(folder)
    assert project
    check = check_records(replace(project, today=TODAY))
    return "".join(f"{problem}\n" for problem in check.problems)


def _compare(found: str, expected_file: Path, update: bool) -> None:
    if update:
        expected_file.write_text(found, encoding="utf-8")
    assert found == expected_file.read_text(encoding="utf-8")
    assert "Traceback" not in found


@pytest.mark.parametrize("case", sorted(CASES.glob("*.yml")), ids=lambda case: case.stem)
def test_invalid_record(case: Path, small_project: Path, update_golden: bool) -> None:
    """A faulty record gives its exact lines."""
    content = case.read_bytes()
    path = re.match(rb"# pad: (\S+)", content)
    assert path, "the first line must say `# pad: concepts/...`"
    target = small_project / path[1].decode()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    _compare(_problems(small_project), case.with_suffix(".problems.txt"), update_golden)


@pytest.mark.parametrize("name", sorted(SPECIAL))
def test_special_file(name: str, small_project: Path, update_golden: bool) -> None:
    """A file that cannot be a record gives its exact lines."""
    path, content = SPECIAL[name]
    target = small_project / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if content is not None:
        target.write_bytes(content)
    elif name.startswith("koppeling"):
        target.symlink_to(small_project / WATER / "meer.yml")
    else:
        target.unlink()
    _compare(_problems(small_project), CASES / f"{name}.problems.txt", update_golden)


@pytest.mark.parametrize("case", sorted(CASES.glob("*.svg")), ids=lambda case: case.stem)
def test_refused_drawing(case: Path, small_project: Path, update_golden: bool) -> None:
    """A drawing with what it may not hold gives its exact lines."""
    (small_project / DRAWING).write_bytes(case.read_bytes())
    _compare(_problems(small_project), case.with_suffix(".problems.txt"), update_golden)


def test_unreadable_file(
    small_project: Path, update_golden: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that vanishes or may not be read while we read gives its line, and stops no other."""
    opened = files._open

    def refuse(file: Path) -> int:
        if file.name == "boot.yml":
            raise PermissionError(errno.EACCES, "Permission denied")
        if file.name == "het-boek.yml":
            raise FileNotFoundError(errno.ENOENT, "No such file or directory")
        return opened(file)

    monkeypatch.setattr(files, "_open", refuse)
    _compare(_problems(small_project), CASES / "onleesbaar.problems.txt", update_golden)


def test_no_file(small_project: Path, update_golden: bool) -> None:
    """A folder, a pipe and a socket in the place of a file give their lines, and nothing waits."""
    (small_project / "concepts/personen/jan.yml").mkdir()
    os.mkfifo(small_project / WATER / "pijp.yml")
    os.mkfifo(small_project / "docs/pijp.md")
    _compare(_problems(small_project), CASES / "geen-bestand.problems.txt", update_golden)


def test_every_rule_has_an_invalid_record() -> None:
    """Every rule id stands in the expected lines of at least one case, under its own name."""
    expected = {
        file.name.removesuffix(".problems.txt"): file.read_text(encoding="utf-8")
        for file in CASES.glob("*.problems.txt")
    }
    rules = {
        *SHAPE_RULES,
        *FILE_RULES,
        *ADDRESS_RULES,
        *NAME_RULES,
        *NAME_RULES,
        *(name for rule in RULES for name in rule.RULES),
    }
    proven = {
        rule
        for rule in rules
        if any(name.startswith(rule) and f"[{rule}]" in text for name, text in expected.items())
    }
    assert sorted(rules - proven) == []


def test_every_known_complaint_of_yaml_is_told() -> None:
    """No two complaints in the table hide each other, and each says what to do."""
    starts = [start for start, _ in COMPLAINTS]
    assert len(set(starts)) == len(starts)
    assert all(not dutch.endswith(".") and dutch[0].islower() for _, dutch in COMPLAINTS)


def test_no_case_without_lines() -> None:
    """Every invalid case gives at least one line."""
    assert all(file.read_text(encoding="utf-8") for file in CASES.glob("*.problems.txt"))
