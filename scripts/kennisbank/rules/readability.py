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
_SENTENCE = re.compile(r"(?<=[.!?:])\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SYLLABLE = re.compile(r"(?:[aeiouyáéíóúàèâêîôû]|(?<=i)j)+|[äëïöü][aeiou]?", re.IGNORECASE)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each short version that reads too hard, unless it says why."""
    for concept in records.concepts.values():
        if concept.readability is None and not concept.is_draft:
            for message in _judge(concept):
                yield Fault(
                    path=concept.path, where=("uitleg",), rule="moeilijke-uitleg", message=message
                )


def _plain(prose: str) -> str:
    """Give the words as readers see them; a bare link counts as its id."""
    spans = (span for block in parse_prose(prose) for item in block.items for span in item)
    return "".join(span.text or (span.target.id if span.target else "") for span in spans)


@remembered
def _judge(concept: Concept) -> Iterator[str]:
    text = _plain(concept.short)
    longest = max(len(_WORD.findall(sentence)) for sentence in _SENTENCE.split(text))
    if longest > LONGEST_SENTENCE:
        yield f"een zin heeft {longest} woorden; houd het op {LONGEST_SENTENCE}"
    elif (index := measure_ease(text)) < LOWEST:
        yield f"leesindex {index:.0f}; maak zinnen en woorden korter tot {LOWEST} of hoger"


def measure_ease(text: str) -> float:
    """Give Douma's index: 100 is very easy, 60 plain, 30 hard."""
    words = _WORD.findall(text)
    if not words:
        return 100.0
    sentences = len([part for part in _SENTENCE.split(text.strip()) if part])
    syllables = sum(max(1, len(_SYLLABLE.findall(word))) for word in words)
    return 206.84 - 0.93 * len(words) / sentences - 77 * syllables / len(words)
