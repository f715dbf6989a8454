"""What may leave the site in a package: nothing that a private person told, or that names one."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from kennisbank.model.base import Record
from kennisbank.model.concept import Claim, Concept
from kennisbank.model.records import Records
from kennisbank.model.teaching import Example, Route, Theme
from kennisbank.model.voices import Person, Source

_BREAK = re.compile(r"\n[ ]*\n|\n(?=- )")

AnyRecord = TypeVar("AnyRecord", bound=Record)


def make_public(records: Records) -> Records:
    """Give the records without private voices; the same value when there are none.

    A claim or an example of a private person goes; so does each paragraph, item, reason, role or
    question that names one. An explanation that names one gives way to the definition.
    """
    private = {person.id: person for person in records.people.values() if person.is_private}
    if not private:
        return records
    veil = _Veil(private)
    return Records(
        settings=records.settings,
        addresses=records.addresses,
        themes={key: veil.theme(value) for key, value in records.themes.items()},
        concepts={key: veil.concept(value) for key, value in records.concepts.items()},
        people={key: veil.person(value) for key, value in records.people.items()},
        sources={key: veil.source(value) for key, value in records.sources.items()},
        examples={k: v for k, v in records.examples.items() if not veil.hides(v)},
        routes={key: veil.route(value) for key, value in records.routes.items()},
        diagrams=records.diagrams,
        broken=records.broken,
    )


class _Veil:
    """Knows whom to leave out, and how each kind of record reads without them."""

    def __init__(self, private: Mapping[str, Person]) -> None:
        self._ids = frozenset(private)
        names = {name for person in private.values() for name in _names(person)}
        self._named = re.compile("|".join(rf"(?<!\w){re.escape(name)}" for name in sorted(names)))

    def hides(self, part: Claim | Example) -> bool:
        """Tell whether a claim or example comes from a private person or names one."""
        names = {*part.who, part.via}
        return bool(names & self._ids) or self._names_one(part.text)

    def concept(self, concept: Concept) -> Concept:
        """Give the concept as a package may show it."""
        relations = {
            kind: {target: self._keep(reason) for target, reason in targets.items()}
            for kind, targets in concept.relations.items()
        }
        return _change(
            concept,
            claims=tuple(claim for claim in concept.claims if not self.hides(claim)),
            short=self._shorten(concept),
            elaboration=self._keep(concept.elaboration),
            questions=tuple(q for q in concept.questions if not self._names_one(q)),
            editor_note=self._keep(concept.editor_note),
            addition=self._keep(concept.addition),
            relations=relations,
        )

    def _shorten(self, concept: Concept) -> str:
        if not self._names_one(concept.short):
            return concept.short
        return f"{concept.definition[:1].upper()}{concept.definition[1:]}."

    def person(self, person: Person) -> Person:
        """Give a person without each role that names someone private."""
        if person.id in self._ids:
            return person
        roles = {name: role for name, role in person.roles.items() if not self._names_one(role)}
        return _change(
            person,
            roles=roles,
            editor_note=self._keep(person.editor_note),
            addition=self._keep(person.addition),
        )

    def source(self, source: Source) -> Source:
        """Give the source as a package may show it."""
        speakers = tuple(name for name in source.speakers if name not in self._ids)
        return _change(source, speakers=speakers, summary=self._keep(source.summary))

    def theme(self, theme: Theme) -> Theme:
        """Give the theme as a package may show it."""
        return _change(theme, introduction=self._keep(theme.introduction))

    def route(self, route: Route) -> Route:
        """Give the route as a package may show it."""
        return _change(
            route,
            steps={name: self._keep(text) for name, text in route.steps.items()},
            questions=tuple(q for q in route.questions if not self._names_one(q)),
            activities=tuple(a for a in route.activities if not self._names_one(a.text)),
        )

    def _names_one(self, text: str) -> bool:
        return bool(self._named.search(text))

    def _keep(self, text: str | None) -> str | None:
        """Give the paragraphs and items that name nobody private."""
        if not text or not self._names_one(text):
            return text
        marks = iter([*_BREAK.findall(text), ""])
        parts = zip(_BREAK.split(text), marks, strict=True)
        kept = "".join(part + mark for part, mark in parts if not self._names_one(part))
        return kept.strip()


def _names(person: Person) -> tuple[str, ...]:
    """Give what a text calls a person: the whole name, the family name and the id in a link."""
    return person.name, person.name.split()[-1], f"persoon:{person.id}"


def _change(record: AnyRecord, **values: Any) -> AnyRecord:
    """Give the record with these values; itself when they are what it has."""
    new = {name: value for name, value in values.items() if value != getattr(record, name)}
    return record.model_copy(update=new) if new else record
