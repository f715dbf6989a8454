"""Where private people may be named: on the pages of what they told themselves, nowhere else.

Who is private (`zichtbaarheid: beperkt`) spoke of her own life. The pages of her story show it
whole. Everything else is made from records without her: other pages, data, packages, cards, search.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from kennisbank.memory import remembered
from kennisbank.model.base import Record
from kennisbank.model.hiding import Exposure, Hiding, Key
from kennisbank.model.marks import Sort
from kennisbank.model.private_names import PrivateNames
from kennisbank.model.records import RECORD_FIELDS, Records
from kennisbank.model.settings import Settings
from kennisbank.model.stories import Sieve, Stories, find_stories
from kennisbank.model.voices import Source
from kennisbank.model.walk import has_closed

AnyRecord = TypeVar("AnyRecord", bound="Record | Settings")
Shown = Mapping[Key, Record | None]
"""Each record as it is shown, None for one that is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposed:
    """A record that names somebody private where it should not, and the places."""

    record: Record | Settings
    exposures: tuple[Exposure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Privacy:
    """What may be shown where, and every place that names somebody private and should not."""

    names: PrivateNames
    packed: Records
    """For data and packages: nothing that somebody private said, alone or with others."""
    public: Records
    """For pages: what others said with her, without her."""
    told: Records
    """For the pages of stories: their concepts and examples whole, with all people."""
    sources: Mapping[str, Source]
    """For the pages of sources: those that tell a story whole."""
    stories: Stories
    exposed: tuple[Exposed, ...]


def find_privacy(records: Records) -> Privacy:
    """Give what may be shown where; records with nothing to hide are the same values."""
    return _find_privacy(records)[0]


@remembered
def _find_privacy(records: Records) -> list[Privacy]:
    return [_Search(records).run()]


class _Search:
    """Goes through all records, and again through those that point at what turned out hidden."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.people = [person for person in records.people.values() if person.is_private]
        self.sieve = Sieve(records)
        self.names = PrivateNames(self.people, self.sieve)
        self.stories = find_stories(self.sieve, self.people)
        self.gone: dict[Key, str] = {person.key: person.name for person in self.people}
        self.hidden: dict[Key, Record | None] = dict.fromkeys(self.gone)
        self.exposed: dict[str, Exposed] = {}

    def run(self) -> Privacy:
        """Give what is found."""
        waiting = everyone = [r for r in self.records.all() if r.key not in self.gone]
        while waiting:
            for record in waiting:
                self.hidden[record.key] = self._hide(record)
            away = [r for r in waiting if r.may_stay_away and self.hidden[r.key] is None]
            lost = {r.key: r.title for r in away if r.key not in self.gone}
            self.gone |= lost
            points_at = self.sieve.points_at
            waiting = [r for r in everyone if lost and points_at(r, lost, with_links=True)]
        settings = self._hide(self.records.settings) if self.records.settings else None
        public = self._choose(settings, self.hidden)
        told = self._choose(settings, {**self.hidden, **self._tell()})
        return Privacy(
            names=self.names,
            packed=self._choose(settings, {**self.hidden, **self._pack()}),
            public=public,
            told=replace(told, sources=public.sources),
            sources=told.sources,
            stories=self.stories,
            exposed=tuple(self.exposed.values()),
        )

    def _hide(self, record: AnyRecord) -> AnyRecord | None:
        """Give what others may show of a record: most name nobody, and are the same value."""
        words = (*self.names.hints, *(name for _, name in self.gone))
        if not (self.sieve.holds(record, words) or has_closed(record)):
            return record
        hiding = Hiding(self.names, self.gone)
        found, exposures = hiding.hide(record), hiding.exposures
        if isinstance(record, Record) and record.key in self.stories:
            exposures = [each for each in exposures if _is_never_told(record, each)]
        self.exposed[record.path] = Exposed(record=record, exposures=tuple(exposures))
        return found

    def _pack(self) -> Shown:
        """Give each record of a story without what somebody private said together with others."""
        return {
            key: Hiding(self.names, self.gone, is_strict=True).hide(self._at(key))
            for key in self.stories
        }

    def _tell(self) -> Shown:
        """Give everybody private, and each record of a story as its own page shows it."""
        shown = {key: self._tell_one(self._at(key), ids) for key, ids in self.stories.items()}
        return {**shown, **{person.key: person for person in self.people}}

    def _tell_one(self, record: Record, ids: frozenset[str]) -> Record | None:
        """Give a record without those who are private but whose story it does not tell."""
        others = [person for person in self.people if person.id not in ids]
        if not others:
            return record
        names = PrivateNames(others, self.sieve)
        hiding = Hiding(names, {person.key: person.name for person in others})
        found = hiding.hide(record)
        known = self.exposed[record.path].exposures
        exposures = (*known, *(each for each in hiding.exposures if each not in known))
        self.exposed[record.path] = Exposed(record=record, exposures=exposures)
        return found

    def _at(self, key: Key) -> Record:
        return self.records.by_kind(key[0])[key[1]]

    def _choose(self, settings: Settings | None, shown: Shown) -> Records:
        kept: dict[str, Any] = {
            name: {
                each: record
                for each in self.records.by_kind(kind)
                if (record := shown[kind, each]) is not None
            }
            for kind, name in RECORD_FIELDS.items()
        }
        return replace(self.records, settings=settings, **kept)


def _is_never_told(record: Record, exposure: Exposure) -> bool:
    """Tell whether even a record of her story may not name her here: lists and cards need it.

    What may stay away as a whole is not in those, but for its title.
    """
    return exposure.is_fatal and not (record.may_stay_away and exposure.sort is not Sort.WORDS)
