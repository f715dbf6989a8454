"""Preview cards: what a reader sees of a linked page before opening it.

A page carries a small card for every record that it links to, so that showing one fetches
nothing. Lists carry none: what a card says is there already.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from kennisbank.citing.work import make_work
from kennisbank.model.base import Record
from kennisbank.model.linked_concept import LinkedConcept, Mention
from kennisbank.model.site import LinkedPerson, LinkedSource, Site
from kennisbank.model.text import Span
from kennisbank.origin import write_short_origin
from kennisbank.render import render_plain, shorten
from kennisbank.vocabulary import (
    CASE,
    CONCEPT,
    EXAMPLE,
    KIND_BY_PREFIX,
    PERSON,
    ROUTE,
    SOURCE,
    THEME,
)

Card = Mapping[str, str]


def find_links(shown: object) -> tuple[str, ...]:
    """Give the address of every record that linked values name, each once, in order."""
    found: dict[str, None] = {}
    _collect(shown, found)
    return tuple(found)


def _collect(shown: object, found: dict[str, None]) -> None:
    if isinstance(shown, str):  # most of what there is
        return
    if isinstance(shown, Span):
        if shown.target:
            found[KIND_BY_PREFIX[shown.target.prefix].address(shown.target.id)] = None
    elif isinstance(shown, (tuple, list)):
        for part in shown:
            _collect(part, found)
    elif isinstance(shown, Record):
        found[shown.kind.address(shown.id)] = None
    elif isinstance(shown, LinkedConcept):
        found[CONCEPT.address(shown.concept.id)] = None
    elif isinstance(shown, Mention):
        found[shown.address] = None
    else:
        kind: Any = type(shown)
        for name in _list_fields(kind):
            _collect(getattr(shown, name), found)


@cache
def _list_fields(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()


class PreviewCards:
    """Gives the card of a record by the address of its page."""

    def __init__(self, site: Site) -> None:
        self.concepts = site.concepts
        self.others: dict[str, Card] = {}
        for person in site.people:
            if person.person.is_private:
                continue
            self._add(PERSON.address(person.person.id), _describe_person(person))
        for source in site.sources:
            self._add(SOURCE.address(source.source.id), _describe_source(source))
        for theme in site.themes:
            text = render_plain(theme.question)
            card = {"sort": "thema", "title": theme.theme.name, "text": text}
            self._add(THEME.address(theme.theme.id), card | {"theme": theme.theme.id})
        for example in site.examples:
            text = shorten(render_plain(example.text))
            card = {"sort": "voorbeeld", "title": example.example.name, "text": text}
            self._add(EXAMPLE.address(example.example.id), card)
        for linked in site.cases:
            text = shorten(render_plain(linked.text))
            card = {"sort": "casus", "title": linked.case.name, "text": text}
            self._add(CASE.address(linked.case.id), card)
        for route in site.routes:
            text = render_plain(route.goal)
            card = {"sort": "leerroute", "title": route.route.name, "text": text}
            self._add(ROUTE.address(route.route.id), card)

    def _add(self, address: str, card: Card) -> None:
        self.others[address] = {"address": address, **card}

    def find_all(self, shown: object, own: str) -> list[Card]:
        """Give the cards of all pages that linked values name, each once, without its own."""
        addresses = (address for address in find_links(shown) if address != own)
        return [card for address in addresses if (card := self.find(address))]

    def find(self, address: str) -> Card | None:
        """Give a card, or None for a page that needs no preview."""
        folder, _, record_id = address.rstrip("/").partition("/")
        if folder != CONCEPT.folder:
            return self.others.get(address)
        linked = self.concepts.get(record_id)
        if linked is None:
            return None
        return {
            "address": address,
            "sort": f"begrip · {linked.theme.name}",
            "title": linked.concept.preferred_label,
            "text": _describe_definition(linked),
            "theme": linked.theme.id,
        }


def _describe_definition(linked: LinkedConcept) -> str:
    text, origin = render_plain(linked.definition), write_short_origin(linked.origin)
    return f"{text} ({origin})" if origin else text


def _describe_person(linked: LinkedPerson) -> Card:
    role = render_plain(linked.roles[0][1]) if linked.roles else ""
    return {"sort": linked.person.sort, "title": linked.person.name, "text": role}


def _describe_source(linked: LinkedSource) -> Card:
    source = linked.source
    authors = [name.written for name in make_work(linked).authors]
    year = "" if source.date == "z.d." else source.date[:4]
    text = " · ".join(part for part in (", ".join(authors), year) if part)
    return {"sort": source.sort, "title": source.name, "text": text}
