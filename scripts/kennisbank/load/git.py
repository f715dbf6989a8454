"""What git says of the checkout: its history, and what it once held."""

import os
import shutil
import subprocess
from pathlib import Path

_DESKTOP = "GitHubDesktop/app-*/resources/app/git/cmd/git.exe"
"""Where GitHub Desktop keeps its own git on Windows, below the folder for local data."""


def find_git() -> str | None:
    """Give the git of the maintainer: the one on the path, or that of GitHub Desktop."""
    data = os.environ.get("LOCALAPPDATA")
    inside = sorted(Path(data).glob(_DESKTOP)) if data else []
    return shutil.which("git") or (str(inside[-1]) if inside else None)


def run_git(root: Path, *arguments: str, patience: float | None = None) -> bytes | None:
    """Give what git says, or None when it refuses, is not there, or takes more than `patience`."""
    git = find_git()
    if git is None:
        return None
    try:
        done = subprocess.run(
            [git, *arguments],
            cwd=root,
            capture_output=True,
            check=False,
            timeout=patience,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
