"""Run start.cmd as cmd.exe would, in a world of a test: which files there are, what programs say.

It knows the few words that the file uses; another one is an error, so that the test must learn it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

MOST_STEPS = 500
Program = Callable[["World", str], int]
"""What a program does to the world, by its whole command line, and its status."""


@dataclass
class World:
    """Variables, files that exist, and all that was run and said."""

    program: Program
    variables: dict[str, str] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    ran: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    folders: int = 0
    """How often pushd came without its popd."""


class _ExitError(Exception):
    """`exit /b` with a status."""


def run(text: str, world: World, *arguments: str) -> int:
    """Run a batch file with arguments as they are typed; give its status."""
    lines = text.split("\r\n")
    return _run_from(lines, 0, world, list(arguments))


def _run_from(lines: list[str], start: int, world: World, arguments: list[str]) -> int:
    number = start
    for _ in range(MOST_STEPS):
        line = _expand(lines[number], world, arguments)
        number += 1
        try:
            target = _run_line(lines, line, world)
        except _ExitError as end:
            return int(str(end))
        if target is not None:
            number = lines.index(f":{target}") + 1
    raise AssertionError("it goes round and round")


def _expand(line: str, world: World, arguments: list[str]) -> str:
    first = arguments[0] if arguments else ""
    line = line.replace("%*", " ".join(arguments)).replace("%~dp0", "C:\\kennisbank\\")
    line = line.replace("%~1", first.strip('"'))
    return re.sub(r"%(\w+)%", lambda match: world.variables.get(match[1].upper(), ""), line)


def _run_line(lines: list[str], line: str, world: World) -> str | None:
    """Run one line; give the label to go to, if any."""
    word, _, rest = line.strip().partition(" ")
    word = word.lower()
    if word == "if":
        then = _decide(rest, world)
        return _run_line(lines, then, world) if then else None
    if word == "goto":
        return rest
    if word == "exit":
        raise _ExitError(rest.removeprefix("/b ").strip())
    if word == "call" and rest.startswith(":"):
        label, _, more = rest[1:].partition(" ")
        world.variables["ERRORLEVEL"] = str(
            _run_from(lines, lines.index(f":{label}") + 1, world, more.split(" "))
        )
    elif word == "set":
        name, _, value = rest.strip('"').partition("=")
        world.variables[name.upper()] = value
    elif word in ("echo", "echo."):
        world.said.append(rest)
    elif word in ("pushd", "popd"):
        world.folders += 1 if word == "pushd" else -1
    elif word.startswith('"') or word == "call":
        command = rest if word == "call" else line.strip()
        world.ran.append(command)
        world.variables["ERRORLEVEL"] = str(world.program(world, command))
    else:
        known = ("", "rem", "@echo", "setlocal", "title", "pause", "start")
        assert word in known or word.startswith(":"), line
    return None


_CONDITION = re.compile(
    r'(?P<case>/i )?(?P<not>not )?(?:exist "(?P<file>[^"]*)"|defined (?P<name>\w+)'
    r'|"(?P<one>[^"]*)"=="(?P<other>[^"]*)") (?P<then>.*)'
)


def _decide(rest: str, world: World) -> str:
    """Give the command behind a condition that holds, or nothing."""
    match = _CONDITION.fullmatch(rest)
    assert match, rest
    if match["file"] is not None:
        holds = match["file"] in world.files
    elif match["name"]:
        holds = bool(world.variables.get(match["name"].upper()))
    else:
        one, other = match["one"], match["other"]
        holds = one.lower() == other.lower() if match["case"] else one == other
    return match["then"] if holds != bool(match["not"]) else ""
