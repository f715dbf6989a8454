"""The scheme, the themes as collections, and the sources as linked data."""

from kennisbank.citing import cite_source
from kennisbank.exports.address import find_last_day, make_scheme_uri, make_uri
from kennisbank.exports.skos.concept import is_top
from kennisbank.exports.skos.terms import TYPE, Description, Literal, Uri, Value, day, dutch, name
from kennisbank.model.base import Record
from kennisbank.model.site import LinkedSource, LinkedTheme, Site
from kennisbank.render import render_plain
from kennisbank.vocabulary import CONCEPT, SOURCE, THEME


def describe_scheme(site: Site) -> Description:
    """Give the concept scheme with its top concepts."""
    settings, changed = site.settings, find_last_day(site).isoformat()
    description = dutch(render_plain_description(settings.description))
    statements: list[tuple[str, Value]] = [
        (TYPE, name("skos:ConceptScheme")),
        ("dct:title", dutch(settings.name)),
        ("rdfs:label", dutch(settings.name)),
        ("dct:description", description),
        ("rdfs:comment", description),
        ("dct:license", Uri(settings.licence_url)),
        ("dct:publisher", dutch(settings.publisher)),
        ("dct:modified", day(changed)),
        ("owl:versionInfo", Literal(settings.edition or changed)),
        ("vann:preferredNamespaceUri", Literal(make_uri(site, CONCEPT, ""))),
        ("foaf:page", Uri(site.site_url)),
    ]
    statements += [
        ("skos:hasTopConcept", Uri(make_uri(site, CONCEPT, concept_id)))
        for concept_id, linked in site.concepts.items()
        if is_top(linked)
    ]
    return Description(Uri(make_scheme_uri(site)), tuple(statements))


def render_plain_description(text: str) -> str:
    """Give the description of the settings on one line."""
    return " ".join(text.split())


def describe_theme(site: Site, linked: LinkedTheme) -> Description:
    """Give a theme as a collection of its concepts."""
    theme = linked.theme
    members = (*linked.concepts, *linked.guests)
    statements: tuple[tuple[str, Value], ...] = (
        (TYPE, name("skos:Collection")),
        ("skos:prefLabel", dutch(theme.name)),
        ("rdfs:comment", dutch(render_plain(linked.question))),
        ("foaf:page", Uri(site.absolute(THEME.address(theme.id)))),
        *(("skos:member", Uri(make_uri(site, CONCEPT, m.concept.id))) for m in members),
    )
    return Description(Uri(make_uri(site, THEME, theme.id)), statements)


def describe_plainly(site: Site, record: Record) -> Description:
    """Give the name and the page of a record for which the profile has no shape."""
    page = Uri(site.absolute(record.kind.address(record.id)))
    statements: tuple[tuple[str, Value], ...] = (
        ("rdfs:label", dutch(record.title)),
        ("foaf:page", page),
    )
    return Description(Uri(make_uri(site, record.kind, record.id)), statements)


def describe_source(site: Site, linked: LinkedSource) -> Description:
    """Give a source with its title and its reference."""
    source = linked.source
    reference = "".join(span.text for span in cite_source(linked))
    return Description(
        Uri(make_uri(site, SOURCE, source.id)),
        (
            (TYPE, name("foaf:Document")),
            ("dct:title", dutch(source.name)),
            ("dct:bibliographicCitation", Literal(reference)),
            ("foaf:page", Uri(source.url or site.absolute(SOURCE.address(source.id)))),
        ),
    )
