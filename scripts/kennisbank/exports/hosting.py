"""Headers and redirects for the host: nginx, Apache, and what reads `_headers` and `_redirects`.

The site works on any static host without these. With them it is compressed and kept by browsers
as long as its files stay the same, and what moved is answered with a real redirect.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from urllib.parse import urlsplit

from kennisbank.exports.export import Export
from kennisbank.model.artifact import Artifact
from kennisbank.model.git_host import read_git_host
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
FILES = {
    "_headers": "headers.txt.j2",
    "_redirects": "redirects.txt.j2",
    ".htaccess": "htaccess.txt.j2",
    "hosting/nginx.conf": "nginx.txt.j2",
}
LASTING = (
    "assets/letters/",
    "assets/stijl.",
    "assets/script.",
)
"""What starts with these has another name when it has other content."""
SECONDS, LASTING_SECONDS = 300, 31_536_000
"""How long a browser keeps a file without asking; those are kept for a year."""
UNFRAMED = ("meewerken/", "publiceren/")
"""Pages for maintainers: nobody shows them in a frame.

Course systems show every other page in a frame, whatever their address is (Moodle does so with
each link of a course package), and readers go on from there. A page does nothing in the reader's
name, so a frame around it has nothing to steal.
"""
FRAME_POLICY = "frame-ancestors 'self'"


def make_export(others: Iterable[Export]) -> Export:
    """Give the export that tells hosts the media types of all other files."""
    types: dict[str, list[str]] = {}
    for extension, kind in (each for other in others for each in other.media_types.items()):
        types.setdefault(kind, []).append(extension)
    return Export(
        make=partial(_make, types),
        folder="hosting",
        files=tuple(path for path in FILES if "/" not in path),
    )


def _make(types: Mapping[str, Sequence[str]], site: Site) -> Iterator[Artifact]:
    """Make a file for each sort of host; none of them is an address of the site."""
    book = site.addresses
    facts = {
        "root": urlsplit(site.site_url).path,
        "moved": sorted((old, new) for old, new in book.redirects.items() if "#" not in old),
        "withdrawn": sorted(each for each in book.withdrawn if "#" not in each),
        "headers": {**HEADERS, "Content-Security-Policy": _choose_policy(site)},
        "types": types,
        "lasting": LASTING,
        "lasting_pattern": "|".join(map(re.escape, LASTING)),
        "unframed": UNFRAMED,
        "frame_policy": FRAME_POLICY,
        "seconds": SECONDS,
        "lasting_seconds": LASTING_SECONDS,
    }
    for path, template in FILES.items():
        yield Artifact(path, render_file(template, **facts), is_redirect=True)


def _choose_policy(site: Site) -> str:
    """Give what no page may go beyond; each page says for itself what holds for it.

    The page on which records are edited asks the git host, every other page asks nobody.
    """
    host = read_git_host(site.settings.editor)
    return host.policy if host else SECURITY_POLICY
