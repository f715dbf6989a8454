"""Drive the two other engines, each by its own WebDriver: Firefox and WebKit, as a phone would be.

Firefox speaks WebDriver BiDi itself; WebKit is the small browser that Debian has beside its driver,
on a screen that is not there.
"""

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.bidi.browsing_context import BrowsingContext
from selenium.webdriver.common.bidi.input import Input
from selenium.webdriver.common.bidi.script import Script
from selenium.webdriver.common.bidi.session import Session
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.remote.websocket_connection import WebSocketConnection
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tools import need

WIDE, HIGH = 390, 844
PATIENCE = 20
"""Seconds that a page may take to become what is waited for."""
READ = "(() => { try { return JSON.stringify(%s); } catch { return 'null'; } })()"
PHONE = """
user_pref("ui.primaryPointerCapabilities", 1);
user_pref("ui.allPointerCapabilities", 1);
user_pref("app.normandy.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("services.settings.server", "data:,");
"""
"""Firefox with a finger for a pointer, that calls nobody."""


class Engine(Protocol):
    """A browser with one page."""

    def open(self, url: str) -> None:
        """Go to a page and wait for it."""

    def until(self, expression: str) -> Any:
        """Give what an expression of JavaScript is, as soon as it is true; else fail."""

    def tap(self, selector: str) -> None:
        """Press in the middle of the first element, brought into view."""

    def point(self, selector: str) -> None:
        """Ask for more about an element: lay a pointer on it; a finger taps."""


class _WebKit:
    def __init__(self, driver: WebKitGTK) -> None:
        self._driver = driver

    def open(self, url: str) -> None:
        self._driver.get(url)

    def until(self, expression: str) -> Any:
        def read(driver: WebKitGTK) -> Any:
            return json.loads(driver.execute_script(f"return {READ % expression}") or "null")

        return _wait(self._driver, read, expression)

    def tap(self, selector: str) -> None:
        self._find(selector).click()

    def point(self, selector: str) -> None:
        ActionChains(self._driver).move_to_element(self._find(selector)).perform()

    def _find(self, selector: str) -> WebElement:
        element = f"document.querySelector({selector!r})"
        self.until(f"{element}.checkVisibility()")
        self.until(f"{element}.scrollIntoView({{ block: 'center', behavior: 'instant' }}) ?? true")
        return self._driver.find_element("css selector", selector)


class _Firefox:
    def __init__(self, connection: WebSocketConnection) -> None:
        self._tabs = BrowsingContext(connection)
        self._script = Script(connection)
        self._input = Input(connection)
        self._tab = self._tabs.get_tree()[0].context
        self._tabs.set_viewport(context=self._tab, viewport={"width": WIDE, "height": HIGH})

    def open(self, url: str) -> None:
        self._tabs.navigate(context=self._tab, url=url, wait="complete")

    def until(self, expression: str) -> Any:
        target = {"context": self._tab}

        def read(script: Script) -> Any:
            given = script.evaluate(READ % expression, target, await_promise=False)
            return json.loads(given["result"].get("value", "null"))

        return _wait(self._script, read, expression)

    def tap(self, selector: str) -> None:
        middle = self.until(
            f"(each => {{ each.scrollIntoView({{ block: 'center', behavior: 'instant' }});"
            " const { x, y, width, height } = each.getClientRects()[0];"
            " return [Math.round(x + width / 2), Math.round(y + height / 2)]; })"
            f"(document.querySelector({selector!r}))"
        )
        moves = [
            {"type": "pointerMove", "x": middle[0], "y": middle[1]},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        finger = {"type": "pointer", "id": "vinger", "parameters": {"pointerType": "touch"}}
        self._input.perform_actions(context=self._tab, actions=[{**finger, "actions": moves}])

    def point(self, selector: str) -> None:
        self.tap(selector)


def _wait(place: Any, read: Callable[[Any], Any], expression: str) -> Any:
    """Read until it is true; on the way to a next page there is nothing to read."""
    wait = WebDriverWait(place, PATIENCE, 0.05, [WebDriverException])
    return wait.until(read, f"waited in vain for {expression}")


@contextmanager
def open_webkit() -> Iterator[Engine]:
    """Start a WebKit on a screen of its own; it stops afterwards."""
    program, browser, screen = need("webkit driver"), need("webkit"), need("xvfb")
    command = [screen, "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with _started(command, subprocess.PIPE, subprocess.DEVNULL) as server:
        assert server.stdout
        display = f":{server.stdout.readline().strip()}"
        # Its own sandbox asks for rights that a container does not give; our pages need none.
        unboxed = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        service = Service(program, env={**os.environ, **unboxed, "DISPLAY": display})
        options = Options()
        options.binary_location = browser
        options.add_argument("--automation")
        driver = WebKitGTK(options=options, service=service)
        try:
            driver.set_window_size(WIDE, HIGH)
            yield _WebKit(driver)
        finally:
            driver.quit()


@contextmanager
def open_firefox(profile: Path) -> Iterator[Engine]:
    """Start a Firefox with a new profile; it stops afterwards."""
    (profile / "user.js").write_text(PHONE, encoding="utf-8")
    command = [need("firefox"), "--headless", "--no-remote", "--profile", str(profile)]
    command += ["--remote-debugging-port", "0"]
    with _started(command, subprocess.DEVNULL, subprocess.PIPE) as firefox:
        assert firefox.stderr
        told = (re.search(r"BiDi listening on (ws://\S+)", line) for line in firefox.stderr)
        address = next(filter(None, told))[1]
        connection = WebSocketConnection(f"{address}/session", PATIENCE, 0.05)  # type: ignore[no-untyped-call]  # selenium leaves it without types
        Session(connection).new(capabilities={})
        yield _Firefox(connection)
        connection.close()  # type: ignore[no-untyped-call]  # selenium leaves it without types


@contextmanager
def _started(command: list[str], out: int, err: int) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(command, text=True, stdout=out, stderr=err) as process:
        try:
            yield process
        finally:
            process.terminate()
