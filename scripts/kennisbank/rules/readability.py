"""The short version of a concept reads easily.

Uitleg: “In het kort” schrijf je in gewone taal (B1). We meten dat met de leesindex van Douma: 60
of hoger is goed. Kort je zinnen in en kies gewone woorden. Kan het echt niet anders, zeg dan bij
"leesbaarheid" waarom.
Fout:
    uitleg: |
      De professional positioneert zich responsief ten opzichte van de hulpvraagformulering.
Goed:
    uitleg: |
      Je luistert eerst. Daarna zeg je in eigen woorden wat de ander vraagt.

The index is Flesch's formula fitted to Dutch: 206.84 - 0.93 x words per sentence - 77 x syllables
per word (W. H. Douma, De leesbaarheid van landbouwbladen, 1960).
"""

import re
from collections.abc import Iterator

from kennisbank.memory import remembered
from kennisbank.model.concept import Concept
from kennisbank.model.records import Records
from kennisbank.model.text import parse_prose
from kennisbank.problems import Fault

RULES = ("moeilijke-uitleg",)
LOWEST = 60
LONGEST_SENTENCE = 20
_ENOUGH = 3
"""Words by which a sentence is found again."""
_SENTENCE = re.compile(r"(?<=[.!?:])\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SYLLABLE = re.compile(r"(?:[aeiouyáéíóúàèâêîôû]|(?<=i)j)+|[äëïöü][aeiou]?", re.IGNORECASE)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each short version that reads too hard, unless it says why."""
    for concept in records.concepts.values():
        if concept.readability is None and not concept.is_draft:
            for message, offset in _judge(concept):
                yield concept.fault("moeilijke-uitleg", ("uitleg",), message, text_offset=offset)


def _plain(prose: str) -> str:
    """Give the words as readers see them; a bare link counts as its id."""
    spans = (span for block in parse_prose(prose) for item in block.items for span in item)
    return "".join(span.text or (span.target.id if span.target else "") for span in spans)


@remembered
def _judge(concept: Concept) -> Iterator[tuple[str, int]]:
    """Give what is wrong with the short version, and where in it."""
    text = _plain(concept.short)
    longest = max(_SENTENCE.split(text), key=lambda sentence: len(_WORD.findall(sentence)))
    words = _WORD.findall(longest)
    if len(words) > LONGEST_SENTENCE:
        start = re.search(r"\W+".join(map(re.escape, words[:_ENOUGH])), concept.short)
        message = f"deze zin heeft {len(words)} woorden; houd het op {LONGEST_SENTENCE}"
        yield message, start.start() if start else 0
    elif (index := measure_ease(text)) < LOWEST:
        yield f"leesindex {index:.0f}; maak zinnen en woorden korter tot {LOWEST} of hoger", 0


def measure_ease(text: str) -> float:
    """Give Douma's index: 100 is very easy, 60 plain, 30 hard."""
    words = _WORD.findall(text)
    if not words:
        return 100.0
    sentences = len([part for part in _SENTENCE.split(text.strip()) if part])
    syllables = sum(max(1, len(_SYLLABLE.findall(word))) for word in words)
    return 206.84 - 0.93 * len(words) / sentences - 77 * syllables / len(words)
