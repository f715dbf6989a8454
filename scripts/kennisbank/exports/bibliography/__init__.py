"""The sources for reference managers: RIS, BibTeX and CSL-JSON, all together and one by one."""

import json
from collections.abc import Iterator, Sequence

from kennisbank.citing.forms import Form, find_form
from kennisbank.citing.item import Item, make_item
from kennisbank.exports.bibliography.bibtex import write_bibtex
from kennisbank.exports.bibliography.ris import write_ris
from kennisbank.exports.export import Export, Format
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import LinkedSource, Site

Entry = tuple[Item, Form]


def make(site: Site) -> Iterator[Artifact]:
    """Make the three files of all sources, then those of each source."""
    named = [
        (linked.source.id, _make_item(site, linked), find_form(linked.source))
        for linked in site.sources
    ]
    yield from _write("data/bronnen", [(item, form) for _, item, form in named])
    for name, item, form in named:
        yield from _write(f"data/bronnen/{name}", [(item, form)])


def _make_item(site: Site, linked: LinkedSource) -> Item:
    """Give a source under the key by which documents cite it."""
    item = make_item(linked)
    item["id"] = site.stable_id(linked.source)
    return item


def _write(name: str, entries: Sequence[Entry]) -> Iterator[Artifact]:
    yield later(f"{name}.ris", lambda: "\n".join(write_ris(*each) for each in entries).encode())
    yield later(f"{name}.bib", lambda: "\n".join(write_bibtex(*each) for each in entries).encode())
    yield later(f"{name}.json", _write_csl, [item for item, _ in entries])


def _write_csl(items: Sequence[Item]) -> bytes:
    return f"{json.dumps(items, ensure_ascii=False, indent=1)}\n".encode()


REFERENCES = Format(
    id="bronnen",
    name="Alle bronnen",
    use="De bronnen voor Zotero, EndNote of Mendeley (RIS), LaTeX (BibTeX) of CSL-JSON.",
    pattern="data/bronnen.ris data/bronnen.bib data/bronnen.json",
    steps=(
        "Download het bestand dat je programma leest; meestal is dat RIS.",
        "Kies in het programma voor importeren.",
        "Controleer of de auteurs en jaartallen kloppen met de bron zelf.",
    ),
)
EXPORT = Export(
    make=make,
    formats=(REFERENCES,),
    media_types={
        "ris": "application/x-research-info-systems",
        "bib": "application/x-bibtex",
    },
)
