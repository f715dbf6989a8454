"""Headers and redirects for the host: nginx, Apache, and what reads `_headers` and `_redirects`.

The site works on any static host without these. With them it is compressed and kept by browsers
as long as its files stay the same, and what moved is answered with a real redirect.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from kennisbank.exports.export import Export
from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.render import render_file
from kennisbank.vocabulary import SECURITY_POLICY

HEADERS = {
    "Content-Security-Policy": SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Access-Control-Allow-Origin": "*",
}
"""Sent with everything; the last one lets others read the open data from a page of their own."""
TYPES = {
    "text/turtle": ("ttl",),
    "application/ld+json": ("jsonld",),
    "application/x-research-info-systems": ("ris",),
    "application/x-bibtex": ("bib",),
    "application/vnd.ims.imsccv1p1": ("imscc",),
}
"""Media types that servers do not know by themselves."""
LASTING = (
    "assets/fonts/",
    "assets/stijl.",
    "assets/script.",
    "pagefind/fragment/",
    "pagefind/index/",
)
"""What starts with these has another name when it has other content."""
PAGE_SECONDS, ASSET_SECONDS, LASTING_SECONDS = 300, 3_600, 31_536_000


def make(site: Site) -> Iterator[Artifact]:
    """Make a file for each sort of host; none of them is an address of the site."""
    root = urlsplit(site.site_url).path
    moved = sorted((old, new) for old, new in site.addresses.redirects.items() if "#" not in old)
    facts = {
        "root": root,
        "moved": moved,
        "headers": HEADERS,
        "types": TYPES,
        "lasting": LASTING,
        "lasting_pattern": "|".join(map(re.escape, LASTING)),
        "page_seconds": PAGE_SECONDS,
        "asset_seconds": ASSET_SECONDS,
        "lasting_seconds": LASTING_SECONDS,
    }
    yield Artifact("_headers", render_file("headers.txt.j2", **facts), is_redirect=True)
    yield Artifact("_redirects", render_file("redirects.txt.j2", **facts), is_redirect=True)
    yield Artifact(".htaccess", render_file("htaccess.txt.j2", **facts), is_redirect=True)
    yield Artifact("hosting/nginx.conf", render_file("nginx.txt.j2", **facts), is_redirect=True)


EXPORT = Export(
    make=make,
    folder="hosting",
    files=("_headers", "_redirects", ".htaccess"),
)
