"""Whose words a definition and a reason are: a voice's, or our own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kennisbank.link.shelf import Shelf, is_visible_claim
from kennisbank.model.concept import Concept
from kennisbank.model.linked_concept import LinkedOrigin
from kennisbank.model.records import Records
from kennisbank.model.text import Text
from kennisbank.vocabulary import PERSON, SOURCE

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NAMING = frozenset((PERSON.link_prefix, SOURCE.link_prefix))


@dataclass(frozen=True, slots=True)
class VoiceNames:
    """What a text may call a voice or a source: words with a capital, and whole names."""

    words: frozenset[str]
    phrases: Mapping[str, tuple[str, ...]]
    """By the first word, folded: titles with their capitals ("Samen"), groups in small letters."""


def find_voice_names(records: Records) -> VoiceNames:
    """Give the names of all people, groups and sources.

    A person is known by the family name, a group by its whole name or a proper name in it.
    """
    words: set[str] = set()
    phrases = [source.name for source in records.sources.values()]
    for person in records.people.values():
        parts = _WORD.findall(person.name)
        if person.sort == "persoon":
            words.add(parts[-1])
        else:
            words.update(part for part in parts[1:] if part[0].isupper())
            phrases.append(person.name.casefold())
    by_first: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        first = (_WORD.findall(phrase) or [phrase])[0].casefold()
        by_first[first] = (*by_first.get(first, ()), phrase)
    return VoiceNames(frozenset(words), by_first)


def names_a_voice(text: Text, names: VoiceNames) -> bool:
    """Tell whether a text names a voice or a source, or links to one."""
    spans = [span for block in text for item in block.items for span in item]
    if any(span.target and span.target.prefix in _NAMING for span in spans):
        return True
    plain = "".join(span.text for span in spans)
    words = _WORD.findall(plain)
    if not names.words.isdisjoint(words):
        return True
    folded = plain.casefold()
    firsts = names.phrases.keys() & {word.casefold() for word in words}
    found = (phrase for first in firsts for phrase in names.phrases[first])
    return any(phrase in plain or phrase in folded for phrase in found)


def link_origin(shelf: Shelf, concept: Concept) -> LinkedOrigin | None:
    """Give whose definition it is; None for one of ours, or of a voice that may not be seen."""
    origin = concept.definition_origin
    if origin is None or not is_visible_claim(shelf.records, origin):
        return None
    source = shelf.records.sources[origin.source]
    return LinkedOrigin(
        speakers=shelf.people(origin.who),
        via=shelf.records.people[origin.via] if origin.via else None,
        source=source,
        place=origin.place,
        heading=source.heading(origin.place),
    )
