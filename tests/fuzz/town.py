"""A small knowledge base that commands change at random, and what must be true of its addresses.

The truth is kept apart from the book: what was published for which record, and what became of that
record since.
"""

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from building import GOLDEN
from kennisbank.vocabulary import KIND_BY_NAME, KINDS

CASE, CONCEPT, EXAMPLE, PERSON = "casus", "begrip", "voorbeeld", "persoon"
SURE = 4
"""The number of a concept to which every other one is related."""
DAY = "wijzigingen: |\n  2026-11-23 Eerste versie\n"


@dataclass(eq=False)
class Thing:
    """A record, by the number in its title; `became` is the one that carries it on."""

    number: int
    kind: str
    id: str
    is_withdrawn: bool = False
    became: "Thing | None" = None
    ids: set[str] = field(default_factory=set)
    """Every id that it had when it was published."""
    first: str = ""

    @property
    def is_there(self) -> bool:
        """Tell whether it has a file."""
        return not self.is_withdrawn and self.became is None

    def now(self) -> "Thing":
        """Give the record that carries this one on; itself when none does."""
        return self.became.now() if self.became else self


Token = tuple[Thing, ...]
"""What an address was published for: a record, or the two concepts of a tension."""


class Town:
    """The records, the files that hold them, and every address that was ever published."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.things: list[Thing] = []
        self.published: dict[str, Token] = {}
        self.anchors: dict[tuple[str, str], Thing | None] = {}
        """A published anchor, with the person whose voice it is."""
        (folder / "concepts").mkdir(parents=True)
        shutil.copy(GOLDEN / "mkdocs.yml", folder)
        shutil.copy(GOLDEN / "concepts/kennisbank.yml", folder / "concepts")

    def there(self, kind: str = "") -> list[Thing]:
        """Give the records that have a file."""
        return [thing for thing in self.things if thing.is_there and kind in ("", thing.kind)]

    def find(self, kind: str, name: str) -> Thing | None:
        """Give the record that is called so now."""
        return next((thing for thing in self.there(kind) if thing.id == name), None)

    def path(self, thing: Thing) -> Path:
        """Give the file of a record, wherever its theme moved."""
        folder = self.folder / "concepts" / KIND_BY_NAME[thing.kind].folder
        return next(folder.rglob(f"{thing.id}.yml"), folder / f"{thing.id}.yml")

    def add(self, kind: str, name: str, path: Path | None = None) -> Thing:
        """Write a record with a number of its own."""
        thing = Thing(len(self.things) + 1, kind, name)
        thing.first = name
        path = path or self.path(thing)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self._write(thing), encoding="utf-8")
        self.things.append(thing)
        if kind == PERSON and len(self.there(PERSON)) > 1:
            self.edit(self.there("bron")[0], "sprekers:\n", f"sprekers:\n- {name}\n")
        return thing

    def edit(self, thing: Thing, old: str, new: str) -> None:
        """Change words in a file."""
        path = self.path(thing)
        text = path.read_text(encoding="utf-8")
        assert old in text, (path, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def _write(self, thing: Thing) -> str:
        term = f"Term{thing.number}"
        people, sources = self.there(PERSON), self.there("bron")
        first = (people or [thing])[0].id
        source = (sources or [thing])[0].id
        claim = f"bron: {source}\n{{0}}plaats: begin\n{{0}}tekst: |\n{{0}}  Zo is het.\n"
        voices = {first, *(person.id for person in people if thing.number % 2)}
        claims = "".join(f"- wie: {who}\n  {claim.format('  ')}" for who in sorted(voices))
        sure, vast = (self._name(number) for number in (SURE, SURE + 1))
        relation = f"relaties:\n  verwant:\n    {sure}: |\n      Ook.\n" if sure else ""
        shapes = {
            "thema": f"titel: {term}\nvolgorde: 1\nkernvraag: |\n  Wat?\ninleiding: |\n  Dit.\n",
            PERSON: f"naam: {term}\nsoort: groep\n",
            "bron": f"titel: {term}\nsoort: artikel\ndatum: 2019\nplaatsen:\n  begin: Begin\n"
            f"sprekers:\n- {first}\n",
            CONCEPT: f"voorkeursterm: {term}\nomvang: kort\ndefinitie: |\n  een ding\n"
            f"definitie_van: redactie\nuitleg: |\n  Een ding dus.\nuitspraken:\n{claims}{relation}",
            EXAMPLE: f"titel: {term}\nwie: {first}\n{claim.format('')}begrippen:\n- {vast}\n",
            CASE: f"titel: {term}\ntekst: |\n  Hier [[{vast}|gebeurt iets]].\nantwoorden:\n"
            f"  {vast}: |\n    Zo kan het.\nvragen: |\n  Wat nu?\n",
            "leerroute": f"titel: {term}\ndoel: |\n  Weten.\nvoor_wie: |\n  iedereen\nminuten: 5\n"
            f"stappen:\n  {vast}: |\n    Let op.\n  {sure}: |\n    Let op.\nvragen: |\n  Wat nu?\n",
        }
        return shapes[thing.kind] + DAY

    def _name(self, number: int) -> str:
        """Give the id of a concept that always stays."""
        return next((each.id for each in self.there(CONCEPT) if each.number == number), "")

    def note(self, address: str, token: Token) -> None:
        """Note for what an address is published; the first time counts."""
        self.published.setdefault(address, token)
        for thing in token:
            thing.ids.add(thing.id)

    def owners(self, kind: str, name: str) -> set[Thing | None]:
        """Give who carries on what was published under an id; None when that is nobody."""
        found = [
            token[0] for address, token in self.published.items() if read(address) == (kind, name)
        ]
        alike = [each for each in self.things if each.kind == kind]
        found += [each for each in alike if each.is_there and each.first == name]
        found += [each for each in alike if each.is_withdrawn and each.id == name]
        return {thing.now() if not thing.now().is_withdrawn else None for thing in found}


_CARD = re.compile(r"insluiten/(?:(?P<kind>[a-z]+)/)?(?P<id>[a-z0-9-]+)/(?:qr\.svg)?")
_PLAIN = re.compile(r"(?:id|data(?:/[a-z]+)?)?/?(?P<kind>[a-z]+)/(?P<id>[a-z0-9-]+)(?:/|\.[a-z]+)")
_PRACTICE = re.compile(r"oefenen/(?P<kind>[a-z]+)-(?P<id>[a-z0-9-]+)/")
_LESSON = re.compile(r"lessen/(?P<kind>student|docent)-(?P<id>[a-z0-9-]+)/")
_FORMS = (_CARD, _PRACTICE, _LESSON, _PLAIN)
_KINDS = {word: k.name for k in KINDS for word in (k.name, k.folder, k.link_prefix)}
_KINDS |= {"student": "leerroute", "docent": "leerroute"}


def read(address: str) -> tuple[str, str] | None:
    """Give the kind (or `spanning`) and id in an address, read anew and not as the book does."""
    match = next(filter(None, (form.fullmatch(address) for form in _FORMS)), None)
    if not match:
        return None
    word = match["kind"] or CONCEPT
    kind = "spanning" if word in ("spanning", "spanningen") else _KINDS.get(word)
    return (kind, match["id"]) if kind else None


def make_town(folder: Path, ids: Iterable[str]) -> Town:
    """Give a town with two concepts that always stay, and some of everything."""
    town = Town(folder)
    town.add(PERSON, "eerste")
    town.add("bron", "artikel")
    town.add("thema", "oud")
    theme = folder / "concepts/begrippen/oud"
    for name in ("zeker", "vast", *ids):
        town.add(CONCEPT, name, theme / f"{name}.yml")
    for kind in (EXAMPLE, CASE, "leerroute", "thema", PERSON, "bron"):
        town.add(kind, "ba")
    return town
