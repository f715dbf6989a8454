"""Whatever stands in a text field stays text: on every page in a browser, in every package."""

import functools
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import zip_longest
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from building import GOLDEN, build_site, copy_project
from hostile.records import CONCEPTS, leave, pair, tame, write_records
from serving import choose_pages

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SPELLS = {"erg": leave, "braaf": tame}
LIVE = 12
"""Every so many concept pages one is opened for real; the rest is read by the browser's parser."""
LINKED = {"h2#genoemd-bij", "div.genoemd"}
"""A part that comes with links: words of a value can be the term of another concept."""
FRAME = frozenset(
    {"html", "head", "body", "title", "base", "meta", "link", "style", "main"}
    | {"article", "section", "nav", "aside", "header", "footer", "form", "input", "button"}
    | {"select", "textarea", "iframe", "object", "embed", "svg", "math", "img", "video", "audio"}
)
READ = """async paths => {
  const loose = new Set(['p', 'ul', 'li', 'em', 'strong', 'a', 'br', 'tspan', 'text']);
  const drawn = new Set(['tspan', 'text']);
  const read = async path => {
    const text = await (await fetch('/' + path)).text();
    const page = new DOMParser().parseFromString(text, 'text/html');
    const kinds = [], marks = new Set(), bad = [];
    for (const each of page.querySelectorAll('*')) {
      const tag = each.localName;
      for (const {name, value} of each.attributes) {
        if (!drawn.has(tag)) marks.add(tag + ' ' + name);
        if (name.startsWith('on')) bad.push(each.outerHTML.slice(0, 200));
        if (/^(href|src|action|data|srcset|xlink:href)$/.test(name)) {
          const to = URL.canParse(value, location) ? new URL(value, location) : {protocol: 'odd:'};
          if (!/^(https?|mailto):$/.test(to.protocol) || to.hostname === 'buiten.example')
            bad.push(each.outerHTML.slice(0, 200));
        }
      }
      if (tag === 'script' && !each.src && each.type !== 'application/ld+json')
        bad.push(each.outerHTML.slice(0, 200));
      // A page with slanted words fetches their letter early.
      if (!loose.has(tag) && each.rel !== 'preload') kinds.push(tag + '.' + each.classList);
    }
    const heads = [...page.querySelectorAll('h1, h2, h3, h4, h5, h6')];
    return {
      path: path.slice(path.indexOf('/') + 1), kinds, bad, marks: [...marks],
      mains: page.querySelectorAll('main').length,
      heads: heads.map(each => each.localName + '#' + each.id),
      title: page.querySelector('h1')?.textContent ?? '',
    };
  };
  return Promise.all(paths.map(read));
}"""


class _Plain(SimpleHTTPRequestHandler):
    """Serve files without a security policy: nothing but the pages themselves may keep them."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is http.server's
        """Say nothing."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the knowledge base with hostile values and the one with harmless words."""
    folder = tmp_path_factory.mktemp("hard")

    def build(name: str) -> None:
        project = copy_project(folder / f"{name}-bron", GOLDEN / "concepts")
        write_records(project, SPELLS[name])
        done = build_site(project)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        (project / "site").replace(folder / name)

    with ThreadPoolExecutor() as pool:
        list(pool.map(build, SPELLS))
    return folder


@pytest.fixture(scope="module")
def address(sites: Path) -> Iterator[str]:
    """Serve both sites without a security policy."""
    handler = functools.partial(_Plain, directory=str(sites))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def anatomies(sites: Path, address: str, browser: Browser) -> dict[str, dict[str, Any]]:
    """Read every page of both sites with the browser's own parser."""
    page = browser.new_page()
    page.goto(f"{address}braaf/404.html")
    found: dict[str, dict[str, Any]] = {}
    for name in SPELLS:
        files = sorted(file for file in (sites / name).rglob("*.html"))
        paths = [file.relative_to(sites).as_posix() for file in files]
        read: list[dict[str, Any]] = []
        for start in range(0, len(paths), 50):
            read += page.evaluate(READ, paths[start : start + 50])
        found[name] = {each["path"]: each for each in read}
    page.close()
    return found


def test_anatomy_stands(anatomies: dict[str, dict[str, Any]]) -> None:
    """Each page has the elements, attributes, headings and anchors of its harmless twin."""
    bad, good = anatomies["erg"], anatomies["braaf"]
    assert bad.keys() == good.keys()
    assert len(bad) > 900
    marks = {mark for each in good.values() for mark in each["marks"]}
    ours = {each for page in good.values() for each in page["bad"]}
    assert all(each.startswith("<script>// Before the page is drawn") for each in ours)
    kinds_known = {kind for each in good.values() for kind in each["kinds"]}
    for path, each in bad.items():
        twin = good[path]
        assert set(each["bad"]) <= ours, path
        assert set(each["marks"]) <= marks, path
        assert set(each["kinds"]) <= kinds_known | LINKED, path
        assert each["mains"] == twin["mains"], path
        if path.startswith("personen/"):  # subjects stand in the order of their names
            each, twin = ({**page, "heads": sorted(page["heads"])} for page in (each, twin))
        if path != "begrippen/index.html":  # its headings are the first letters of the terms
            assert _fixed(each, twin) == twin["heads"], path
            kinds, wanted = _frame(each), _frame(twin)
            assert kinds == wanted, (path, kinds - wanted, wanted - kinds)


def _frame(page: dict[str, Any]) -> Counter[str]:
    """Count the elements that a page is built of; words that become links may add a card."""
    return Counter(kind for kind in page["kinds"] if kind.partition(".")[0] in FRAME)


def _fixed(page: dict[str, Any], twin: dict[str, Any]) -> list[str]:
    """Give the headings of a page; one that is named after its words is as in its twin."""
    heads = [head for head in page["heads"] if head not in LINKED or head in twin["heads"]]
    pairs = zip_longest(heads, twin["heads"], fillvalue="")
    return [
        good if "woord" in good.partition("#")[2] and bad[:3] == good[:3] else bad
        for bad, good in pairs
    ]


def test_words_are_read_as_they_were_written(anatomies: dict[str, dict[str, Any]]) -> None:
    """The title of each concept page is the value itself, character by character."""
    for number in range(CONCEPTS):
        title = anatomies["erg"][f"begrippen/b{number:03}/index.html"]["title"]
        assert " ".join(title.split()) == " ".join(pair(number).split())


def _open(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    assert not page.evaluate("'geraakt' in window || 'geraakt' in {}"), address


def test_nothing_runs_and_nothing_leaves(sites: Path, address: str, browser: Browser) -> None:
    """With no security policy to help, no page runs a script of a record or asks another host."""
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    failed: list[str] = []
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("console", lambda each: said.extend([each.text] if each.type == "error" else []))
    page.on("response", lambda each: failed.extend([each.url] if each.status >= 400 else []))
    page.on("request", lambda each: asked.append(each.url))
    concepts = [f"begrippen/b{number:03}/" for number in range(0, CONCEPTS, LIVE)]
    crowds = [f"begrippen/veel-{start}/" for start in (0, 90, 180)]
    chosen = [path for path in choose_pages(sites / "erg") if path != "404.html"]
    for path in (*chosen, *crowds, *concepts):
        _open(page, f"{address}erg/{path}")
    for one in range(0, CONCEPTS - 1, 24):
        _open(page, f"{address}erg/vergelijk/?a=b{one:03}&b=b{one + 1:03}")
    assert (said, failed) == ([], [])
    assert [each for each in asked if not each.startswith(address)] == []
    page.close()
