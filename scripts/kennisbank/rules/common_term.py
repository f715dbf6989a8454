"""A term that is a very common word, or hardly a word, would become a link everywhere.

Uitleg: Elke term wordt in andere teksten vanzelf een link. Is hij ook een heel gewoon woord, dan
krijgt de lezer links die niets met het begrip te maken hebben. Zet zo'n woord bij
dubbelzinnige_termen in concepts/kennisbank.yml; het begrip zelf verandert daar niet van. Een woord
van een of twee letters wordt altijd genoemd, met het aantal links: kijk of die kloppen.
Fout:
    voorkeursterm: De
Goed:
    (in concepts/kennisbank.yml)
    dubbelzinnige_termen:
    - de
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from sys import intern

from kennisbank.memory import remembered
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.records import Records
from kennisbank.model.text import iterate_prose
from kennisbank.problems import Fault, Level, Where
from kennisbank.terms import index_terms
from kennisbank.vocabulary import ENDED

RULES = ("term-overal",)

_STOP_LIST = (
    "aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door "
    "dus een eens en er ge geen geweest haar had heb hebben heeft hem het hier hij hoe hun "
    "iemand iets ik in is ja je kan kon kunnen maar me meer men met mij mijn moet na naar "
    "niet niets nog nu of om omdat onder ons ook op over reeds te tegen toch toen tot u uit "
    "uw van veel voor want waren was wat werd wezen wie wil worden wordt zal ze zelf zich zij "
    "zijn zo zonder zou"
)
_FUNCTION_WORDS = frozenset(_STOP_LIST.split())
"""The stop words of Dutch as Snowball lists them: snowballstem.org/algorithms/dutch/stop.txt."""
_WORD = re.compile(r"[^\W_]+")
_SHORT = 2
_FEW, _MANY, _SHARE = 5, 25, 15
"""Links that are worth a line: of a word without meaning of its own, and of any other one, which
also must stand in more than one of `_SHARE` texts."""
_SAMPLE = 1_000
"""Records that tell how common a word is."""


def check(records: Records) -> Iterator[Fault]:
    """Give a line for each term that is hardly a word or a very common one, with its links."""
    common = _find_common_words(records)
    for concept in records.concepts.values():
        for where, label in _labels(concept):
            word = label.casefold()
            is_short = len(word) <= _SHORT
            if not _WORD.fullmatch(word) or not (is_short or word in _FUNCTION_WORDS | common):
                continue
            count = _count_links(records, concept, label)
            is_function = word in _FUNCTION_WORDS and count >= _FEW
            if is_function or (count and is_short) or count >= _MANY:
                level: Level = "fout" if is_function else "let op"
                message = _say(label, count, level)
                yield concept.fault(RULES[0], where, message, level=level)


def _say(label: str, count: int, level: Level) -> str:
    reason = "heel kort" if len(label) <= _SHORT and level != "fout" else "heel gewoon"
    links = "1 link" if count == 1 else f"{count} links"
    advice = 'zet het bij "dubbelzinnige_termen" in concepts/kennisbank.yml'
    doubt = "" if level == "fout" else " als die niet kloppen"
    return f'"{label}" is een {reason} woord en wordt vanzelf {links}; {advice}{doubt}'


def _labels(concept: Concept) -> Iterator[tuple[Where, str]]:
    if concept.status == ENDED:
        return
    yield ("voorkeursterm",), concept.preferred_label
    for key, labels in (
        ("alternatieve_termen", concept.alternative_labels),
        ("verbuigingen", concept.inflections),
    ):
        yield from (((key, index), label) for index, label in enumerate(labels))


def _count_links(records: Records, concept: Concept, label: str) -> int:
    """Count the texts of other records in which a term would be a link."""
    ambiguous = records.settings.ambiguous if records.settings else ()
    index = index_terms(((label, concept.id),), ambiguous)
    others = (record for record in records.all() if record is not concept)
    return sum(
        next(index.find(text), None) is not None
        for record in others
        for text in _linked_texts(record)
    )


@remembered
def _linked_texts(record: Record) -> Iterator[str]:
    """Give the texts of a record in which terms become links."""
    if isinstance(record, Concept) and not record.automatic_links:
        return
    for where, text in iterate_prose(record):
        if not (isinstance(record, Concept) and where[0] in ("definitie", "vragen")):
            yield text


@remembered
def _words_of_texts(record: Record) -> Iterator[frozenset[str]]:
    yield from (
        frozenset(map(intern, _WORD.findall(text.casefold()))) for text in _linked_texts(record)
    )


def _find_common_words(records: Records) -> frozenset[str]:
    """Give the words that stand in many texts, as an even sample of the records tells."""
    every = list(records.all())
    texts, counted = 0, Counter[str]()
    for record in islice(every, 0, None, len(every) // _SAMPLE + 1):
        for words in _words_of_texts(record):
            texts += 1
            counted.update(words)
    return frozenset(word for word, count in counted.items() if count * _SHARE > texts)
