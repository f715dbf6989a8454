"""Privacy: nothing but own files, no cookie, and a strict policy that no page breaks."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from serving import choose_pages

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_own_files_only(browser: Browser, real_site: str, real_project: Path) -> None:
    """Every request goes to the own origin, nothing is stored, and the policy is never broken."""
    context = browser.new_context()
    page = context.new_page()
    requests: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', (event) =>"
        " console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))"
    )
    for address in choose_pages(real_project / "site"):
        page.goto(real_site + address)
        page.wait_for_load_state("networkidle")
    page.goto(f"{real_site}zoeken/?q=macht")
    page.wait_for_load_state("networkidle")
    assert [url for url in requests if not url.startswith(real_site)] == []
    assert said == []
    assert context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
    context.close()


def test_no_markup_that_the_policy_forbids(real_project: Path) -> None:
    """No page holds an inline style, an inline script or a handler."""
    for file in sorted((real_project / "site").rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        assert "<style" not in text, file
        assert ' style="' not in text, file
        assert "<script>" not in text, file
        assert ' onclick="' not in text, file
