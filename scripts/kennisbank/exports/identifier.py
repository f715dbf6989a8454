"""The page at each stable identifier: it leads to the page for people and to the data.

A program that asks for the identifier finds what is known of the thing in the page itself.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from kennisbank.exports.address import make_scheme_uri, make_uri
from kennisbank.exports.export import Export
from kennisbank.exports.skos.concept import describe_concept
from kennisbank.exports.skos.scheme import (
    describe_plainly,
    describe_scheme,
    describe_source,
    describe_theme,
)
from kennisbank.exports.skos.terms import Description
from kennisbank.exports.skos.write import write_inside_page
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.base import Record
from kennisbank.model.site import Site
from kennisbank.render import render_file
from kennisbank.vocabulary import CONCEPT

Describe = Callable[[], Description]


class Named(NamedTuple):
    """What has an identifier: its title, the address of its page, and what gives its statements."""

    title: str
    address: str
    describe: Describe


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
    for record, describe in _list_records(site):
        stem = f"data/begrippen/{record.id}" if record.kind is CONCEPT else "data/begrippen"
        address = record.kind.address(record.id)
        path = f"{make_uri(site, record.kind, record.id).removeprefix(site.site_url)}/index.html"
        yield later(path, _write_page, site, stem, Named(record.title, address, describe), path)
    path = f"{make_scheme_uri(site).removeprefix(site.site_url)}/index.html"
    whole = Named(site.settings.name, "begrippen/", partial(describe_scheme, site))
    yield later(path, _write_page, site, "data/begrippen", whole, path)


def _write_page(site: Site, stem: str, named: Named, path: str) -> bytes:
    kinds = _CONCEPT_DATA if stem.count("/") > 1 else _CONCEPT_DATA[:2]
    description = named.describe()
    return render_file(
        "identifier.html.j2",
        uri=description.uri.uri,
        title=named.title,
        tab=f"{named.title} ({description.uri.uri.removeprefix(site.site_url)})",
        root="../" * path.count("/"),
        canonical=site.absolute(named.address),
        data=[Data(site.absolute(f"{stem}.{end}"), media, name) for end, media, name in kinds],
        structured=write_inside_page(description),
        settings=site.settings,
    )


def _list_records(site: Site) -> Iterator[tuple[Record, Describe]]:
    for concept in site.concepts.values():
        yield concept.concept, partial(describe_concept, site, concept)
    for theme in site.themes:
        yield theme.theme, partial(describe_theme, site, theme)
    for source in site.sources:
        yield source.source, partial(describe_source, site, source)
    others: tuple[Record, ...] = (
        *(linked.person for linked in site.people),
        *(linked.example for linked in site.examples),
        *(linked.case for linked in site.cases),
        *(linked.route for linked in site.routes),
    )
    yield from ((record, partial(describe_plainly, site, record)) for record in others)


EXPORT = Export(
    make=make,
    folder="id",
)
