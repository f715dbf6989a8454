"""The sources for reference managers: RIS, BibTeX and CSL-JSON, all together and one by one."""

import json
from collections.abc import Iterator, Sequence

from kennisbank.exports.bibliography.bibtex import write_bibtex
from kennisbank.exports.bibliography.item import Item, make_item
from kennisbank.exports.bibliography.ris import write_ris
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import LinkedSource, Site


def make(site: Site) -> Iterator[Artifact]:
    """Make the three files of all sources, then those of each source."""
    items = {linked.source.id: _make_item(site, linked) for linked in site.sources}
    yield from _write("data/bronnen", tuple(items.values()))
    for name, item in items.items():
        yield from _write(f"data/bronnen/{name}", [item])


def _make_item(site: Site, linked: LinkedSource) -> Item:
    """Give a source under the key by which documents cite it."""
    item = make_item(linked)
    item["id"] = site.stable_id(linked.source)
    return item


def _write(name: str, items: Sequence[Item]) -> Iterator[Artifact]:
    yield later(f"{name}.ris", lambda: "\n".join(map(write_ris, items)).encode())
    yield later(f"{name}.bib", lambda: "\n".join(map(write_bibtex, items)).encode())
    yield later(f"{name}.json", _write_csl, items)


def _write_csl(items: Sequence[Item]) -> bytes:
    return f"{json.dumps(items, ensure_ascii=False, indent=1)}\n".encode()
