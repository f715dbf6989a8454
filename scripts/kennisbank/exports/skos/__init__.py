"""Linked data: SKOS in the NL-SBB profile, as Turtle and JSON-LD, the whole and each concept."""

from collections.abc import Iterator
from typing import NamedTuple

from kennisbank.exports.skos.concept import describe_concept
from kennisbank.exports.skos.scheme import describe_scheme, describe_source, describe_theme
from kennisbank.exports.skos.terms import Description
from kennisbank.exports.skos.write import (
    write_json_file,
    write_node,
    write_turtle,
    write_turtle_file,
)
from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site


class Written(NamedTuple):
    """The same description in both syntaxes."""

    turtle: str
    node: str


def make(site: Site) -> Iterator[Artifact]:
    """Make two files for each concept with its sources, and two of the whole scheme."""
    sources = {s.source.id: _write(describe_source(site, s)) for s in site.sources}
    whole = [_write(describe_scheme(site))]
    whole += [_write(describe_theme(site, theme)) for theme in site.themes]
    for concept_id, linked in site.concepts.items():
        written = _write(describe_concept(site, linked))
        whole.append(written)
        named = sorted({claim.source.id for claim in linked.claims})
        parts = [written, *(sources[source_id] for source_id in named)]
        yield from _make_files(f"data/begrippen/{concept_id}", parts)
    yield from _make_files("data/begrippen", [*whole, *sources.values()])


def _write(description: Description) -> Written:
    return Written(write_turtle(description), write_node(description))


def _make_files(stem: str, parts: list[Written]) -> Iterator[Artifact]:
    yield Artifact(f"{stem}.ttl", write_turtle_file(part.turtle for part in parts))
    yield Artifact(f"{stem}.jsonld", write_json_file(part.node for part in parts))
