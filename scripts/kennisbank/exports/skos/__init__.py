"""Linked data: SKOS in the NL-SBB profile, as Turtle and JSON-LD, the whole and each concept."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

from kennisbank.exports.export import Export, Format
from kennisbank.exports.skos.concept import describe_concept
from kennisbank.exports.skos.scheme import describe_scheme, describe_source, describe_theme
from kennisbank.exports.skos.terms import Description
from kennisbank.exports.skos.write import (
    write_json_file,
    write_node,
    write_turtle,
    write_turtle_file,
)
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import Site


class Written(NamedTuple):
    """The same description in both syntaxes."""

    turtle: str
    node: str


def make(site: Site) -> Iterator[Artifact]:
    """Make two files for each concept with its sources, and two of the whole scheme."""
    parts = _Parts(site)
    for concept_id in site.concepts:
        yield from _make_files(f"data/begrippen/{concept_id}", partial(parts.about, concept_id))
    yield from _make_files("data/begrippen", parts.whole)


class _Parts:
    """What stands in the files; each concept and source is written once for all of them."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.concept = cache(lambda name: _write(describe_concept(site, site.concepts[name])))
        self.source = cache(lambda name: _write(describe_source(site, site.source_by_id[name])))

    def about(self, concept_id: str) -> list[Written]:
        """Give a concept and the sources of its claims."""
        named = sorted({claim.source.id for claim in self.site.concepts[concept_id].claims})
        return [self.concept(concept_id), *map(self.source, named)]

    def whole(self) -> list[Written]:
        """Give the scheme, the themes, all concepts and all sources."""
        return [
            _write(describe_scheme(self.site)),
            *(_write(describe_theme(self.site, theme)) for theme in self.site.themes),
            *map(self.concept, self.site.concepts),
            *map(self.source, self.site.source_by_id),
        ]


def _write(description: Description) -> Written:
    return Written(write_turtle(description), write_node(description))


def _make_files(stem: str, list_parts: Callable[[], list[Written]]) -> Iterator[Artifact]:
    yield later(f"{stem}.ttl", lambda: write_turtle_file(part.turtle for part in list_parts()))
    yield later(f"{stem}.jsonld", lambda: write_json_file(part.node for part in list_parts()))


LINKED_DATA = Format(
    id="skos",
    name="Linked data (SKOS, NL-SBB)",
    use="Het begrippenkader als linked data, in Turtle en JSON-LD, met een vast adres per begrip.",
    pattern="data/begrippen.ttl data/begrippen.jsonld",
    steps=(
        "Lees het bestand in met een RDF-programma.",
        "Gebruik de adressen onder /id/ als naam van een begrip: die blijven.",
        "Elk begrip heeft ook een eigen bestand: data/begrippen/<id>.ttl.",
    ),
)
EXPORT = Export(
    make=make,
    formats=(LINKED_DATA,),
    media_types={"ttl": "text/turtle", "jsonld": "application/ld+json"},
)
