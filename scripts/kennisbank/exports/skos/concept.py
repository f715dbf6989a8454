"""A concept as linked data."""

from collections.abc import Iterator

from kennisbank.exports.address import make_scheme_uri, make_uri
from kennisbank.exports.skos.terms import (
    STATUS,
    TYPE,
    Description,
    Literal,
    Uri,
    Value,
    day,
    dutch,
    name,
)
from kennisbank.hypertext import render_paragraphs
from kennisbank.model.concept import Concept
from kennisbank.model.linked_concept import LinkedConcept, LinkedRelation
from kennisbank.model.site import Site
from kennisbank.origin import REASON_OF_OURS, write_origin
from kennisbank.render import render_plain
from kennisbank.vocabulary import CONCEPT, ENDED, SOURCE, TENSION, UPWARD

Statements = Iterator[tuple[str, Value]]

_HIERARCHY = {
    "breder": ("skos:broader", "isothes:broaderGeneric"),
    "smaller": ("skos:narrower", "isothes:narrowerGeneric"),
    "onderdeel_van": ("skos:broader", "isothes:broaderPartitive"),
    "omvat": ("skos:narrower", "isothes:narrowerPartitive"),
}


def describe_concept(site: Site, linked: LinkedConcept) -> Description:
    """Give all that is said of a concept."""
    concept = linked.concept
    statements = (
        (TYPE, name("skos:Concept")),
        ("skos:inScheme", Uri(make_scheme_uri(site))),
        *_describe_labels(concept),
        *_describe_texts(linked),
        *_describe_relations(site, linked),
        *_describe_origin(site, linked),
    )
    uri = Uri(make_uri(site, CONCEPT, concept.id))
    return Description(uri, tuple(dict.fromkeys(statements)))


def is_top(linked: LinkedConcept) -> bool:
    """Tell whether nothing stands above a concept that still holds."""
    above = any(relation.kind.name in UPWARD for relation in linked.relations)
    return not above and linked.concept.status != ENDED


def _describe_labels(concept: Concept) -> Statements:
    yield "skos:prefLabel", dutch(concept.preferred_label)
    if concept.english_label:
        yield "skos:prefLabel", Literal(concept.english_label, language="en")
    shown = {concept.preferred_label}
    for label in concept.alternative_labels:
        if label not in shown:
            yield "skos:altLabel", dutch(label)
    shown.update(concept.alternative_labels)
    for label in (*concept.hidden_labels, *concept.inflections):
        if label not in shown:
            yield "skos:hiddenLabel", dutch(label)


def _describe_texts(linked: LinkedConcept) -> Statements:
    yield "skos:definition", dutch(render_plain(linked.definition))
    yield "skos:editorialNote", dutch(f"Definitie: {write_origin(linked.origin)}")
    yield "rdfs:comment", dutch(render_plain(linked.short))
    for prop, text in (
        ("skos:scopeNote", linked.elaboration),
        ("skos:editorialNote", linked.editor_note),
        ("skos:note", linked.addition),
    ):
        words = render_paragraphs(text)
        if words:
            yield prop, dutch(words)


def _describe_relations(site: Site, linked: LinkedConcept) -> Statements:
    if is_top(linked):
        yield "skos:topConceptOf", Uri(make_scheme_uri(site))
    for relation in linked.relations:
        target = Uri(make_uri(site, CONCEPT, relation.target.id))
        for prop in _HIERARCHY.get(relation.kind.name, ("skos:related",)):
            yield prop, target
    for relation in linked.relations:
        reason = _write_reason(relation)
        if reason:
            yield "skos:note", dutch(reason)
    for match in linked.concept.matches:
        yield "skos:closeMatch", Uri(match)


def _write_reason(relation: LinkedRelation) -> str:
    """Give why two concepts pull against each other; SKOS has no place for it but a note."""
    reason = render_plain(relation.reason)
    if relation.kind.name != TENSION or not reason:
        return ""
    ours = f" ({REASON_OF_OURS})" if relation.is_ours else ""
    return f"Spanning met {relation.target.preferred_label}: {reason}{ours}"


def _find_sources(linked: LinkedConcept) -> set[str]:
    found = {claim.source.id for claim in linked.claims}
    return found | {linked.origin.source.id} if linked.origin else found


def _describe_origin(site: Site, linked: LinkedConcept) -> Statements:
    concept = linked.concept
    for source_id in sorted(_find_sources(linked)):
        yield "dct:source", Uri(make_uri(site, SOURCE, source_id))
    is_ended = concept.status == ENDED
    yield "adms:status", Uri(STATUS + ("Deprecated" if is_ended else "Completed"))
    if is_ended:
        yield "owl:deprecated", Literal("true", datatype="boolean")
    if concept.replaced_by:
        yield "dct:isReplacedBy", Uri(make_uri(site, CONCEPT, concept.replaced_by))
    for change in concept.changes:
        yield "skos:changeNote", dutch(f"{change.day.isoformat()} {change.text}")
    yield "dct:modified", day(concept.changes[0].day.isoformat())
    yield "foaf:page", Uri(site.absolute(CONCEPT.address(concept.id)))
