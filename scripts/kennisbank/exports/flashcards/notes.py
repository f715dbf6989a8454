"""What stands on flash cards: concepts both ways, and the two sides of a tension.

All text is HTML without tabs or line ends. A card is known by the first id of its record, so that
Anki knows it again whatever its words and its address have become.
"""

import re
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from html import escape
from typing import NamedTuple

from kennisbank.exports.selection import Selection
from kennisbank.hypertext import make_link
from kennisbank.model.concept import Concept
from kennisbank.model.linked_concept import LinkedConcept, Tension
from kennisbank.model.site import Site
from kennisbank.origin import REASON_OF_OURS, write_origin
from kennisbank.render import render_plain
from kennisbank.vocabulary import CONCEPT

FOLDER = "data/anki"
_HIDDEN = "…"


class ConceptNote(NamedTuple):
    """A concept; `masked` is the short version without the term itself, `definition` the definition
    with whose it is, or that alone where it says what the short version says. `day` is the last
    change of what stands on it: a new version of a deck leaves all other notes as they are.
    """

    guid: str
    id: str
    term: str
    short: str
    masked: str
    definition: str
    theme: str
    link: str
    tag: str
    day: date


class TensionNote(NamedTuple):
    """Two concepts that pull against each other, asked from both sides. A hint names the other
    opposites of a side, so that each question has one right answer.
    """

    guid: str
    id: str
    first: str
    second: str
    reason: str
    link: str
    tag: str
    day: date
    hint: str
    hint_back: str

    @property
    def question(self) -> str:
        """Ask from the first side."""
        return f"Wat is de tegenpool van <b>{self.first}</b>, en waarom?{self.hint}"

    @property
    def back(self) -> "TensionNote":
        """Give the same from the second side."""
        first, second, hint, back = self.second, self.first, self.hint_back, self.hint
        return self._replace(first=first, second=second, hint=hint, hint_back=back)

    @property
    def answer(self) -> str:
        """Answer from the first side."""
        return f"<b>{self.second}</b><br>{self.reason}"


def make_notes(site: Site, selection: Selection) -> Iterator[ConceptNote | TensionNote]:
    """Give the notes of the selected concepts, then of the tensions between two of them."""
    for linked in selection.concepts:
        yield _concept_note(site, linked)
    chosen = {linked.concept.id for linked in selection.concepts}
    for tension in site.tensions:
        if tension.first.concept.id in chosen and tension.second.concept.id in chosen:
            yield _tension_note(site, tension)


def make_guid(name: str) -> str:
    """Give the id by which Anki knows a note: letters and digits, from the record's first id."""
    return urlsafe_b64encode(sha256(f"kennisbank:{name}".encode()).digest()[:12]).decode()


def _concept_note(site: Site, linked: LinkedConcept) -> ConceptNote:
    concept = linked.concept
    short, definition = render_plain(linked.short), render_plain(linked.definition)
    origin = write_origin(linked.origin)
    is_said = definition.casefold() in short.casefold()
    return ConceptNote(
        guid=make_guid(site.stable_id(concept)),
        id=concept.id,
        term=_clean(concept.preferred_label),
        short=_clean(short),
        masked=_clean(_mask(short, concept)),
        definition=_clean(origin if is_said else f"{definition} ({origin})"),
        theme=_clean(linked.theme.title),
        link=_link(site, CONCEPT.address(concept.id)),
        tag=f"thema::{linked.theme.id}",
        day=concept.changes[0].day,
    )


def _tension_note(site: Site, tension: Tension) -> TensionNote:
    first, second = tension.first, tension.second
    not_first, not_second = _others(site, first, second), _others(site, second, first)
    return TensionNote(
        guid=make_guid(f"spanning:{site.stable_pair(tension)}"),
        id=tension.id,
        first=_clean(first.concept.preferred_label),
        second=_clean(second.concept.preferred_label),
        reason=_clean(_write_reason(tension)),
        link=_link(site, f"spanningen/{tension.id}/"),
        tag="spanning",
        day=max(c.changes[0].day for c in (first.concept, second.concept, *not_first, *not_second)),
        hint=_hint(not_first),
        hint_back=_hint(not_second),
    )


def _others(site: Site, asked: LinkedConcept, meant: LinkedConcept) -> list[Concept]:
    """Give what also pulls against a concept, and is not meant."""
    pairs = ((t.first.concept, t.second.concept) for t in site.tensions)
    ours = asked.concept
    near = (one if two is ours else two for one, two in pairs if one is ours or two is ours)
    return [concept for concept in near if concept is not meant.concept]


def _hint(others: list[Concept]) -> str:
    names = " of ".join(_clean(concept.preferred_label) for concept in others)
    return f'<p class="klein">Niet: {names}.</p>' if names else ""


def _write_reason(tension: Tension) -> str:
    reason = render_plain(tension.reason)
    return f"{reason} ({REASON_OF_OURS})" if tension.is_ours else reason


def _mask(text: str, concept: Concept) -> str:
    """Hide the term, its synonyms and inflections; longest first."""
    names = {concept.preferred_label, *concept.alternative_labels, *concept.inflections}
    pattern = "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))
    return re.sub(rf"(?i)(?<!\w)(?:{pattern})(?!\w)", _HIDDEN, text)


def _link(site: Site, address: str) -> str:
    return make_link(site.absolute(address), "Lees meer")


def _clean(text: str) -> str:
    return " ".join(escape(text, quote=False).split())
