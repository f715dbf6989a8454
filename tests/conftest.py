"""Shared options and folders of the tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import open_browser

TESTS = Path(__file__).parent
ROOT = TESTS.parent
GOLDEN = TESTS / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes expected files anew; read the diff afterwards."""
    parser.addoption("--update-golden", action="store_true", help="write the expected files anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Tell whether expected files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """Give a copy of the small knowledge base, records and drawings only."""
    folder = tmp_path / "klein"
    shutil.copytree(GOLDEN / "concepts", folder / "concepts")
    shutil.copytree(GOLDEN / "docs" / "assets", folder / "docs" / "assets")
    shutil.copy(GOLDEN / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give one headless Chromium for all browser tests."""
    with open_browser() as started:
        yield started
