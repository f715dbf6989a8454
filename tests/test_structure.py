"""The code keeps the shape that CONTRIBUTING describes: imports go one way, pieces stay small."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT

PACKAGE = ROOT / "scripts" / "kennisbank"
MODULES = sorted(PACKAGE.rglob("*.py"))
HOOK = PACKAGE.parent / "mkdocs_hook.py"


def _read_map() -> Iterator[tuple[str, ...]]:
    """Give the rooms on each line of the map in CONTRIBUTING.md; what they are for has spaces."""
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for line in told.partition("## How the code is laid out\n")[2].splitlines():
        if line.startswith("    "):
            words = re.split(" {3,}", line.strip())
            yield tuple(word for word in words if " " not in word)
        elif line:
            return


LAYERS = (*_read_map(), ("__main__",))
LAYER_OF = {name: number for number, names in enumerate(LAYERS) for name in names}
MAX_MODULE, MAX_FUNCTION, MAX_PARAMETERS = 200, 40, 5


def _part(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
            if node.module == "kennisbank":
                names = [f"kennisbank.{alias.name}" for alias in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("kennisbank."))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_imports_go_one_way(module: Path) -> None:
    """A module imports its own part, or parts of a lower layer."""
    part = _part(module)
    if part == "__init__":
        return
    for name in _imports(module):
        assert name == part or LAYER_OF[name] < LAYER_OF[part], f"{part} imports {name}"


def test_every_room_is_on_the_map() -> None:
    """CONTRIBUTING.md names every module and folder of the package, and no other."""
    assert {*LAYER_OF} == {_part(module) for module in MODULES} - {"__init__"}


@pytest.mark.parametrize("module", [*MODULES, HOOK], ids=lambda module: module.stem)
def test_pieces_stay_small(module: Path) -> None:
    """Modules, functions and parameter lists stay within the limits of the house style."""
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            parameters = [a for a in (*node.args.posonlyargs, *node.args.args) if a.arg != "self"]
            assert length <= MAX_FUNCTION, f"{node.name} has {length} lines"
            assert len(parameters) <= MAX_PARAMETERS, (
                f"{node.name} has {len(parameters)} parameters"
            )


def _is_own(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """Tell whether it is private, or only a type of what is documented elsewhere."""
    return node.name.startswith("_") or any(
        isinstance(each, ast.Name) and each.id == "overload" for each in node.decorator_list
    )


def test_every_module_and_function_says_what_it_is() -> None:
    """Every module and every public function and class has a docstring."""
    for module in MODULES:
        tree = ast.parse(module.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), module
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not _is_own(node):
                assert ast.get_docstring(node), f"{module}: {node.name}"


def test_only_the_command_prints_and_reads_the_clock() -> None:
    """Effects stay at the ends: no other module prints, exits or asks the time."""
    for module in MODULES:
        if _part(module) in ("cli", "__main__"):
            continue
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func)
                assert name not in {
                    "print",
                    "sys.exit",
                    "date.today",
                    "datetime.now",
                    "time.time",
                }, module


def test_sizes_of_letters_and_corners_stand_once() -> None:
    """On screen a page takes them from the tokens in kleuren.css; what stands alone has its own."""
    alone = {"los.css", "insluiten.css", "kleuren.css"}
    for style in sorted((ROOT / "docs" / "assets").rglob("*.css")):
        text = style.read_text(encoding="utf-8")
        literal = re.findall(r"(?:font-size: |font: \d+ )(?!1rem)[\d.]+rem", text)
        literal += re.findall(r"border-radius: (?:[4-9]|\d\d)px", text)
        assert style.name in alone or not literal, f"{style.name}: {literal}"
