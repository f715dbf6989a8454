"""The linked texts of a concept, and the backlinks that all texts together give."""

from collections.abc import Iterable, Iterator, Mapping

from kennisbank.link.shelf import Shelf, is_visible_claim
from kennisbank.link.texts import find_mentions
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.linked_concept import ConceptTexts, LinkedClaim, Mention, Voice
from kennisbank.model.text import Text


def link_all_texts(shelf: Shelf) -> Mapping[str, ConceptTexts]:
    """Link the texts of every concept, by id; those that the shelf has already are used again."""
    for concept in shelf.records.concepts.values():
        known = shelf.texts.get(concept.id)
        if known is None or known.concept is not concept:
            shelf.texts[concept.id] = _link_texts(shelf, concept)
    return {name: shelf.texts[name] for name in shelf.records.concepts}


def _link_texts(shelf: Shelf, concept: Concept) -> ConceptTexts:
    """Link the texts of one concept; definition and questions keep only explicit links."""
    own = frozenset((concept.id,))
    link = shelf.linker.link
    short = link(concept.short, own, concept.automatic_links)
    elaboration = link(concept.elaboration, own, concept.automatic_links)
    claims = tuple(
        shelf.claim(concept, claim)
        for claim in concept.claims
        if is_visible_claim(shelf.records, claim)
    )
    return ConceptTexts(
        concept=concept,
        definition=link(concept.definition, own, automatic=False),
        short=short,
        elaboration=elaboration,
        questions=tuple(link(question, own, automatic=False) for question in concept.questions),
        editor_note=shelf.text(concept.editor_note, concept.id),
        addition=shelf.text(concept.addition, concept.id),
        voices=_group_voices(claims, of_readers=False),
        reader_voices=_group_voices(claims, of_readers=True),
        reasons=tuple(
            (kind, target, shelf.text(reason, concept.id, target))
            for kind, targets in concept.relations.items()
            for target, reason in targets.items()
        ),
        named=_find_named(concept, (elaboration, short, *(claim.text for claim in claims))),
    )


def _group_voices(claims: Iterable[LinkedClaim], of_readers: bool) -> tuple[Voice, ...]:
    """Group claims by who speaks and through whom, in the order of the record."""
    groups: dict[tuple[tuple[str, ...], str | None], list[LinkedClaim]] = {}
    for claim in claims:
        if any(person.sort == "lezer" for person in claim.speakers) == of_readers:
            groups.setdefault((claim.claim.who, claim.claim.via), []).append(claim)
    return tuple(
        Voice(speakers=group[0].speakers, via=group[0].via, claims=tuple(group))
        for group in groups.values()
    )


def _find_named(record: Record, texts: Iterable[Text]) -> tuple[tuple[str, Mention], ...]:
    """Give each concept that the page of a record names, with the first sentence that does."""
    found: dict[str, Mention] = {}
    for text in texts:
        for target, sentence in find_mentions(text):
            if target.prefix == "begrip" and target.id not in (record.id, *found):
                found[target.id] = Mention(
                    kind_name=record.kind.name,
                    title=record.title,
                    address=record.kind.address(record.id),
                    sentence=sentence,
                )
    return tuple(found.items())


def collect_mentions(
    shelf: Shelf, concepts: Iterable[ConceptTexts]
) -> Mapping[str, tuple[Mention, ...]]:
    """Give for each concept the pages that name it: the first sentence of each page."""
    found: dict[str, list[Mention]] = {}
    for texts in concepts:
        for name, mention in texts.named:
            found.setdefault(name, []).append(mention)
    for record, prose in _iterate_others(shelf):
        for name, mention in _find_named(record, prose):
            found.setdefault(name, []).append(mention)
    return {name: tuple(sorted(pages, key=_by_page)) for name, pages in found.items()}


def _by_page(mention: Mention) -> tuple[bool, str]:
    return mention.kind_name != "begrip", mention.title.casefold()


def _iterate_others(shelf: Shelf) -> Iterator[tuple[Record, Iterable[Text]]]:
    """Give the texts of other records that count as naming a concept."""
    records = shelf.records
    for theme in records.themes.values():
        yield theme, [shelf.text(theme.introduction)]
    for example in records.examples.values():
        yield example, [shelf.text(example.text)]
    for source in records.sources.values():
        yield source, [shelf.text(source.summary)]
    for route in records.routes.values():
        yield route, [shelf.text(text, step) for step, text in route.steps.items()]
