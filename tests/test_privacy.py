"""Privacy: nothing but own files, no cookie, and a strict policy that no page breaks."""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kennisbank.vocabulary import SECURITY_POLICY
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


class _Forbidden(HTMLParser):
    """Collects what a strict policy does not let run; words in an example of code may be so."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.is_inline = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note inline styles and handlers; tell a script that is neither a file nor data."""
        names = dict(attrs)
        is_data = names.get("type") == "application/ld+json"
        self.found += [name for name in names if name == "style" or name.startswith("on")]
        self.is_inline = tag == "script" and "src" not in names and not is_data
        if tag == "style":
            self.found.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """A script ends here."""
        self.is_inline = False

    def handle_data(self, data: str) -> None:
        """Note an inline script that the policy does not know by its hash."""
        mark = b64encode(sha256(data.encode()).digest()).decode()
        if self.is_inline and f"'sha256-{mark}'" not in SECURITY_POLICY:
            self.found.append(f"script sha256-{mark}")


def test_no_markup_that_the_policy_forbids(real_project: Path) -> None:
    """No page holds an inline style, an inline script or a handler."""
    for file in sorted((real_project / "site").rglob("*.html")):
        assert _Forbidden(file.read_text(encoding="utf-8")).found == [], file
