"""Programs of this machine that some tests run: where each is, and how to get it.

`python -m tools` (part of `make test`) gets what is missing, where it may. A test that needs a
program asks `need`: without it the test is skipped, and the last line of the run says so. With
KENNISBANK_ALL_TOOLS set, as in continuous integration, it fails instead.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

NODE_FOLDER = Path(__file__).parent / "node"
MISSING = "not on this machine: "
PATIENCE = 900
"""Seconds that getting a program may take."""
CHROMIUM_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
PANGO_NAMES = (
    ("libpango-1.0.so.0", "libpangoft2-1.0.so.0"),
    ("libpango-1.0.dylib", "libpangoft2-1.0.dylib"),
    ("libpango-1.0-0.dll", "libpangoft2-1.0-0.dll"),
)
SYSTEM_FOLDERS = ("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A program: `find` gives its path or None, `packages` are Debian's names for it."""

    name: str
    find: Callable[[], str | None]
    packages: tuple[str, ...]


def _on_path(*names: str) -> Callable[[], str | None]:
    folders = os.pathsep.join((os.environ.get("PATH", os.defpath), *SYSTEM_FOLDERS))

    def find() -> str | None:
        found = (shutil.which(name, path=folders) for name in names)
        return next(filter(None, found), None)

    return find


def find_chromium() -> str | None:
    """Give the system's Chromium, else the one that Playwright fetched, else None."""
    found = _on_path(*CHROMIUM_NAMES)()
    if found:
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def _find_pango() -> str | None:
    for names in PANGO_NAMES:
        try:
            for name in names:
                ctypes.CDLL(name)
        except OSError:
            continue
        return names[0]
    return None


def _find_apache() -> str | None:
    """Apache as Debian has it: its modules are named in our settings."""
    has_modules = Path("/usr/lib/apache2/modules/mod_rewrite.so").is_file()
    return _on_path("apache2")() if has_modules else None


def _find_webkit() -> str | None:
    """The small browser that stands beside WebKit's library."""
    found = Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")
    return next((str(browser) for browser in sorted(found)), None)


def _find_dictionary() -> str | None:
    hunspell = _on_path("hunspell")()
    if hunspell is None:
        return None
    command = [hunspell, "-d", "nl", "-l"]
    done = subprocess.run(command, input=b"", capture_output=True, check=False)
    return hunspell if done.returncode == 0 else None


def _find_node_packages() -> str | None:
    node, stamp = _on_path("node")(), NODE_FOLDER / "node_modules" / ".package-lock.json"
    lock = NODE_FOLDER / "package-lock.json"
    is_fresh = stamp.is_file() and stamp.stat().st_mtime >= lock.stat().st_mtime
    return node if is_fresh else None


TOOLS = {
    tool.name: tool
    for tool in (
        Tool(name="git", find=_on_path("git"), packages=("git",)),
        Tool(name="chromium", find=find_chromium, packages=("chromium", "fonts-liberation")),
        Tool(
            name="firefox",
            find=_on_path("firefox-esr", "firefox"),
            packages=("firefox-esr",),
        ),
        Tool(name="webkit", find=_find_webkit, packages=("webkit2gtk-driver",)),
        Tool(
            name="webkit driver",
            find=_on_path("WebKitWebDriver"),
            packages=("webkit2gtk-driver",),
        ),
        Tool(name="xvfb", find=_on_path("Xvfb"), packages=("xvfb",)),
        Tool(name="nginx", find=_on_path("nginx"), packages=("nginx-light",)),
        Tool(name="apache2", find=_find_apache, packages=("apache2",)),
        Tool(name="hunspell", find=_find_dictionary, packages=("hunspell", "hunspell-nl")),
        Tool(name="xmllint", find=_on_path("xmllint"), packages=("libxml2-utils",)),
        Tool(name="rapper", find=_on_path("rapper"), packages=("raptor2-utils",)),
        Tool(name="pdftotext", find=_on_path("pdftotext"), packages=("poppler-utils",)),
        Tool(
            name="soffice",
            find=_on_path("soffice", "libreoffice"),
            packages=("libreoffice-calc-nogui",),
        ),
        Tool(name="pango", find=_find_pango, packages=("libpango-1.0-0", "libpangoft2-1.0-0")),
        Tool(name="npm", find=_on_path("npm"), packages=("nodejs", "npm")),
        Tool(name="node packages", find=_find_node_packages, packages=()),
    )
}


def need(name: str) -> str:
    """Give the path of a program; without it, skip the test, or fail it where all must be there."""
    path = TOOLS[name].find()
    if path is not None:
        return path
    if os.environ.get("KENNISBANK_ALL_TOOLS"):
        pytest.fail(f"{MISSING}{name}")
    pytest.skip(f"{MISSING}{name}", allow_module_level=True)


def find_missing() -> tuple[Tool, ...]:
    """Give the tools that this machine lacks."""
    return tuple(tool for tool in TOOLS.values() if tool.find() is None)


def get_missing() -> None:
    """Get what is missing: from Debian as root, Chromium from Playwright, packages from npm."""
    missing = find_missing()
    if any(tool.name == "chromium" for tool in missing):
        _run("a browser", [sys.executable, "-m", "playwright", "install", "chromium"])
    packages = [package for tool in find_missing() for package in tool.packages]
    apt = shutil.which("apt-get")
    if packages and apt and sys.platform == "linux" and os.geteuid() == 0:
        _run("the list of Debian's packages", [apt, "update", "-q"])
        install = [apt, "install", "-q", "-y", "--no-install-recommends"]
        _run(", ".join(packages), [*install, *packages])
    npm = TOOLS["npm"].find()
    if npm and TOOLS["node packages"].find() is None:
        quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--silent")
        _run("the packages of tests/node", [npm, "ci", "--prefix", str(NODE_FOLDER), *quiet])


def _run(what: str, command: list[str]) -> None:
    print(f"tests: getting {what} …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, capture_output=True, env=environment, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        print("tests: not to be had")
    else:
        print("tests: there" if done.returncode == 0 else "tests: not to be had")


def tell_skipped(reasons: Iterable[str]) -> str:
    """Give the closing line about tests that did not run, or an empty string."""
    names = [reason.partition(MISSING)[2] for reason in reasons if MISSING in reason]
    if not names:
        return ""
    counts = ", ".join(f"{name} ({names.count(name)})" for name in sorted(set(names)))
    tests = "TEST" if len(names) == 1 else "TESTS"
    return f"{len(names)} {tests} DID NOT RUN: this machine lacks {counts}; see tests/tools.py"


if __name__ == "__main__":
    get_missing()
