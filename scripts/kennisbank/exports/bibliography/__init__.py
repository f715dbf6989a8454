"""The sources for reference managers: RIS, BibTeX and CSL-JSON, all together and one by one."""

import json
from collections.abc import Iterable, Iterator

from kennisbank.exports.bibliography.bibtex import write_bibtex
from kennisbank.exports.bibliography.item import Item, make_item
from kennisbank.exports.bibliography.ris import write_ris
from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site


def make(site: Site) -> Iterator[Artifact]:
    """Make the three files of all sources, then those of each source."""
    items = [make_item(linked) for linked in site.sources]
    yield from _write("data/bronnen", items)
    for item in items:
        yield from _write(f"data/bronnen/{item['id']}", [item])


def _write(name: str, items: Iterable[Item]) -> Iterator[Artifact]:
    items = list(items)
    yield Artifact(f"{name}.ris", "\n".join(write_ris(item) for item in items).encode())
    yield Artifact(f"{name}.bib", "\n".join(write_bibtex(item) for item in items).encode())
    text = json.dumps(items, ensure_ascii=False, indent=1)
    yield Artifact(f"{name}.json", f"{text}\n".encode())
