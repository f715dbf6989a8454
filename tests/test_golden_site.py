"""The small knowledge base gives exactly the pages and files that stand in tests/golden."""

from collections.abc import Iterator
from difflib import unified_diff
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from conftest import GOLDEN
from kennisbank.config import Project, find_project
from kennisbank.model.artifact import Artifact, later
from kennisbank.owned import OWNED
from kennisbank.pipeline import build
from kennisbank.write import write_artifacts


def _project(folder: Path) -> Project:
    project = find_project(folder)
    assert project
    return project


def _made_files(docs: Path) -> dict[str, bytes]:
    files = [docs / name for name in OWNED.files]
    files += [file for name in OWNED.folders for file in (docs / name).rglob("*") if file.is_file()]
    made = {file.relative_to(docs).as_posix(): file.read_bytes() for file in files if file.exists()}
    return {path: content for item in made.items() for path, content in _open(*item)}


def _open(path: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Give a package as the files in it: how they are compressed differs by machine."""
    if not path.endswith(".imscc"):
        yield path, content
        return
    with ZipFile(BytesIO(content)) as package:
        yield from ((f"{path}/{name}", package.read(name)) for name in package.namelist())


def _expect_golden(project: Path) -> None:
    """Fail with a diff of the lines that differ, file by file."""
    made, expected = _made_files(project / "docs"), _made_files(GOLDEN / "docs")
    assert sorted(made) == sorted(expected)
    differing = (path for path in sorted(made) if made[path] != expected[path])
    lines = [line for path in differing for line in _compare(path, expected[path], made[path])]
    assert not lines, "\n".join(lines)


def _compare(path: str, expected: bytes, made: bytes) -> Iterator[str]:
    old, new = (each.decode(errors="backslashreplace").split("\n") for each in (expected, made))
    return unified_diff(old, new, f"golden/{path}", path, n=1, lineterm="")


def test_every_byte(small_project: Path, update_golden: bool) -> None:
    """A build gives the golden files, byte for byte, and no other."""
    build(_project(small_project))
    if update_golden:
        build(_project(GOLDEN))
    _expect_golden(small_project)


def test_second_build_writes_nothing(small_project: Path) -> None:
    """A build with nothing changed writes and removes no file."""
    first = build(_project(small_project))
    second = build(_project(small_project))
    assert first.written
    assert (second.written, second.removed) == ((), 0)


def test_removed_record_takes_its_page_along(small_project: Path) -> None:
    """A page whose record is gone is removed; a file outside the owned folders stays."""
    build(_project(small_project))
    own = small_project / "docs" / "eigen.md"
    own.write_text("# Eigen", encoding="utf-8")
    (small_project / "concepts/voorbeelden/overtocht.yml").unlink()
    done = build(_project(small_project))
    assert done.removed == 5, "page, identifier, card, code and plain text"
    assert not (small_project / "docs/voorbeelden/overtocht.md").exists()
    assert own.exists()


def test_fault_leaves_everything_as_it_was(small_project: Path) -> None:
    """A faulty record stops the build before anything is written."""
    build(_project(small_project))
    before = _made_files(small_project / "docs")
    record = small_project / "concepts/begrippen/water/meer.yml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("rivier:", "rivieer:"), encoding="utf-8"
    )
    assert not build(_project(small_project)).check.is_good
    assert _made_files(small_project / "docs") == before


def test_windows_files_give_the_same_site(small_project: Path) -> None:
    """Records with CRLF line ends and a BOM give the same bytes."""
    for record in (small_project / "concepts").rglob("*.yml"):
        text = record.read_bytes().replace(b"\n", b"\r\n")
        record.write_bytes(b"\xef\xbb\xbf" + text)
    build(_project(small_project))
    _expect_golden(small_project)


def test_drafts_show_only_in_a_preview(small_project: Path) -> None:
    """A draft has no page and no trace in a publication, and a marked page in a preview."""
    build(_project(small_project))
    docs = small_project / "docs"
    assert not (docs / "begrippen/vonk.md").exists()
    assert b"onk" not in (docs / "begrippen/kampvuur.md").read_bytes()
    build(_project(small_project), with_drafts=True)
    assert 'status: "ontwerp"' in (docs / "begrippen/vonk.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", ["../buiten.md", "/begrippen/a.md", "eigen.md", "assets/a.svg", "begrippen"]
)
def test_no_path_leaves_the_owned_folders(path: str, tmp_path: Path) -> None:
    """Writing outside the owned places is refused as a bug."""
    with pytest.raises(ValueError, match="not a path"):
        write_artifacts(tmp_path, [Artifact(path, b"")], OWNED)


def test_what_is_written_is_not_kept(tmp_path: Path) -> None:
    """A file is made once, for its size too, and its bytes are let go when they are on disk."""
    made: list[str] = []

    def make() -> bytes:
        made.append("één keer")
        return b"inhoud"

    artifact = later("kaart/index.md", make)
    assert artifact.size == len(b"inhoud")
    write_artifacts(tmp_path, [artifact], OWNED)
    assert (tmp_path / artifact.path).read_bytes() == b"inhoud"
    assert artifact.size == len(b"inhoud")
    assert made == ["één keer"]
    with pytest.raises(ValueError, match="released"):
        _ = artifact.content
    empty = Artifact("leeg.txt", b"")
    empty.release()
    assert empty.size == 0
