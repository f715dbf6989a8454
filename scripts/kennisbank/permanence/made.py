"""The addresses that a build makes, and the fixed anchors of a page."""

import re
from collections.abc import Callable, Iterable, Mapping

from kennisbank.model.artifact import Artifact
from kennisbank.vocabulary import ANCHORS, PLACE_ANCHOR, VOICE_ANCHOR

_ID = re.compile(r'class="verhuisd" id="[^"]+"|\bid="([^"]+)"|\{:? ?#([\w-]+)')
"""Anchors of what moved here are passed over: they are not of this page."""
_FIXED_PREFIXES = (VOICE_ANCHOR, PLACE_ANCHOR)

Made = Mapping[str, Artifact | None]
"""Every address that a build makes, with the page that stands there."""
Anchors = Callable[[str, Artifact], frozenset[str]]
"""Gives the fixed anchors of the page at an address."""


def find_made(artifacts: Iterable[Artifact], others: Iterable[str]) -> dict[str, Artifact | None]:
    """Give the addresses of all pages and files, and those of `others`, which are made elsewhere.

    What stands at an old address is not among them.
    """
    made: dict[str, Artifact | None] = dict.fromkeys(others)
    for artifact in artifacts:
        if artifact.is_redirect:
            continue
        if artifact.path.endswith(".md"):
            made[_page_address(artifact.path)] = artifact
        else:
            made[artifact.path.removesuffix("index.html")] = None
    return made


def _page_address(path: str) -> str:
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem.rpartition("/")[2] == "index" else f"{stem}/"


def find_anchors(_: str, page: Artifact) -> frozenset[str]:
    """Give the fixed anchors of a page."""
    found = {first or second for first, second in _ID.findall(page.content.decode())}
    return frozenset(a for a in found if a in ANCHORS or a.startswith(_FIXED_PREFIXES))
