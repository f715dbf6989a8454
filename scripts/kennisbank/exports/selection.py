"""What a course can take at once: everything, a theme or a route.

Concepts that have ended are in none: their pages only lead on to a successor. A theme or route
keeps its files as long as it has a page, even when no concept is left in it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kennisbank.exports.address import find_last_day
from kennisbank.model.base import Record
from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.model.linked_lesson import LinkedRoute
from kennisbank.model.site import LinkedTheme, Site
from kennisbank.vocabulary import ENDED

WHOLE = "kennisbank"
"""The stem of the files that hold everything."""
Group = LinkedTheme | LinkedRoute | None
"""What a selection holds: a theme, a route, or (None) everything."""


class Selection(NamedTuple):
    """A group with its concepts in order; `day` is its last change.

    `stem` names its files: a folder of the record's kind and the id, so that a rename finds them.
    `key` is the stem that it had first: the name by which other systems know it.
    """

    stem: str
    key: str
    title: str
    address: str
    day: date
    concepts: tuple[LinkedConcept, ...]
    group: Group = None


def list_selections(site: Site) -> Iterator[Selection]:
    """Give everything, then each theme and each route."""
    concepts = keep_current(list_concepts(site))
    day = find_last_day(site)
    yield Selection(WHOLE, WHOLE, site.settings.name, "", day, concepts)
    for theme in site.themes:
        yield _select(site, theme.theme, (*theme.concepts, *theme.guests), theme)
    for route in site.routes:
        yield _select(site, route.route, (step.concept for step in route.steps), route)


def list_concepts(site: Site) -> Iterator[LinkedConcept]:
    """Give every concept, theme by theme."""
    return (concept for theme in site.themes for concept in theme.concepts)


def keep_current(concepts: Iterable[LinkedConcept]) -> tuple[LinkedConcept, ...]:
    """Give the concepts that have not ended, in the same order."""
    return tuple(linked for linked in concepts if is_current(linked.concept))


def is_current(record: Record) -> bool:
    """Tell whether a record has not ended."""
    return record.status != ENDED


def _select(
    site: Site, record: Record, concepts: Iterable[LinkedConcept], group: Group
) -> Selection:
    kept = keep_current(concepts)
    day = max(each.changes[0].day for each in (record, *(linked.concept for linked in kept)))
    stem, key = (f"{record.kind.folder}/{name}" for name in (record.id, site.stable_id(record)))
    return Selection(stem, key, record.title, record.kind.address(record.id), day, kept, group)
