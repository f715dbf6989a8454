"""The page at each stable identifier: it leads to the page for people and to the data."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from kennisbank.exports.address import make_scheme_uri, make_uri
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.base import Record
from kennisbank.model.site import Site
from kennisbank.render import render_file
from kennisbank.vocabulary import CONCEPT


class Data(NamedTuple):
    """A file that holds a record, with its media type."""

    address: str
    media_type: str
    name: str


_CONCEPT_DATA = (
    ("ttl", "text/turtle", "Turtle"),
    ("jsonld", "application/ld+json", "JSON-LD"),
    ("json", "application/json", "JSON"),
)


def make(site: Site) -> Iterator[Artifact]:
    """Make a page for each record that readers may see, and one for the scheme."""
    for record in _list_records(site):
        uri = make_uri(site, record.kind, record.id)
        stem = f"data/begrippen/{record.id}" if record.kind is CONCEPT else "data/begrippen"
        address = record.kind.address(record.id)
        yield _make_page(site, stem, uri=uri, title=record.title, address=address)
    scheme, name = make_scheme_uri(site), site.settings.name
    yield _make_page(site, "data/begrippen", uri=scheme, title=name, address="begrippen/")


def _make_page(site: Site, stem: str, **named: str) -> Artifact:
    kinds = _CONCEPT_DATA if stem.count("/") > 1 else _CONCEPT_DATA[:2]
    data = [Data(site.absolute(f"{stem}.{end}"), media, name) for end, media, name in kinds]
    path = f"{named['uri'].removeprefix(site.site_url)}/index.html"
    render = partial(
        render_file,
        "identifier.html.j2",
        uri=named["uri"],
        title=named["title"],
        canonical=site.absolute(named["address"]),
        data=data,
        settings=site.settings,
    )
    return later(path, render)


def _list_records(site: Site) -> Iterator[Record]:
    yield from (linked.concept for linked in site.concepts.values())
    yield from (linked.theme for linked in site.themes)
    yield from (linked.person for linked in site.people)
    yield from (linked.source for linked in site.sources)
    yield from (linked.example for linked in site.examples)
    yield from (linked.route for linked in site.routes)
