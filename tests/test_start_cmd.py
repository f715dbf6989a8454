"""`start.cmd` runs on Windows alone; its text keeps the rules of cmd.exe all the same."""

import re

import pytest

from cmd_running import World, run
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
    assert not re.search(r"%(LOCK|VENV|ADDRESS|LOCALAPPDATA|~dp0|~1)", outside)


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("echo")])
def test_sentence_is_only_said(line: str) -> None:
    """Nothing in a sentence on the screen is a sign of cmd.exe."""
    assert not re.search(r"[&|<>^!()]", re.sub(r'"[^"]*"', "", line))


def test_every_way_out_leaves_the_folder() -> None:
    """What pushd took, popd gives back before each end but that of `:probe`; a failure waits."""
    ends = [line for line in LINES if line.startswith("exit /b")]
    assert LINES.count("popd") == len(ends) - 1
    assert LINES[-2:] == ["pause", "exit /b 1"]


HOME = r"C:\Users\Zoe (HU) & co\AppData\Local"
VENV = rf"{HOME}\Kennisbank\venv"
LOCK = "requirements-site.lock"


class Windows:
    """A computer on which start.cmd runs: its Pythons, and what goes wrong there."""

    def __init__(self, pythons: tuple[str, ...] = ("py -3.14",), venv_hides: bool = False) -> None:
        self.pythons = pythons
        self.venv_hides = venv_hides
        """As with a Python from the Microsoft Store: files do not appear where it wrote them."""
        self.install = 0
        self.command = 0
        self.preview_runs = False

    def __call__(self, world: World, command: str) -> int:
        """Do what a program does, and give its status."""
        if " -m venv --clear " in command:
            where = command.split('"')[1]
            if not (self.venv_hides and where == VENV):
                world.files.add(rf"{where}\Scripts\python.exe")
            return 0
        if "sys.version_info" in command:
            return 0 if command.startswith(self.pythons) else 9009
        if r"scripts\install.py" in command:
            return self.install
        if "create_connection" in command:
            return 0 if self.preview_runs else 1
        return self.command


def _start(windows: Windows, *arguments: str, files: tuple[str, ...] = ()) -> tuple[int, World]:
    world = World(windows, {"LOCALAPPDATA": HOME}, {LOCK, *files})
    status = run(CONTENT.decode(), world, *arguments)
    assert world.folders == 0
    return status, world


def _python(world: World) -> list[str]:
    """Give what was run with the Python of the environment, without its path."""
    return [line.partition('python.exe" ')[2] for line in world.ran if 'python.exe"' in line]


READY = rf"{VENV}\Scripts\python.exe"


def test_first_start_installs_outside_the_folder() -> None:
    """The environment lies where no sync program looks, and then the preview opens."""
    status, world = _start(Windows())
    assert status == 0
    assert f'py -3.14 -m venv --clear "{VENV}"' in world.ran
    assert _python(world)[-1] == "-m mkdocs serve --open"
    assert any("[1/2]" in line for line in world.said)
    assert not any(".venv" in line for line in world.ran)


def test_later_starts_install_nothing_anew() -> None:
    """What is there is used; install.py itself sees whether the lock changed."""
    status, world = _start(Windows(), files=(READY,))
    assert status == 0
    assert not any("-m venv" in line for line in world.ran)
    assert _python(world)[0] == rf'scripts\install.py "{LOCK}"'


def test_an_environment_of_before_is_kept() -> None:
    """Who installed in the folder itself before, goes on with that."""
    _, world = _start(Windows(), "check", files=(r".venv\Scripts\python.exe",))
    assert world.ran[-1] == r'".venv\Scripts\python.exe" -m kennisbank check'


@pytest.mark.parametrize(
    "command", ["check", "site", "help new", 'new begrip "Een naam" --thema x']
)
def test_commands_go_on_to_the_program(command: str) -> None:
    """Words behind start.cmd are the command, and its status is given back."""
    windows = Windows()
    windows.command = 1
    status, world = _start(windows, *command.split(" "), files=(READY,))
    assert status == 1
    assert _python(world)[-1] == f"-m kennisbank {command}"
    assert not any("requirements-packages.lock" in line for line in world.ran)


@pytest.mark.parametrize("command", ["packages", "publish", "PACKAGES"])
def test_packages_get_their_own_parts_first(command: str) -> None:
    """What Anki and paper need is fetched when asked for, not before."""
    status, world = _start(Windows(), command, files=(READY,))
    assert status == 0
    assert _python(world)[-2:] == [
        r'scripts\install.py "requirements-packages.lock"',
        f"-m kennisbank {command}",
    ]


def test_a_running_preview_is_shown() -> None:
    """A second double click opens the browser and starts nothing."""
    windows = Windows()
    windows.preview_runs = True
    status, world = _start(windows, files=(READY,))
    assert status == 0
    assert not any("mkdocs" in line for line in world.ran)


@pytest.mark.parametrize(
    ("pythons", "used"),
    [(("python3 ",), "python3"), (("python ", "python3 "), "python"), (("py -3 ",), "py -3")],
)
def test_any_python_that_fits_is_used(pythons: tuple[str, ...], used: str) -> None:
    """The launcher comes first, then a Python on the path."""
    _, world = _start(Windows(pythons))
    assert f'{used} -m venv --clear "{VENV}"' in world.ran


def test_without_python_it_says_what_to_do() -> None:
    """Also who may not install for everybody is helped."""
    status, world = _start(Windows(()))
    assert status == 1
    said = "\n".join(world.said)
    assert "python.org" in said
    assert "Use admin privileges when installing py.exe" in said


def test_python_from_the_store_uses_the_folder() -> None:
    """Where the environment does not appear outside, it is made in the folder."""
    status, world = _start(Windows(("python ",), venv_hides=True), "check")
    assert status == 0
    assert world.ran[-1] == r'".venv\Scripts\python.exe" -m kennisbank check'


def test_no_internet_is_told_and_tried_once() -> None:
    """When the parts cannot be had nothing is removed, and the window waits."""
    windows = Windows()
    windows.install = 3
    status, world = _start(windows, files=(READY,))
    assert status == 1
    assert "Is er internet?" in "\n".join(world.said)
    assert not any("-m venv" in line for line in world.ran)


def test_an_environment_whose_python_is_gone_is_made_anew_once() -> None:
    """A status of its own kind means that it cannot run; it does not go round and round."""
    windows = Windows()
    windows.install = 103
    status, world = _start(windows, files=(READY,))
    assert status == 1
    assert sum("-m venv" in line for line in world.ran) == 1
    assert "Python kon zich niet klaarzetten" in "\n".join(world.said)


def test_in_a_zip_it_says_so() -> None:
    """Without the files beside it, start.cmd was opened inside a zip."""
    world = World(Windows(), {"LOCALAPPDATA": HOME})
    assert run(CONTENT.decode(), world) == 1
    assert "Alles uitpakken" in "\n".join(world.said)
    assert world.ran == []


def test_without_a_folder_for_local_data() -> None:
    """A Windows that does not say where that is gets the environment in the folder."""
    world = World(Windows(), {}, {LOCK})
    assert run(CONTENT.decode(), world, "check") == 0
    assert world.ran[-1] == r'".venv\Scripts\python.exe" -m kennisbank check'
