"""The linked texts of a concept, and the backlinks that all texts together give."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import compress

from kennisbank.link.shelf import Shelf, is_visible_claim
from kennisbank.link.texts import TextLinker, find_mentions
from kennisbank.memory import remembered
from kennisbank.model.base import Record
from kennisbank.model.concept import Claim, Concept
from kennisbank.model.linked_concept import ConceptTexts, LinkedClaim, Mention, Voice
from kennisbank.model.records import Records
from kennisbank.model.text import Text

_Said = tuple[Claim, Text, Text]
"""A claim with its text and its caveat."""


def link_all_texts(shelf: Shelf) -> Mapping[str, ConceptTexts]:
    """Link the texts of every concept, by id."""
    return {name: _join(shelf, concept) for name, concept in shelf.records.concepts.items()}


def _join(shelf: Shelf, concept: Concept) -> ConceptTexts:
    """Link the texts of one concept, and join its claims with their records."""
    visible = (is_visible_claim(shelf.records, claim) for claim in concept.claims)
    texts, said = _link_prose(concept, shelf.linker.narrow(concept), tuple(visible))
    claims = tuple(_join_claim(shelf.records, concept, each) for each in said)
    return replace(
        texts,
        voices=_group_voices(claims, of_readers=False),
        reader_voices=_group_voices(claims, of_readers=True),
    )


@remembered
def _link_prose(
    concept: Concept, linker: TextLinker, visible: tuple[bool, ...]
) -> tuple[ConceptTexts, tuple[_Said, ...]]:
    """Link the texts of one concept without its voices, and its claims that may be seen.

    Definition and questions keep only explicit links.
    """
    link, own = linker.link, frozenset((concept.id,))
    short = link(concept.short, own, concept.automatic_links)
    elaboration = link(concept.elaboration, own, concept.automatic_links)
    claims = tuple(
        (claim, link(claim.text, own, automatic), link(claim.caveat, own, automatic))
        for claim in compress(concept.claims, visible)
        for automatic in [concept.automatic_links and claim.form != "citaat"]
    )
    texts = ConceptTexts(
        concept=concept,
        definition=link(concept.definition, own, automatic=False),
        short=short,
        elaboration=elaboration,
        questions=tuple(link(question, own, automatic=False) for question in concept.questions),
        editor_note=link(concept.editor_note, own),
        addition=link(concept.addition, own),
        voices=(),
        reader_voices=(),
        reasons=tuple(
            (kind, target, link(reason, frozenset((concept.id, target))))
            for kind, targets in concept.relations.items()
            for target, reason in targets.items()
        ),
        named=_find_named(concept, (elaboration, short, *(text for _, text, _ in claims))),
    )
    return texts, claims


def _join_claim(records: Records, concept: Concept, said: _Said) -> LinkedClaim:
    claim, text, caveat = said
    source = records.sources[claim.source]
    return LinkedClaim(
        claim=claim,
        concept=concept,
        speakers=tuple(records.people[name] for name in claim.who),
        via=records.people[claim.via] if claim.via else None,
        source=source,
        heading=source.heading(claim.place),
        text=text,
        caveat=caveat,
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
