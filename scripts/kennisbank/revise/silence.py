"""What is left when claims go: voices without words, and places where nobody says anything."""

from collections.abc import Mapping, Set

from kennisbank.load.sheet import Sheet
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.records import Records
from kennisbank.model.voices import Source
from kennisbank.problems import Where
from kennisbank.revise.edits import Edit

_FIELD = "zonder_uitspraak"
_REASON = "Wat hier stond, is ingetrokken."

Cuts = Mapping[str, Set[Where]]
"""The places that are cut from each record, by path; a record that is not there goes itself."""


def find_lost_voices(concept: Concept, cuts: Set[Where]) -> set[str]:
    """Give the people who say nothing about a concept any more."""
    before, after = set(), set()
    for number, claim in enumerate(concept.claims):
        before |= set(claim.who)
        if ("uitspraken", number) not in cuts:
            after |= {
                name
                for index, name in enumerate(claim.who)
                if ("uitspraken", number, "wie", index) not in cuts
            }
    return before - after


def say_silence(sheet: Sheet, source: Record, records: Records, cuts: Cuts) -> set[Edit]:
    """Give the reasons for the places of a source that lose their last claim."""
    if not isinstance(source, Source) or not source.is_base:
        return set()
    silent = [
        place
        for place in source.places
        if place not in source.silent_places and not _has_claim(records, cuts, source.id, place)
    ]
    if not silent:
        return set()
    lines = "".join(f"  {place}: |\n    {_REASON}\n" for place in silent)
    if source.silent_places:
        line, _ = sheet.marks.keys[(_FIELD,)]
        at = sheet.offset(line + 1, 0)
        return {Edit(at, at, lines)}
    end = len(sheet.text)
    start = "" if sheet.text.endswith("\n") else "\n"
    return {Edit(end, end, f"{start}{_FIELD}:\n{lines}")}


def _has_claim(records: Records, cuts: Cuts, source: str, place: str) -> bool:
    claims = (
        (concept.path, ("uitspraken", number), claim)
        for concept in records.concepts.values()
        for number, claim in enumerate(concept.claims)
    )
    if any(
        (claim.source, claim.place) == (source, place) and where not in cuts.get(path, {where})
        for path, where, claim in claims
    ):
        return True
    examples = (each for each in records.examples.values() if each.path in cuts)
    return any((each.source, each.place) == (source, place) for each in examples)
