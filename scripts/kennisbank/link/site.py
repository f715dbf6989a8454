"""Join all records into the site."""

from collections.abc import Mapping

from kennisbank.link.concepts import link_concepts, sort_family
from kennisbank.link.lessons import link_cases, link_routes
from kennisbank.link.shelf import Shelf, is_visible_claim
from kennisbank.link.voices import link_people, link_sources
from kennisbank.model.linked_concept import LinkedConcept, Tension
from kennisbank.model.site import (
    LinkedDiagram,
    LinkedExample,
    LinkedTheme,
    Site,
)
from kennisbank.model.teaching import Diagram, Example, Theme
from kennisbank.vocabulary import TENSION, tension_id


def link_shelf(shelf: Shelf, site_url: str) -> Site:
    """Give the whole site of the records on a shelf, which must have passed the rules."""
    records = shelf.records
    assert records.settings
    concepts = link_concepts(shelf)
    tensions = _link_tensions(concepts)
    themes = sorted(shelf.records.themes.values(), key=lambda theme: (theme.order, theme.id))
    sources = link_sources(shelf, concepts)
    cases = link_cases(shelf, concepts)
    return Site(
        site_url=site_url,
        settings=records.settings,
        addresses=records.addresses.without_returned(tension.id for tension in tensions),
        themes=tuple(_link_theme(shelf, theme, concepts, tensions) for theme in themes),
        concepts=concepts,
        tensions=tensions,
        people=link_people(shelf, concepts),
        sources=sources,
        source_by_id={linked.source.id: linked for linked in sources},
        examples=tuple(
            link_example(shelf, example, concepts)
            for example in shelf.records.examples.values()
            if is_visible_claim(shelf.records, example)
        ),
        cases=cases,
        routes=link_routes(shelf, concepts, cases),
        diagrams={d.id: _link_diagram(shelf, d) for d in shelf.records.diagrams.values()},
        figures=tuple(c for concept in concepts.values() for c in concept.claims if c.claim.figure),
    )


def _link_tensions(concepts: Mapping[str, LinkedConcept]) -> tuple[Tension, ...]:
    tensions = {}
    for concept in concepts.values():
        for relation in concept.relations:
            if relation.kind.name == TENSION:
                first, second = sorted((concept.concept.id, relation.target.id))
                pair = tension_id(first, second)
                tensions[pair] = Tension(
                    id=pair,
                    first=concepts[first],
                    second=concepts[second],
                    reason=relation.reason,
                    is_ours=relation.is_ours,
                )
    return tuple(tensions[pair] for pair in sorted(tensions))


def _link_theme(
    shelf: Shelf,
    theme: Theme,
    concepts: Mapping[str, LinkedConcept],
    tensions: tuple[Tension, ...],
) -> LinkedTheme:
    diagrams = shelf.records.diagrams
    own = sort_family(c.concept for c in concepts.values() if c.theme.id == theme.id)
    return LinkedTheme(
        theme=theme,
        notes=shelf.notes(theme),
        question=shelf.text(theme.question),
        introduction=shelf.text(theme.introduction),
        concepts=tuple(concepts[concept.id] for concept in own),
        guests=tuple(c for c in concepts.values() if theme.id in c.concept.other_themes),
        tensions=tuple(t for t in tensions if theme.id in (t.first.theme.id, t.second.theme.id)),
        diagrams=tuple(diagrams[name] for name in theme.diagrams if name in diagrams),
    )


def link_example(
    shelf: Shelf, example: Example, concepts: Mapping[str, LinkedConcept]
) -> LinkedExample:
    """Give an example with its records and its texts."""
    source = shelf.records.sources[example.source]
    return LinkedExample(
        example=example,
        notes=shelf.notes(example),
        speakers=shelf.people(example.who),
        via=shelf.records.people[example.via] if example.via else None,
        source=source,
        heading=source.heading(example.place),
        text=shelf.text(example.text),
        question=shelf.text(example.question),
        concepts=tuple(concepts[name] for name in example.concepts if name in concepts),
    )


def _link_diagram(shelf: Shelf, diagram: Diagram) -> LinkedDiagram:
    return LinkedDiagram(
        diagram=diagram,
        notes=shelf.notes(diagram),
        text=shelf.text(diagram.text),
        sources=tuple(shelf.records.sources[name] for name in diagram.sources),
    )
