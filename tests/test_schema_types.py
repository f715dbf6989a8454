"""The JSON-LD of pages keeps to schema.org, by the types of schema-dts and by TypeScript."""

import subprocess
from pathlib import Path

import pytest

from packages import make_real_files, read_front
from tools import NODE_FOLDER, need

MODULES = NODE_FOLDER / "node_modules"
PAGES = (
    "begrippen/samenredzaamheid.md",
    "begrippen/macht.md",
    "themas/macht.md",
    "bronnen/collectieve-hulpverlening.md",
    "bronnen/zorg-en-de-staat.md",
)

pytestmark = pytest.mark.slow


def _compile(folder: Path, blocks: list[str]) -> subprocess.CompletedProcess[str]:
    lines = ['import type { Graph } from "schema-dts";']
    lines += [f"export const page{n}: Graph = {block};" for n, block in enumerate(blocks)]
    (folder / "pages.ts").write_text("\n".join(lines), encoding="utf-8")
    (folder / "node_modules").symlink_to(MODULES)
    command = [
        need("node packages"),
        str(MODULES / "typescript" / "bin" / "tsc"),
        "--noEmit",
        "--strict",
    ]
    options = ["--skipLibCheck", "--module", "nodenext", "--types", "", "pages.ts"]
    return subprocess.run(
        [*command, *options], cwd=folder, capture_output=True, text=True, check=False
    )


def _blocks() -> list[str]:
    files = make_real_files()
    found = [path for path in PAGES if path in files]
    found += sorted(path for path in files if path.startswith(("leerroutes/", "spanningen/")))[1:3]
    return [read_front(files[path])["share"]["structured"] for path in found]


def test_pages_keep_the_types(tmp_path: Path) -> None:
    """Every property and value on a page of each kind is one that its type has."""
    blocks = _blocks()
    assert len(blocks) >= 4
    done = _compile(tmp_path, blocks)
    assert done.returncode == 0, done.stdout


def test_a_property_that_a_term_lacks_is_caught(tmp_path: Path) -> None:
    """A term with a language of its own does not pass."""
    block = _blocks()[0].replace('"termCode"', '"inLanguage": "nl", "termCode"')
    assert _compile(tmp_path, [block]).returncode != 0
