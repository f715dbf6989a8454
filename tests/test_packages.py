"""Packages beside the site: of these records or not at all, and never about private people."""

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

import forking
from building import GOLDEN, ROOT, build_site, copy_project
from kennisbank.cli import main
from kennisbank.load.packages import load_packages
from packages import DRAFT_NAME, PRIVATE_NAME
from tools import need


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small project with its packages made."""
    need("pango")
    folder = copy_project(tmp_path_factory.mktemp("pakket") / "klein", GOLDEN / "concepts")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["packages"]) == 0
    return folder


def _unpack(path: str, content: bytes, folder: Path) -> str:
    """Give all the text in a package."""
    if path.endswith(".pdf"):
        file = folder / "x.pdf"
        file.write_bytes(content)
        return subprocess.check_output([need("pdftotext"), str(file), "-"], text=True)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def test_nothing_private_is_in_any_package(project: Path, tmp_path: Path) -> None:
    """Unpacked, no package has the name of a private person or a draft."""
    packages = load_packages(project)
    assert {Path(path).suffix for path in packages} == {".apkg", ".pdf"}
    for path, content in packages.items():
        text = _unpack(path, content, tmp_path)
        assert "Rivier" in text or "rivier" in text, path
        assert PRIVATE_NAME not in text, path
        assert f" {DRAFT_NAME} " not in text.lower(), path


def test_site_takes_them_along_with_their_sizes(project: Path) -> None:
    """The next build publishes the packages and says how large they are."""
    done = build_site(project)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (project / "site/data/index.html").read_text("utf-8")
    pdf = project / "site/data/kennisbank.pdf"
    assert pdf.read_bytes()[:5] == b"%PDF-"
    assert 'href="../data/kennisbank.pdf"' in page
    assert f"<small>{round(pdf.stat().st_size / 1000)} kB</small>" in page


def test_packages_of_other_records_stay_out(project: Path, tmp_path: Path) -> None:
    """After a change of any record the old packages are not published any more."""
    folder = copy_project(tmp_path / "later", GOLDEN / "concepts")
    (project / "pakketten").rename(folder / "pakketten")
    try:
        assert load_packages(folder)
        record = folder / "concepts/begrippen/water/meer.yml"
        record.write_text(record.read_text("utf-8") + "# later\n", "utf-8")
        assert load_packages(folder) == {}
    finally:
        (folder / "pakketten").rename(project / "pakketten")


def test_missing_parts_are_one_line(project: Path) -> None:
    """Without the libraries of the packages the command says what to do."""
    without = "import sys; sys.modules['genanki'] = None"
    process = forking.start(project, "kennisbank", "packages", before=without)
    _, said = process.communicate()
    assert (process.returncode, said.count("\n")) == (2, 1)
    assert "packages, dat installeert het" in said


def test_each_format_has_its_place_without_packages() -> None:
    """A light build keeps the anchor of every format, so that links from other pages hold."""
    page = (GOLDEN / "docs/data/index.md").read_text("utf-8")
    lecturers = (ROOT / "docs/docenten.md").read_text("utf-8")
    linked = re.findall(r"data/index\.md#([a-z-]+)", lecturers)
    assert linked
    assert [name for name in linked if f"{{ #{name} }}" not in page] == []
