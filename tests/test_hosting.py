"""A real nginx with the file that the build makes for it: headers, keeping, redirects."""

import gzip
import http.client
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from building import ROOT, build_site, copy_project
from kennisbank.cli import main
from kennisbank.exports.hosting import HEADERS, LASTING_SECONDS
from serving import serve_as_host
from tools import need

pytestmark = pytest.mark.slow

Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[http.client.HTTPConnection]:
    """Serve a small site, in which a concept moved, with nginx."""
    need("nginx")
    folder = copy_project(tmp_path_factory.mktemp("host"), ROOT / "tests/golden/concepts")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["publish-addresses"]) == 0
        assert main(["rename", "begrip", "meer", "plas"]) == 0
    assert build_site(folder).returncode == 0
    with serve_as_host(folder / "site") as address:
        place = urlsplit(address)
        with closing(http.client.HTTPConnection(place.netloc, timeout=5)) as connection:
            yield connection


def _get(host: http.client.HTTPConnection, path: str) -> Answer:
    host.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = host.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


def test_page_has_the_headers_and_is_compressed(host: http.client.HTTPConnection) -> None:
    """A page comes with the policy and the others, packed, kept for a few minutes."""
    status, headers, content = _get(host, "/begrippen/rivier/")
    assert status == 200
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "max-age=300"
    assert b"Rivier" in gzip.decompress(content)


def test_what_never_changes_is_kept(host: http.client.HTTPConnection) -> None:
    """Styles named after their content, fonts and search pieces stay a year; scripts an hour."""
    page = gzip.decompress(_get(host, "/begrippen/rivier/")[2]).decode()
    style = "/assets/stijl." + page.split("assets/stijl.")[1].split('"')[0]
    for address in (style, "/assets/fonts/atkinson.woff2"):
        status, headers, _ = _get(host, address)
        assert status == 200
        assert headers["Cache-Control"] == f"max-age={LASTING_SECONDS}", address
        assert headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
    assert _get(host, "/assets/zoeken.js")[1]["Cache-Control"] == "max-age=3600"


def test_moved_and_missing(host: http.client.HTTPConnection) -> None:
    """What moved is redirected, what is not there gets our page, what is for the host is hidden."""
    status, headers, _ = _get(host, "/begrippen/meer/")
    assert (status, headers["Location"]) == (301, "/begrippen/plas/")
    assert (_get(host, "/begrippen/plas")[0], _get(host, "/begrippen/plas/")[0]) == (301, 200)
    status, headers, content = _get(host, "/begrippen/zeemeermin/")
    assert (status, b"geen verbinding" in gzip.decompress(content)) == (404, True)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert [_get(host, path)[0] for path in ("/hosting/nginx.conf", "/.htaccess")] == [404, 404]


def test_data_has_its_type(host: http.client.HTTPConnection) -> None:
    """Linked data and references come with the type that their readers expect, for any site."""
    status, headers, _ = _get(host, "/data/begrippen/rivier.ttl")
    assert (status, headers["Content-Type"]) == (200, "text/turtle")
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert _get(host, "/data/begrippen/rivier.jsonld")[1]["Content-Type"] == "application/ld+json"
