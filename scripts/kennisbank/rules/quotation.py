"""A literal quotation is short and stands in quotation marks.

Uitleg: Een citaat heeft ten hoogste 7 woorden en staat tussen ‘ en ’. Meer woorden vertel je in
je eigen zin.
Fout:
    vorm: citaat
    tekst: |
      Geluk is andere mensen
Goed:
    vorm: citaat
    tekst: |
      ‘Geluk is andere mensen.’
"""

import re
from collections.abc import Iterator

from kennisbank.model.limits import count_words
from kennisbank.model.records import Records
from kennisbank.problems import Fault

RULES = ("citaat",)
MAX_WORDS = 7
QUOTED = r"‘([^‘’]+(?:’\w[^‘’]*)*)’|“([^“”]+)”"
SAID = {
    "citaat-te-lang": f"een citaat heeft ten hoogste {MAX_WORDS} woorden; vertel de rest zelf",
    "citaat-zonder-tekens": "zet wat er letterlijk gezegd is tussen ‘ en ’",
}


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each quotation that is too long or not marked as one."""
    for concept in records.concepts.values():
        for index, claim in enumerate(concept.claims):
            if claim.form != "citaat":
                continue
            quotes = [first or second for first, second in re.findall(QUOTED, claim.text)]
            if quotes and all(count_words(quote) <= MAX_WORDS for quote in quotes):
                continue
            message = SAID["citaat-te-lang" if quotes else "citaat-zonder-tekens"]
            where = ("uitspraken", index, "tekst")
            yield concept.fault("citaat", where, message)
