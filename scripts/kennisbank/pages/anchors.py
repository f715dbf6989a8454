"""Anchors that moved: each stays on the page to which it leads, so that no host and no script is
needed to find it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from kennisbank.memory import remembered
from kennisbank.model.addresses import AddressBook
from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.render import escape_attribute
from kennisbank.vocabulary import PLACE_ANCHOR, VOICE_ANCHOR

Moved = Mapping[str, str]
"""An old anchor, and the one on this page to which it leads; or an address on another page."""
_ID = re.compile(r'\bid="([^"]+)"|\{:? ?#([\w-]+)')
_SAID = "wie-zegt-wat"


def add_moved_anchors(site: Site, pages: Iterable[Artifact]) -> Iterator[Artifact]:
    """Give the pages again, those to which old anchors lead with these."""
    by_page = dict(_list_moved(site.addresses))
    for page in pages:
        moved = by_page.get(f"{page.path.removesuffix('.md')}/")
        yield _with_moved(page, moved) if moved else page


@remembered
def _list_moved(book: AddressBook) -> Iterator[tuple[str, Moved]]:
    """Give each page with the anchors that it had, or that a page which leads to it had."""
    by_page: dict[str, dict[str, str]] = {}
    anchors = [(page, anchor) for page in book.published for anchor in book.anchors(page)]
    chosen = (address.partition("#") for address in book.redirects if "#" in address)
    anchors += [(page, anchor) for page, _, anchor in chosen]
    for page, anchor in anchors:
        end = book.resolve(f"{page}#{anchor}")
        there, _, new = end.partition("#")
        if end == f"{page}#{anchor}":
            continue
        if page in book.redirects:
            by_page.setdefault(there, {}).setdefault(anchor, new)
        else:
            by_page.setdefault(page, {})[anchor] = new if there == page else end
        by_page.setdefault(there, {}).setdefault(new, new)
    yield from by_page.items()


def _with_moved(page: Artifact, moved: Moved) -> Artifact:
    return Artifact(page.path, lambda: _add(page, moved), anchors=page.anchors)


def _add(page: Artifact, moved: Moved) -> bytes:
    lines = page.content.decode().split("\n")
    places = {
        name: number for number, line in reversed(tuple(enumerate(lines))) for name in _ids(line)
    }
    top = next(number for number, line in enumerate(lines) if line.startswith("# ")) + 1
    added: dict[int, list[str]] = {}
    for anchor, target in sorted(moved.items()):
        if anchor and anchor not in places:
            is_said = anchor.startswith((VOICE_ANCHOR, PLACE_ANCHOR))
            place = places.get(target, places.get(_SAID, top) if is_said else top)
            added.setdefault(place, []).append(_write(anchor, target))
    for place, marks in sorted(added.items(), reverse=True):
        lines[place:place] = ["", *marks, ""]
    return "\n".join(lines).encode()


def _ids(line: str) -> Iterator[str]:
    return (first or second for first, second in _ID.findall(line))


def _write(anchor: str, target: str) -> str:
    start = f'class="verhuisd" id="{escape_attribute(anchor)}"'
    if "/" not in target:
        return f"<div {start}></div>"
    href = escape_attribute(f"../../{target}")
    return f'<p {start}>Wat hier stond, staat nu <a href="{href}">op een andere pagina</a>.</p>'
