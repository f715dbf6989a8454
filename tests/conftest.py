"""Shared options and folders of the tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser

from browsing import open_browser
from building import build_anew, copy_project
from serving import serve_site
from tools import tell_skipped

TESTS = Path(__file__).parent
ROOT = TESTS.parent
GOLDEN = TESTS / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes expected files anew; read the diff afterwards."""
    parser.addoption("--update-golden", action="store_true", help="write the expected files anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that hold slow tests: no process waits for one at the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests measured, and which tests could not run here."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{name}: {value}")
    skipped = terminalreporter.getreports("skipped")
    left_out = tell_skipped(str(report.longrepr[2]) for report in skipped)
    if left_out:
        terminalreporter.write_line(left_out, red=True, bold=True)


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


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Build the site of the real records once, for all processes; no test changes it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "echt" / "een"
    with FileLock(f"{folder.parent}.lock"):
        if not (folder / "gebouwd").exists():
            copy_project(folder, ROOT / "concepts")
            result = build_anew(folder, "--strict")
            assert result.returncode == 0, result.stdout + result.stderr
            assert "WARNING" not in result.stderr
            (folder / "gebouwd").touch()
    return folder


@pytest.fixture(scope="session")
def real_site(real_project: Path) -> Iterator[str]:
    """Give the address at which the site of the real records is served."""
    with serve_site(real_project / "site") as address:
        yield address
