"""What to look for once a record is withdrawn: its id behind its kind, and its name or title."""

import re
from collections.abc import Iterator, Set

from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.records import Records
from kennisbank.model.text import iterate_prose
from kennisbank.model.voices import Person
from kennisbank.vocabulary import PERSON
from kennisbank.withdrawn.marks import Form
from kennisbank.withdrawn.names import make_person_forms, make_spellings, split_name
from kennisbank.withdrawn.search import Spelling
from kennisbank.withdrawn.words import clean, make_plain, read_words

_NO_PROSE = re.compile(r"\[\[[^\[\]|]*\|?|\S+[/@]\S+")
"""The target of a link, a web address, a mail address."""
_TITLE_WORDS = 3
"""A title of so many words is no turn of phrase."""


def make_forms(record: Record, records: Records) -> tuple[Form, ...]:
    """Give every form to look for, sorted."""
    found = {*_id_forms(record)}
    if isinstance(record, Person):
        found |= {*_person_forms(record, records)}
    elif isinstance(record, Concept):
        for label in (record.preferred_label, *record.alternative_labels):
            found.add(Form(_words(label), "term"))
    else:
        words = _words(record.title)
        if len(words) > 1:
            found.add(Form(words, "titel" if len(words) >= _TITLE_WORDS else "midden"))
    return tuple(sorted(form for form in found if form.words))


def _id_forms(record: Record) -> Iterator[Form]:
    heads = {record.kind.folder, record.kind.name, record.kind.link_prefix}
    if record.kind is PERSON:
        heads.add("stem")
    for head in heads:
        yield Form((*_words(head), *record.id.split("-")), "link")


def _person_forms(person: Person, records: Records) -> Iterator[Form]:
    ordinary = find_ordinary_words(records)
    if person.sort != "persoon":
        yield from _group_forms(person, ordinary)
        return
    others = (other for other in records.people.values() if other.id != person.id)
    shared = {word for other in others for words in list_spellings(other) for word in words}
    for written in (person.name, *_names(person)):
        yield from make_person_forms(written, ordinary, shared)


def describe_limits(record: Record, records: Records) -> tuple[str, ...]:
    """Say in which form a name cannot be looked for."""
    if not isinstance(record, Person) or record.sort != "persoon":
        return ()
    ordinary, lines = find_ordinary_words(records), []
    others = (other for other in records.people.values() if other.id != record.id)
    shared = {word for other in others for words in list_spellings(other) for word in words}
    for core in split_name(record.name).cores:
        if core.plain in shared:
            lines.append(
                f'let op: ook iemand anders heet "{core.raw}"; '
                "kijk zelf na waar die naam alleen staat"
            )
        elif core.plain in ordinary:
            lines.append(
                f'let op: "{core.raw}" is ook een gewoon woord; '
                "kijk zelf na waar een zin ermee begint"
            )
    return tuple(lines)


def _group_forms(person: Person, ordinary: Set[str]) -> Iterator[Form]:
    """The name of a group is mostly a description in ordinary words, as its search terms are."""
    words = _words(person.name)
    labels = (word for label in person.hidden_labels for word in read_words(clean(label)))
    ordinary = ordinary | {word.plain for word in labels if word.raw == word.raw.lower()}
    if len(words) > 1:
        yield Form(words, "midden")
    elif not ordinary >= set(words):
        yield Form(words, "hoofdletter")


def _names(person: Person) -> Iterator[str]:
    """Give the other spellings that are names: search terms can be ordinary words too."""
    for label in person.hidden_labels:
        words = list(read_words(clean(label)))
        if words and words[-1].has_capital:
            yield label


def list_known(records: Records) -> tuple[Spelling, ...]:
    """Give the names of everybody who stays: a word of them that is part of one is theirs.

    Somebody without a first name cannot make the family name of who is withdrawn his own.
    """
    return tuple(
        words
        for person in records.people.values()
        if split_name(person.name).first
        for words in list_spellings(person)
    )


def list_spellings(person: Person) -> tuple[Spelling, ...]:
    """Give the words of every spelling of a name of a person."""
    if person.sort != "persoon":
        return ()
    return tuple(w for name in (person.name, *_names(person)) for w in make_spellings(name))


def find_ordinary_words(records: Records) -> frozenset[str]:
    """Give the words that stand somewhere in small letters: as a name they need a closer look."""
    found = set()
    for record in records.all():
        texts = [_NO_PROSE.sub(" ", text) for _, text in iterate_prose(record)]
        if isinstance(record, Concept):
            texts += [*record.labels, *record.hidden_labels, *record.inflections]
        words = (word for text in texts for word in read_words(clean(text)))
        found |= {word.plain for word in words if word.raw == word.raw.lower()}
    return frozenset(found)


def _words(text: str) -> Spelling:
    return tuple(make_plain(word.raw) for word in read_words(clean(text)))
