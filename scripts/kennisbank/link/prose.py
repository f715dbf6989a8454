"""The linked texts of a concept, and the backlinks that all texts together give."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kennisbank.link.shelf import Shelf, is_visible_claim
from kennisbank.link.texts import find_mentions
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.linked_concept import LinkedClaim, Mention
from kennisbank.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptTexts:
    """Every text of a concept, linked."""

    concept: Concept
    definition: Text
    short: Text
    elaboration: Text
    questions: tuple[Text, ...]
    claims: tuple[LinkedClaim, ...]


def link_concept_texts(shelf: Shelf, concept: Concept) -> ConceptTexts:
    """Link the texts of one concept; definition and questions keep only explicit links."""
    own = frozenset((concept.id,))
    link = shelf.linker.link
    return ConceptTexts(
        concept=concept,
        definition=link(concept.definition, own, automatic=False),
        short=link(concept.short, own, concept.automatic_links),
        elaboration=link(concept.elaboration, own, concept.automatic_links),
        questions=tuple(link(question, own, automatic=False) for question in concept.questions),
        claims=tuple(
            shelf.claim(concept, claim)
            for claim in concept.claims
            if is_visible_claim(shelf.records, claim)
        ),
    )


def collect_mentions(
    shelf: Shelf, concepts: Iterable[ConceptTexts]
) -> Mapping[str, tuple[Mention, ...]]:
    """Give for each concept the pages that name it: the first sentence of each page."""
    found: dict[str, dict[str, Mention]] = {}
    for record, text in _iterate_texts(shelf, concepts):
        address = record.kind.address(record.id)
        for target, sentence in find_mentions(text):
            if target.prefix != "begrip" or target.id == record.id:
                continue
            pages = found.setdefault(target.id, {})
            if address not in pages:
                pages[address] = Mention(
                    kind_name=record.kind.name,
                    title=record.title,
                    address=address,
                    sentence=sentence,
                )
    return {
        name: tuple(
            sorted(pages.values(), key=lambda m: (m.kind_name != "begrip", m.title.casefold()))
        )
        for name, pages in found.items()
    }


def _iterate_texts(shelf: Shelf, concepts: Iterable[ConceptTexts]) -> Iterator[tuple[Record, Text]]:
    """Give the texts that count as naming a concept, with the record whose page shows them."""
    for texts in concepts:
        yield texts.concept, texts.elaboration
        yield texts.concept, texts.short
        yield from ((texts.concept, claim.text) for claim in texts.claims)
    records = shelf.records
    for theme in records.themes.values():
        yield theme, shelf.text(theme.introduction)
    for example in records.examples.values():
        yield example, shelf.text(example.text)
    for source in records.sources.values():
        yield source, shelf.text(source.summary)
    for route in records.routes.values():
        yield from ((route, shelf.text(text, step)) for step, text in route.steps.items())
