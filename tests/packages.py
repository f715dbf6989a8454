"""Make the public packages of the small knowledge base, to be read by independent readers."""

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from types import MappingProxyType
from typing import Any

import yaml

from building import GOLDEN, ROOT
from kennisbank.config import find_project
from kennisbank.link.shelf import make_shelf
from kennisbank.link.site import link_shelf
from kennisbank.load.raw import load_records
from kennisbank.model.outcome import Check
from kennisbank.model.privacy import find_privacy
from kennisbank.model.site import Site
from kennisbank.pipeline import check_records
from kennisbank.validate import validate

PRIVATE_NAME = "Besloten"
DRAFT_NAME = "onk"


@cache
def read_public_site() -> Site:
    """Give the linked site that packages are made of."""
    raw, _ = load_records(GOLDEN)
    records, _ = validate(GOLDEN, raw)
    return link_shelf(make_shelf(find_privacy(records).packed, False), "https://klein.example/")


def make_files(folder: Path = GOLDEN, with_drafts: bool = False) -> dict[str, bytes]:
    """Give every artifact of a knowledge base by its path."""
    return _read(_check(folder, with_drafts))


@cache
def check_real() -> Check:
    """Check the real records, once for all tests: none changes them."""
    return _check(ROOT, with_drafts=False)


@cache
def make_real_files() -> Mapping[str, bytes]:
    """Give every artifact of the real records by its path, made once."""
    return MappingProxyType(_read(check_real()))


def read_real_site() -> Site:
    """Give the real knowledge base, linked."""
    site = check_real().site
    assert site
    return site


def _check(folder: Path, with_drafts: bool) -> Check:
    project = find_project(folder)
    assert project
    check = check_records(project, with_drafts)
    assert check.is_good, check.problems
    return check


def _read(check: Check) -> dict[str, bytes]:
    return {artifact.path: artifact.content for artifact in check.artifacts}


def read_front(content: bytes) -> dict[str, Any]:
    """Give the front matter of a page in Markdown; nothing for another file."""
    text = content.decode("utf-8", "replace")
    front = yaml.safe_load(text.split("---\n", 2)[1]) if text.startswith("---\n") else {}
    return dict(front)


def copy_with(path: str, old: str, new: str) -> Path:
    """Give a copy of the small knowledge base in which one record reads otherwise."""
    folder = Path(mkdtemp()) / "klein"
    shutil.copytree(GOLDEN, folder)
    record = folder / "concepts" / path
    text = record.read_text(encoding="utf-8")
    assert old in text
    record.write_text(text.replace(old, new), encoding="utf-8")
    return folder
