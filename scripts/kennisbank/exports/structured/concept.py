"""A linked concept in the published shape."""

from kennisbank.exports.address import make_uri
from kennisbank.exports.structured.shapes import Begrip, Herkomst, Name, Relatie, Uitspraak
from kennisbank.hypertext import render_paragraphs
from kennisbank.model.linked_concept import LinkedClaim, LinkedConcept, LinkedOrigin, LinkedRelation
from kennisbank.model.site import Site
from kennisbank.model.voices import Person
from kennisbank.render import render_plain
from kennisbank.vocabulary import CONCEPT


def shape_concept(site: Site, linked: LinkedConcept) -> Begrip:
    """Give all of a concept; texts are plain."""
    concept = linked.concept
    return {
        "id": concept.id,
        "uri": make_uri(site, CONCEPT, concept.id),
        "adres": site.absolute(CONCEPT.address(concept.id)),
        "thema": linked.theme.id,
        "ook_thema": list(concept.other_themes),
        "status": concept.status,
        "vervangen_door": concept.replaced_by,
        "voorkeursterm": concept.preferred_label,
        "alternatieve_termen": list(concept.alternative_labels),
        "zoektermen": list(concept.hidden_labels),
        "verbuigingen": list(concept.inflections),
        "engels": concept.english_label,
        "omvang": concept.size,
        "definitie": render_plain(linked.definition),
        "definitie_van": _shape_origin(linked.origin),
        "uitleg": render_plain(linked.short),
        "toelichting": render_paragraphs(linked.elaboration),
        "uitspraken": [_shape_claim(claim) for claim in linked.claims],
        "relaties": [_shape_relation(relation) for relation in linked.relations],
        "vragen": [render_plain(question) for question in linked.questions],
        "verder_lezen": [source.id for source in linked.further_reading],
        "overeenkomst": list(concept.matches),
        "redactienoot": render_paragraphs(linked.editor_note),
        "aanvulling": render_paragraphs(linked.addition),
        "wijzigingen": [{"datum": c.day.isoformat(), "tekst": c.text} for c in concept.changes],
    }


def _shape_claim(linked: LinkedClaim) -> Uitspraak:
    claim = linked.claim
    return {
        "wie": [_shape_name(person) for person in linked.speakers],
        "via": _shape_name(linked.via) if linked.via else None,
        "bron": claim.source,
        "bronnaam": linked.source.name,
        "plaats": claim.place,
        "plaatsnaam": linked.heading,
        "vorm": claim.form,
        "cijfer": claim.figure,
        "voorbehoud": render_plain(linked.caveat),
        "tekst": render_plain(linked.text),
    }


def _shape_origin(origin: LinkedOrigin | None) -> Herkomst | None:
    if origin is None:
        return None
    return {
        "wie": [_shape_name(person) for person in origin.speakers],
        "via": _shape_name(origin.via) if origin.via else None,
        "bron": origin.source.id,
        "bronnaam": origin.source.name,
        "plaats": origin.place,
        "plaatsnaam": origin.heading,
    }


def _shape_name(person: Person) -> Name:
    return {"id": person.id, "naam": person.name}


def _shape_relation(relation: LinkedRelation) -> Relatie:
    target = relation.target
    return {
        "soort": relation.kind.name,
        "begrip": {"id": target.id, "naam": target.preferred_label},
        "reden": render_plain(relation.reason),
        "van_redactie": relation.is_ours,
    }
