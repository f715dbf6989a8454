"""The page that lists the editions and, per concept, what changed between them."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

from kennisbank.dutch import write_day
from kennisbank.model.edition import Edition, FrozenConcept, freeze_concept
from kennisbank.model.site import Site
from kennisbank.pages.page import Details, Page, PageType

Concepts = Mapping[str, FrozenConcept]
_NAMES = {"@folder": "thema"}


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a concept; `address` is empty when it is no longer there."""

    title: str
    text: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What changed from one edition to the next, or to today when `to` is empty."""

    start: str
    to: str
    changes: tuple[Change, ...]


def make(site: Site) -> Iterator[Page]:
    """Make the one page of editions; without any it says so."""
    yield Page(
        type=TYPE,
        address="edities/",
        title="Edities",
        template="editions.md.j2",
        details=partial(_detail_page, site),
    )


def _detail_page(site: Site) -> Details:
    ordered = sorted(site.editions, key=lambda edition: (edition.day, edition.name))
    states = [(edition.name, edition.concepts) for edition in ordered]
    states.append(
        ("", {name: freeze_concept(each.concept) for name, each in site.concepts.items()})
    )
    differences = tuple(
        Difference(
            start=start[0], to=end[0], changes=tuple(compare(start[1], end[1], site.concepts))
        )
        for start, end in pairwise(states)
    )
    values = {
        "editions": [_describe(edition) for edition in reversed(ordered)],
        "differences": tuple(reversed(differences)),
    }
    return Details(
        "De bewaarde edities van de kennisbank, en wat er per begrip veranderde.", values
    )


def _describe(edition: Edition) -> dict[str, object]:
    days = [write_day(date.fromisoformat(day)) for day in edition.revised]
    day = write_day(date.fromisoformat(edition.day))
    return {"name": edition.name, "day": day, "count": len(edition.concepts), "revised": days}


def compare(start: Concepts, end: Concepts, current: Container[str]) -> Iterator[Change]:
    """Give each concept that is new, that changed or that ended; `current` has ids with a page."""
    for name in sorted(start.keys() | end.keys()):
        text = _compare_fields(start.get(name), end.get(name))
        if text:
            title = (end.get(name) or start[name]).title
            yield Change(title, text, f"../begrippen/{name}/" if name in current else "")


def _compare_fields(before: FrozenConcept | None, after: FrozenConcept | None) -> str:
    if not before:
        return "nieuw"
    if not after:
        return "vervallen"
    keys = before.fields.keys() | after.fields.keys()
    changed = (key for key in keys if before.fields.get(key) != after.fields.get(key))
    names = ", ".join(sorted(_NAMES.get(key, key).replace("_", " ") for key in changed))
    return f"gewijzigd ({names})" if names else ""


TYPE = PageType(name="edities", folder="edities", make=make)
