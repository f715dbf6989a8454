"""Real web servers with what the build makes for them, at the root and below a path.

nginx and Apache are set up as the page Publiceren tells; a plain host gets the files alone.
"""

import gzip
import http.client
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from email.message import Message
from html.parser import HTMLParser
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import pytest

from building import ROOT, build_site, copy_project
from kennisbank.bridge.pack import TEXTS
from kennisbank.cli import main
from kennisbank.exports.hosting import (
    FRAME_POLICY,
    HEADERS,
    LASTING_SECONDS,
    SECONDS,
    UNFRAMED,
)
from kennisbank.vocabulary import SECURITY_POLICY
from real_hosts import serve_as_apache, serve_as_host
from serving import serve_plainly

pytestmark = pytest.mark.slow
PATHS = ("/", "/kb/")
OLD = {"meer": HTTPStatus.MOVED_PERMANENTLY, "overtocht": HTTPStatus.GONE}
"""What moved and what was withdrawn, in whatever file it had."""
HIDDEN = (".git/config", ".env", "data/.env")
"""What people may leave in the folder of a site."""
Serve = Callable[[Path, str], AbstractContextManager[str]]


class Answer(NamedTuple):
    """What a host gives."""

    status: int
    headers: Message
    content: bytes

    @property
    def text(self) -> str:
        """Give the content as a browser reads it."""
        is_packed = self.headers["Content-Encoding"] == "gzip"
        return (gzip.decompress(self.content) if is_packed else self.content).decode()


class Host:
    """A running host; paths are relative to the first page."""

    def __init__(self, address: str, site: Path) -> None:
        place = urlsplit(address)
        self.root, self.site = place.path, site
        self.connection = http.client.HTTPConnection(place.netloc, timeout=10)

    def get(self, path: str, encoding: str = "gzip, br") -> Answer:
        """Ask for an address."""
        return self.ask(self.root + path, encoding)

    def ask(self, address: str, encoding: str = "gzip, br") -> Answer:
        """Ask for an address from the root of the host."""
        self.connection.request("GET", address, headers={"Accept-Encoding": encoding})
        answer = self.connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build a small site, in which a concept moved and a person was withdrawn, for each path."""
    built = {}
    for path in PATHS:
        folder = copy_project(
            tmp_path_factory.mktemp("host") / "een", ROOT / "tests/golden/concepts"
        )
        settings = folder / "mkdocs.yml"
        text = settings.read_text("utf-8")
        settings.write_text(re.sub(r"(site_url: https://[^/]+)/", rf"\1{path}", text), "utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            assert main(["publish-addresses"]) == 0
            assert main(["rename", "begrip", "meer", "plas"]) == 0
            assert main(["withdraw", "voorbeeld", "overtocht"]) == 0
        done = build_site(folder)
        assert done.returncode == 0, done.stdout + done.stderr
        built[path] = folder / "site"
        for name in HIDDEN:
            (built[path] / name).parent.mkdir(exist_ok=True)
            (built[path] / name).write_text("geheim", encoding="utf-8")
    return built


SERVERS: dict[str, Serve] = {
    "nginx": serve_as_host,
    "apache": serve_as_apache,
}


@pytest.fixture(
    scope="module", params=[(name, path) for name in SERVERS for path in PATHS], ids=str
)
def host(request: pytest.FixtureRequest, sites: dict[str, Path]) -> Iterator[Host]:
    """Start a host."""
    name, path = request.param
    with SERVERS[name](sites[path], path) as address:
        running = Host(address, sites[path])
        yield running
        running.connection.close()


def test_page_has_the_headers_and_is_compressed(host: Host) -> None:
    """A page comes with the policy and the others, packed, kept for a few minutes."""
    answer = host.get("begrippen/rivier/")
    assert answer.status == 200
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Type"].lower() == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == f"max-age={SECONDS}"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert answer.headers["ETag"]
    assert "Rivier" in answer.text
    plain = host.get("begrippen/rivier/", "identity")
    assert "Content-Encoding" not in plain.headers
    assert plain.text == answer.text


def test_framing_only_where_it_is_meant(host: Host) -> None:
    """A card and a page may be shown in a course; a page for maintainers may not."""
    for path in ("", "begrippen/rivier/", "insluiten/rivier/", "zoeken/", "id/begrip/rivier/"):
        assert host.get(path).headers.get_all("Content-Security-Policy") == [SECURITY_POLICY]
    for path in (*UNFRAMED, "meewerken/meldingen/"):
        policies = host.get(path).headers.get_all("Content-Security-Policy")
        assert policies == [SECURITY_POLICY, FRAME_POLICY], path


def test_what_never_changes_is_kept(host: Host) -> None:
    """Only what is named after its content is kept for a year; the rest is asked for again."""
    page = host.get("begrippen/rivier/").text
    marked = set(re.findall(r"assets/[\w/-]+\.[0-9a-f]{10}\.\w+", page))
    assert {name.split("/")[-1].split(".")[0] for name in marked} >= {
        "stijl",
        "script",
        "atkinson-nl",
    }
    for path in marked:
        answer = host.get(path)
        assert (answer.status, answer.headers["Cache-Control"]) == (
            200,
            f"max-age={LASTING_SECONDS}",
        ), path
    for path in ("assets/zoeken.js", "assets/fonts/atkinson.woff2", "assets/los.css"):
        answer = host.get(path)
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == f"max-age={SECONDS}"
        assert answer.headers["ETag"]


def test_moved_withdrawn_and_missing(host: Host) -> None:
    """What moved is redirected, what was withdrawn is gone, what is not there gets our page."""
    for old, new in (
        ("begrippen/meer/", "begrippen/plas/"),
        ("begrippen/plas", "begrippen/plas/"),
        ("begrippen", "begrippen/"),
    ):
        answer = host.get(old)
        assert answer.status == 301, old
        assert urlsplit(answer.headers["Location"]).path == host.root + new
    assert "geen verbinding" in host.get("assets/").text  # a folder without a page
    gone = host.get("voorbeelden/overtocht/")
    assert (gone.status, "ingetrokken" in gone.text) == (410, True)
    missing = host.get("begrippen/zeemeermin/")
    assert (missing.status, "geen verbinding" in missing.text) == (404, True)
    for answer in (gone, missing):
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    if host.root != "/":
        assert host.ask(host.root.rstrip("/")).status == 301


def test_what_is_for_the_host_is_hidden(host: Host) -> None:
    """Neither our settings nor what people keep in hidden files is served."""
    paths = ("hosting/nginx.conf", "hosting/", ".htaccess", "_headers", "_redirects")
    for path in (*paths, *HIDDEN):
        answer = host.get(path)
        assert answer.status in (403, 404), path
        assert b"geheim" not in answer.content


def test_every_file_comes_whole_and_packed(host: Host) -> None:
    """Every file of the site is served as it is, every text compressed, also unpacked."""
    types = {
        "ttl": "text/turtle",
        "jsonld": "application/ld+json",
        "ris": "application/x-research-info-systems",
        "bib": "application/x-bibtex",
        "imscc": "application/vnd.ims.imsccv1p1",
        "html": "text/html",
        "json": "application/json",
        "svg": "image/svg+xml",
    }
    seen = set()
    for file in sorted(host.site.rglob("*")):
        path = file.relative_to(host.site).as_posix()
        is_ours = path in HIDDEN or path.startswith((".", "_", "hosting/"))
        if is_ours or not file.is_file() or file.suffix == ".gz":
            continue
        ending = file.suffix[1:]
        answer = host.get(path)
        old = OLD.get(file.stem) or OLD.get(file.parent.name)
        if old and ending != "html":
            assert answer.status == old, path
            continue
        assert answer.status == 200, path
        content = answer.content
        if answer.headers["Content-Encoding"]:
            content = gzip.decompress(content)
        assert content == file.read_bytes(), path
        if ending in TEXTS and len(content) >= 512:
            assert answer.headers["Content-Encoding"] == "gzip", path
            assert answer.content == Path(f"{file}.gz").read_bytes(), path
        kind = (answer.headers["Content-Type"] or "").partition(";")[0]
        assert kind == types.get(ending, kind), path
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        seen.add(ending)
    assert {"html", "css", "js", "json", "jsonld", "ttl", "ris", "bib", "csv", "xml"} <= seen


class _Links(HTMLParser):
    """Collects what a page links to or fetches."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.found |= {str(values[name]) for name in ("href", "src") if values.get(name)}


def _walk(host: Host) -> dict[str, int]:
    """Give the status of every address of the site that pages lead to."""
    left, known = [host.root], {host.root: 200}
    while left:
        here = left.pop()
        answer = host.ask(here)
        known[here] = answer.status
        if not (answer.headers["Content-Type"] or "").startswith("text/html"):
            continue
        links = _Links()
        links.feed(answer.text)
        for link in links.found:
            target = urlsplit(urljoin(f"http://x{here}", link))
            if target.netloc == "x" and target.path not in known:
                known[target.path] = 0
                left.append(target.path)
    return known


def test_every_link_leads_somewhere(host: Host) -> None:
    """A reader who follows every link meets pages and files, and stays within the site."""
    known = _walk(host)
    assert len(known) > 100
    assert {path: status for path, status in known.items() if status != 200} == {}
    assert all(path.startswith(host.root) for path in known)


@pytest.mark.parametrize("path", PATHS)
def test_plain_host(path: str, sites: dict[str, Path], tmp_path: Path) -> None:
    """A host that knows nothing of us shows every page; what moved and was withdrawn says so."""
    folder = tmp_path / path.strip("/")
    shutil.copytree(sites[path], folder, dirs_exist_ok=True)
    with serve_plainly(tmp_path) as address:
        host = Host(address.rstrip("/") + path, folder)
        known = _walk(host)
        assert len(known) > 100
        assert {address: status for address, status in known.items() if status != 200} == {}
        moved = host.get("begrippen/meer/").text
        assert 'href="../plas/"' in moved
        assert "ingetrokken" in host.get("voorbeelden/overtocht/").text
        host.connection.close()


def test_files_for_netlify_and_cloudflare(sites: dict[str, Path]) -> None:
    """Below a path their rules carry it; framing is only narrowed: they join equal headers."""
    for path, site in sites.items():
        headers = (site / "_headers").read_text("utf-8")
        starts = [line for line in headers.splitlines() if line.startswith("/")]
        assert all(start.startswith(path) for start in starts)
        assert headers.count("frame-ancestors") == len(UNFRAMED)
        assert f"{path}begrippen/meer/ {path}begrippen/plas/ 301" in (
            site / "_redirects"
        ).read_text("utf-8")


def test_policy_in_every_page(sites: dict[str, Path], real_project: Path) -> None:
    """Every page of the site carries the policy itself, before anything that it could concern."""
    for site in (*sites.values(), real_project / "site"):
        pages = list(site.rglob("*.html"))
        assert len(pages) > 60
        for file in pages:
            head = file.read_text("utf-8").split("</head>")[0]
            meta = f'<meta http-equiv="Content-Security-Policy" content="{SECURITY_POLICY}">'
            assert head.count("Content-Security-Policy") == 1, file
            assert not re.search(r"<(link|script|style|base|img)\b", head.split(meta)[0]), file


def test_hand_written_pages_decide_on_framing() -> None:
    """Every page for maintainers is on the list of what no frame shows."""
    pages = {f"{file.stem}/" for file in (ROOT / "docs").glob("*.md") if file.stem != "index"}
    assert set(UNFRAMED) <= pages
    assert pages - set(UNFRAMED) == {"docenten/", "kaartje/", "lijst/", "over/", "zoeken/"}, (
        "decide on a new page"
    )
