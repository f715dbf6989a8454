"""The page that lists the editions and, per concept, what changed between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kennisbank.dutch import write_day
from kennisbank.model.artifact import Artifact
from kennisbank.model.edition import Edition, FrozenConcept, freeze_concept
from kennisbank.model.site import Site
from kennisbank.pages.meta import make_meta
from kennisbank.render import render_page

Concepts = Mapping[str, FrozenConcept]
_NAMES = {"@folder": "thema"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What changed from one edition to the next, or to today when `to` is empty."""

    start: str
    to: str
    lines: tuple[str, ...]


def make(site: Site, editions: tuple[Edition, ...]) -> Iterator[Artifact]:
    """Make the one page of editions; without any it says so."""
    description = "De bewaarde edities van de kennisbank, en wat er per begrip veranderde."
    meta = make_meta("edities", "Edities", "edities/", description)
    ordered = sorted(editions, key=lambda edition: (edition.day, edition.name))
    states = [(edition.name, edition.concepts) for edition in ordered]
    states.append(
        ("", {name: freeze_concept(each.concept) for name, each in site.concepts.items()})
    )
    differences = tuple(
        Difference(start=start[0], to=end[0], lines=tuple(compare(start[1], end[1])))
        for start, end in pairwise(states)
    )
    yield render_page(
        "edities/index.md",
        "editions.md.j2",
        meta,
        editions=[_describe(edition) for edition in reversed(ordered)],
        differences=tuple(reversed(differences)),
    )


def _describe(edition: Edition) -> dict[str, object]:
    days = [write_day(date.fromisoformat(day)) for day in edition.revised]
    day = write_day(date.fromisoformat(edition.day))
    return {"name": edition.name, "day": day, "count": len(edition.concepts), "revised": days}


def compare(start: Concepts, end: Concepts) -> Iterator[str]:
    """Give a line for each concept that is new, that changed, or that ended."""
    for name in sorted(start.keys() | end.keys()):
        if name not in start:
            yield f"{end[name].title}: nieuw"
        elif name not in end:
            yield f"{start[name].title}: vervallen"
        else:
            before, after = start[name].fields, end[name].fields
            keys = before.keys() | after.keys()
            changed = sorted(
                _NAMES.get(key, key) for key in keys if before.get(key) != after.get(key)
            )
            if changed:
                fields = ", ".join(key.replace("_", " ") for key in changed)
                yield f"{end[name].title}: gewijzigd ({fields})"
