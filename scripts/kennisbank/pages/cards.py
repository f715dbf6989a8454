"""Previews: each page carries a small card for every record that it links to.

The cards are made here, at build time, and stand in the front matter of the page, so that
showing one fetches nothing. Lists carry none: what a card says is there already.
"""

import json
import re
from collections.abc import Iterable, Iterator

from kennisbank.citing.work import make_work
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import LinkedPerson, LinkedSource, Site
from kennisbank.pages.meta import shorten
from kennisbank.render import render_plain
from kennisbank.vocabulary import CONCEPT, EXAMPLE, PERSON, ROUTE, SOURCE, THEME

_LINK = re.compile(r'(?:\]\(\.\./|href="\.\./\.\./)([a-z]+/[a-z0-9-]+)(?:\.md|/)[#)"]')
_END_OF_FRONT = "\n---\n"
Card = dict[str, str]


def add_cards(site: Site, pages: Iterable[Artifact]) -> Iterator[Artifact]:
    """Give the pages again, those about one thing with their cards."""
    cards = _Cards(site)
    for page in pages:
        is_page = page.path.endswith(".md") and not page.path.endswith("index.md")
        yield later(page.path, _add_cards, cards, page) if is_page else page


def _add_cards(cards: "_Cards", page: Artifact) -> bytes:
    front, end, body = page.content.decode().partition(_END_OF_FRONT)
    names = dict.fromkeys(match[1] for match in _LINK.finditer(body))
    names.pop(page.path.removesuffix(".md"), None)
    found = [card for name in names if (card := cards.find(name))]
    line = f"\ncards: {json.dumps(found, ensure_ascii=False)}" if found else ""
    return f"{front}{line}{end}{body}".encode()


class _Cards:
    """Gives the card of a record by the name of its page: `begrippen/macht`."""

    def __init__(self, site: Site) -> None:
        self.concepts = site.concepts
        self.others: dict[str, Card] = {}
        for person in site.people:
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
        for route in site.routes:
            text = render_plain(route.goal)
            card = {"sort": "leerroute", "title": route.route.name, "text": text}
            self._add(ROUTE.address(route.route.id), card)

    def _add(self, address: str, card: Card) -> None:
        self.others[address.removesuffix("/")] = {"address": address, **card}

    def find(self, name: str) -> Card | None:
        """Give a card, or None for a page that needs no preview."""
        folder, _, record_id = name.partition("/")
        if folder != CONCEPT.folder:
            return self.others.get(name)
        linked = self.concepts.get(record_id)
        if linked is None:
            return None
        return {
            "address": CONCEPT.address(record_id),
            "sort": f"begrip · {linked.theme.name}",
            "title": linked.concept.preferred_label,
            "text": render_plain(linked.definition),
            "theme": linked.theme.id,
        }


def _describe_person(linked: LinkedPerson) -> Card:
    role = render_plain(linked.roles[0][1]) if linked.roles else ""
    return {"sort": linked.person.sort, "title": linked.person.name, "text": role}


def _describe_source(linked: LinkedSource) -> Card:
    source = linked.source
    authors = [name.written for name in make_work(linked).authors]
    year = "" if source.date == "z.d." else source.date[:4]
    text = " · ".join(part for part in (", ".join(authors), year) if part)
    return {"sort": source.sort, "title": source.name, "text": text}
