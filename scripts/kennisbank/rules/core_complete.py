"""A concept has what its size asks for.

Uitleg: Een kernbegrip heeft een toelichting van 150 tot 350 woorden en 2 tot 4 vragen. Is er
minder te zeggen, kies dan omvang gewoon of kort.
Fout:
    omvang: kern
    vragen: |
      Wat is macht?
Goed:
    omvang: kern
    vragen: |
      Wie had in je laatste gesprek de meeste macht?
      Waaraan merkte de ander dat?
"""

from collections.abc import Iterator

from kennisbank.model.concept import Concept
from kennisbank.model.limits import count_words
from kennisbank.model.records import Records
from kennisbank.problems import Fault, Where

RULES = ("kern-onvolledig",)
MIN_WORDS = 150
MIN_QUESTIONS, MAX_QUESTIONS = 2, 4

SAID = {
    "kern-zonder-toelichting": 'omvang kern heeft een "toelichting" nodig; schrijf er één of kies '
    "een andere omvang",
    "kern-toelichting": f"omvang kern heeft minstens {MIN_WORDS} woorden toelichting; dit zijn er "
    "{words}",
    "kern-vragen": f"omvang kern heeft {MIN_QUESTIONS} tot {MAX_QUESTIONS} vragen; dit zijn er "
    "{count}",
}


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each core concept that lacks something."""
    for concept in records.concepts.values():
        if concept.size == "kern" and not concept.is_draft:
            for where, message in _missing(concept):
                yield concept.fault("kern-onvolledig", where, message)


def _missing(concept: Concept) -> Iterator[tuple[Where, str]]:
    if concept.elaboration is None:
        yield (), SAID["kern-zonder-toelichting"]
    elif (words := count_words(concept.elaboration)) < MIN_WORDS:
        yield ("toelichting",), SAID["kern-toelichting"].format(words=words)
    count = len(concept.questions)
    if not MIN_QUESTIONS <= count <= MAX_QUESTIONS:
        where: Where = ("vragen",) if count else ()
        yield where, SAID["kern-vragen"].format(count=count)
