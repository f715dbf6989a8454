"""Citing and copying, in a browser with the site's security policy."""

import json
import re
from pathlib import Path

import extruct
import pytest
from playwright.sync_api import Browser, Page, expect

from packages import make_files, read_front

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def _open(browser: Browser, address: str) -> tuple[Page, list[str]]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    return page, said


def _clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_reference_and_link_are_copied(browser: Browser, real_site: str) -> None:
    """The button copies the reference; the link at a heading and at a voice its full address."""
    page, said = _open(browser, f"{real_site}begrippen/samenredzaamheid/")
    reference = page.locator(".citeren .regel").first
    reference.get_by_role("button").click()
    expect(reference.get_by_role("button")).to_have_text("Gekopieerd")
    copied = _clipboard(page)
    assert copied.startswith("Kennisbank Relationeel Werken. (20")
    assert copied.endswith("https://relationeelwerken.nl/begrippen/samenredzaamheid/")
    for selector, anchor in (("h2#wie-zegt-wat", "wie-zegt-wat"), (".stem[id] > h3", "stem-")):
        link = page.locator(selector).first.locator(".plek")
        link.focus()
        link.press("Enter")
        expect(link).to_have_class(re.compile("klaar"))
        assert f"/begrippen/samenredzaamheid/#{anchor}" in _clipboard(page)
    assert said == []
    page.context.close()


def test_lecturers_read_without_scripts(browser: Browser, real_site: str) -> None:
    """Without JavaScript the page says how to do without, and a concept shows its references."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real_site}lijst/")
    expect(page.locator("#lijst")).to_contain_text("JavaScript")
    page.goto(f"{real_site}begrippen/samenredzaamheid/")
    expect(page.locator(".citeren .tekst").first).to_be_visible()
    expect(page.locator(".kopieer").first).to_be_hidden()
    context.close()


def test_head_is_what_zotero_reads(real_project: Path) -> None:
    """A concept page has the set that Zotero reads right, and nothing that misleads it."""
    text = (real_project / "site/begrippen/samenredzaamheid/index.html").read_text("utf-8")
    for part in (
        '<html lang="nl">',
        '<link rel="canonical" href="https://relationeelwerken.nl/begrippen/samenredzaamheid/">',
        '<meta name="DC.creator" content="Kennisbank Relationeel Werken">',
        '<meta name="DC.title" content="Samenredzaamheid">',
        '<meta property="og:type" content="article">',
        '<meta property="og:locale" content="nl_NL">',
        '<meta name="DC.rights" content="CC BY 4.0">',
    ):
        assert part in text
    assert re.search(r'<meta name="DC.date" content="\d{4}-\d\d-\d\d">', text)
    misleading = r'citation_|Z3988|class="[^"]*(byline|vcard)|name="author"|DC.type|DC.publisher'
    assert not re.search(rf"{misleading}|og:site_name", text)


def test_another_reader_finds_the_term(real_project: Path) -> None:
    """Extruct finds the page, its sources and the term with its set; no term names its language."""
    text = (real_project / "site/begrippen/samenredzaamheid/index.html").read_text("utf-8")
    found = extruct.extract(text, syntaxes=["json-ld"])["json-ld"]
    page, term = found[0]["@graph"]
    assert (page["@type"], term["@type"]) == ("WebPage", "DefinedTerm")
    assert page["mainEntity"]["@id"] == term["@id"]
    assert page["citation"]
    assert term["inDefinedTermSet"]["@type"] == "DefinedTermSet"
    assert not {"inLanguage", "citation"} & set(term)


def test_structured_data_of_every_page_is_json() -> None:
    """The block of each page is JSON that cannot end its own script element."""
    fronts = (read_front(content) for content in make_files().values())
    blocks = [front["share"]["structured"] for front in fronts if "share" in front]
    assert len(blocks) > 10
    assert all("<" not in block and json.loads(block)["@graph"] for block in blocks)
