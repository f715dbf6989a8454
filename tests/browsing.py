"""Drive a Chromium."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from tools import need

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
UNSEEN = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess")
"""What a window loads for its address bar, which no test has, and for a page that may come: half of
the work of opening one."""


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start a headless Chromium: the system's, or the one that Playwright fetched."""
    path = need("chromium")
    with sync_playwright() as playwright:
        chromium, args = playwright.chromium, list(FLAGS)
        try:
            with chromium.launch(executable_path=path, args=args) as first:
                args.append(_list_features(first))
            browser = chromium.launch(executable_path=path, args=args)
        except Error as error:
            pytest.fail(f"Chromium at {path} does not start: {error}")
        yield browser
        browser.close()


def _list_features(browser: Browser) -> str:
    """Give the flag of what is off: what Playwright has off, as a second list replaces the first.

    Only the browser itself tells what Playwright started it with.
    """
    command = browser.new_browser_cdp_session().send("SystemInfo.getInfo")["commandLine"]
    off = re.findall(r"--disable-features=(\S+)", command)[-1:]
    return f"--disable-features={','.join((*off, *UNSEEN))}"


@contextmanager
def open_page(browser: Browser, **options: Any) -> Iterator[Page]:
    """Give a page in a window of its own; an error of a script or a refusal fails the test."""
    context = browser.new_context(**options)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert faults == []
