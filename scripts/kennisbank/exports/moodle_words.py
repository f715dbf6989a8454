"""The words that a glossary makes a link anywhere in a course: few enough to be right.

A course holds any text. So a word that the settings call ambiguous does not link, nor does a verb
by itself ("luisteren naar muziek"), which has phrases that do ("goed luisteren"). A noun in -heid
also stands for its adjective: in the phrases by which the record is found ("afhankelijk van zorg",
for "afhankelijk van het weer" is no link), and alone when the record names it alone ("eenzaam").
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kennisbank.exports.selection import list_concepts
from kennisbank.model.concept import Concept
from kennisbank.model.site import Site

LONGEST_NAME = 255
"""Characters that the column of Moodle holds."""
_NOUN = "heid"
_LONG_VOWEL = re.compile(r"([aeou])\1(?=[^aeiou]\Z)")


class Words(NamedTuple):
    """The aliases of each concept by its id, and the ids of those whose own term never links."""

    aliases: Mapping[str, tuple[str, ...]]
    dull: frozenset[str]


def choose_words(site: Site) -> Words:
    """Give each concept its other names: none of another concept, none that is ambiguous."""
    concepts = [linked.concept for linked in list_concepts(site)]
    ambiguous = frozenset(term.casefold() for term in site.settings.ambiguous)
    names = {concept.title.casefold() for concept in concepts}
    verbs = {name for concept in concepts for name in _list_verb_forms(concept)}
    dull = {c.id for c in concepts if c.title.casefold() in ambiguous | verbs}
    owners = _find_owners(concepts)
    refused, aliases = names | verbs, {}
    for concept in concepts:
        adjectives = tuple(_list_adjectives(concept))
        own = {name.casefold(): name for name in reversed((*adjectives, *_list_names(concept)))}
        aliases[concept.id] = tuple(
            name
            for key, name in reversed(own.items())
            if owners.get(key) == concept.id
            and key not in refused
            and (key not in ambiguous or name in adjectives)
            and len(name) <= LONGEST_NAME
        )
    return Words(aliases, frozenset(dull))


def _find_owners(concepts: list[Concept]) -> dict[str, str | None]:
    """Give whose each name is: a form that two share is nobody's, a synonym is its concept's."""
    owners: dict[str, str | None] = {}
    for concept in concepts:
        for form in (*concept.inflections, *_list_adjectives(concept)):
            shared = owners.get(form.casefold(), concept.id) != concept.id
            owners[form.casefold()] = None if shared else concept.id
    return owners | {n.casefold(): c.id for c in concepts for n in c.alternative_labels}


def _list_names(concept: Concept) -> tuple[str, ...]:
    return (*concept.labels, *concept.inflections)


def _list_verb_forms(concept: Concept) -> Iterator[str]:
    """Give a term that is one verb with its forms, known by a form in -t; else nothing."""
    term = concept.title.casefold()
    forms = [form.casefold() for form in concept.inflections]
    conjugated = [form for form in forms if form[:5] == term[:5] and form.endswith("t")]
    if term.endswith("en") and " " not in term and conjugated:
        yield term
        yield from (form for form in forms if " " not in form)


def _list_adjectives(concept: Concept) -> Iterator[str]:
    """Give the adjective of a noun in -heid, with its inflection, as far as the record names it."""
    term = concept.title.casefold()
    if not term.endswith(_NOUN) or " " in term:
        return
    plain = term.removesuffix(_NOUN)
    bent = _LONG_VOWEL.sub(r"\1", plain) + "e"
    found = {name.casefold() for name in (*concept.hidden_labels, *concept.inflections)}
    if {plain, bent} & found:
        yield from (plain, bent)
    yield from (name for name in concept.hidden_labels if _is_phrase_with(name, {plain, bent}))


def _is_phrase_with(name: str, words: set[str]) -> bool:
    return " " in name and not words.isdisjoint(name.casefold().split())
