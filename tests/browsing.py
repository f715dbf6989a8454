"""Find a Chromium and drive it; a missing one is a failure, never a silent skip."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str | None:
    """Give the system's Chromium, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start a headless Chromium: the system's, or the one that Playwright has."""
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        path = find_chromium() or (own if Path(own).exists() else None)
        if path is None:
            pytest.fail(
                "no Chromium found: install one (`apt-get install chromium`, or "
                "`python -m playwright install chromium`), or run `make test-fast`"
            )
        try:
            browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        except Error as error:
            pytest.fail(f"Chromium at {path} does not start: {error}")
        yield browser
        browser.close()
