"""Whose words a definition and a reason are: a voice's, or our own."""

import re
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
    phrases: tuple[str, ...]


def find_voice_names(records: Records) -> VoiceNames:
    """Give the names of all people, groups and sources.

    A person is known by the family name, a group by its whole name or a proper name in it.
    """
    words: set[str] = set()
    phrases = [source.name.casefold() for source in records.sources.values()]
    for person in records.people.values():
        parts = _WORD.findall(person.name)
        if person.sort == "persoon":
            words.add(parts[-1])
        else:
            words.update(part for part in parts[1:] if part[0].isupper())
            phrases.append(person.name.casefold())
    return VoiceNames(frozenset(words), tuple(phrases))


def names_a_voice(text: Text, names: VoiceNames) -> bool:
    """Tell whether a text names a voice or a source, or links to one."""
    spans = [span for block in text for item in block.items for span in item]
    if any(span.target and span.target.prefix in _NAMING for span in spans):
        return True
    plain = "".join(span.text for span in spans)
    if not names.words.isdisjoint(_WORD.findall(plain)):
        return True
    folded = plain.casefold()
    return any(phrase in folded for phrase in names.phrases)


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
