"""Install what a lock file names in the environment that runs this, and say how far it is.

    python scripts/install.py requirements-site.lock

start.cmd and the Makefile call it. Nothing is done when the same lock was installed before. The
status is 3 when pip failed: then the environment itself is sound. Only the standard library is
here, as nothing is installed yet.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

FAILED = 3
_NAMED = re.compile(r"^[A-Za-z0-9][\w.-]*==", re.MULTILINE)
_FETCHED = re.compile(
    r"\s*(?:Downloading|Using cached) (?:\S*/)?([\w.]+?)-\d\S*\.(?:whl|gz)(?: |$)"
)
_WIDTH = 60
_LAST = 12
"""Lines of pip that are worth reading when it failed."""


def main(lock: Path) -> int:
    """Install a lock, unless it was; give 0, or 3 when pip failed."""
    stamp = Path(sys.prefix) / f"installed-{lock.name}"
    if stamp.is_file() and stamp.read_bytes() == lock.read_bytes():
        return 0
    if _is_in_onedrive(Path.cwd()):
        print("Let op: deze map staat in OneDrive, dat elke verandering meteen kopieert. Zet haar")
        print("liever in je eigen map, zoals C:\\Users\\jouw naam\\kennisbank.")
    if not _install(lock):
        return FAILED
    stamp.write_bytes(lock.read_bytes())
    return 0


def _is_in_onedrive(folder: Path) -> bool:
    homes = (
        os.environ.get(name) for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
    )
    return any(home and folder.is_relative_to(home) for home in homes)


def _install(lock: Path) -> bool:
    total, fetched = len(_NAMED.findall(lock.read_text(encoding="utf-8"))), 0
    command = [sys.executable, "-m", "pip", "install", "--require-hashes", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar", "off", "-r", str(lock)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    said = []
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        assert pip.stdout
        for line in pip.stdout:
            said.append(line)
            found = _FETCHED.match(line)
            if found:
                fetched += 1
                _show(f"onderdeel {fetched} van ongeveer {total}: {found[1]}")
            elif line.startswith("Installing collected"):
                _show("alles is er; nu nog installeren, dat duurt een minuut of twee")
    _show("klaar" if pip.returncode == 0 else "niet gelukt; pip zegt:")
    print(flush=True)
    if pip.returncode:
        print("".join(said[-_LAST:]), end="", flush=True)
    return pip.returncode == 0


def _show(text: str) -> None:
    """Say how far it is, on one line of a window that keeps changing."""
    end = "" if sys.stdout.isatty() else "\n"
    start = "\r" if sys.stdout.isatty() else ""
    print(f"{start}      {text:<{_WIDTH}}", end=end, flush=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
