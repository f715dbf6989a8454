"""A [[link]] in a text leads to something that readers can open, and reads as what it leads to.

Uitleg: Tussen dubbele haken staat een term, synoniem of verbuiging van een begrip. Lezers zien
precies wat jij typt. Staat er een id dat geen woord is, zet dan achter een streep wat lezers zien.
Dat is ook zo bij persoon:id, bron:id, voorbeeld:id en route:id. Het record moet bestaan en
vastgesteld zijn.
Fout:
    Dit lees je bij [[wekrelatie]], bij [[zorg-op-maat]] en bij [[persoon:kirsten-vuurvlieg]].
Goed:
    Dit lees je bij [[werkrelatie]], bij [[zorg op maat]] en bij
    [[persoon:kirsten-vuurvlieg|Kirsten Vuurvlieg]].
"""

from collections.abc import Iterator

from kennisbank.memory import remembered
from kennisbank.model.base import Record
from kennisbank.model.concept import Concept
from kennisbank.model.links import Link, find_links, find_loose_brackets
from kennisbank.model.names import Names, choose_words, fold, names_of, reads_as, write_link
from kennisbank.model.records import Records
from kennisbank.model.text import Target, iterate_prose
from kennisbank.problems import MEANT, Fault, Where, suggest
from kennisbank.spelling import make_id
from kennisbank.vocabulary import CONCEPT, KIND_BY_PREFIX

RULES = ("dode-link", "dubbelzinnige-link", "link-toont-id", "link-naar-ontwerp", "kapotte-link")
SAID = {
    "kapotte-link": "dubbele haken zonder paar; schrijf [[woord]] of [[id|andere woorden]]",
    "dubbelzinnige-link": '"{text}" hoort bij meer dan één {kind}; schrijf {choices}',
    "link-naar-ontwerp": '{kind} "{id}" is nog een ontwerp; lezers kunnen er niet heen',
    "link-toont-id": 'lezers zien hier "{shown}"; schrijf {link}',
    "link-geen-woord": '"{shown}" is geen woord van {kind} "{title}"; schrijf {link}, of zet het '
    'daar bij "verbuigingen"',
    "geen-linksoort": '"{prefix}:" is geen soort{hint}',
    "link-kies": "; kies uit: {kinds}",
    "bestaat-niet": '{kind} "{name}" bestaat niet',
    "bedoel-link": "; bedoel je {link}?",
    "wel-zoekterm": ", wel als zoekterm; bedoel je {link}?",
}
_BROKEN = ("kapotte-link", SAID["kapotte-link"])


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each link to nothing, to more than one, to a draft, or that reads wrong."""
    names = names_of(records)
    for record in records.all():
        for where, offset, link in _iterate_links(record):
            found = _check_link(records, names, record, link) if link else _BROKEN
            if found:
                rule, message = found
                yield record.fault(
                    rule,
                    where,
                    message,
                    text_offset=offset,
                    about=_name(names, link.target) if link else None,
                )


@remembered
def _iterate_links(record: Record) -> Iterator[tuple[Where, int, Link | None]]:
    """Give every link with its place; one of brackets without a pair is none."""
    for where, text in iterate_prose(record):
        if "[[" in text or "]]" in text:
            yield from ((where, link.offset, link) for link in find_links(text))
            yield from ((where, offset, None) for offset in find_loose_brackets(text))


def _name(names: Names, target: Target) -> tuple[str, str]:
    """Give kind and id of the record that a link names, or that it would have."""
    found = names.find(target)
    return KIND_BY_PREFIX[target.prefix].name, found[0].id if found else make_id(target.id)


def _check_link(
    records: Records, names: Names, record: Record, link: Link
) -> tuple[str, str] | None:
    kind = KIND_BY_PREFIX[link.target.prefix]
    targets, shown = names.find(link.target), link.words or link.target.id
    found = [_at(records, target) for target in targets]
    if not found:
        # A record that cannot be read may well have this word.
        may_be_there = any(name == kind.name for name, _ in records.broken)
        return None if may_be_there else ("dode-link", _say_unknown(records, names, link.target))
    if len(found) > 1:
        choices = " of ".join(write_link(each, choose_words(each, shown)) for each in found)
        said = SAID["dubbelzinnige-link"]
        return "dubbelzinnige-link", said.format(
            text=link.target.id, kind=kind.name, choices=choices
        )
    if found[0].is_draft and not record.is_draft:
        said = SAID["link-naar-ontwerp"].format(kind=kind.name, id=found[0].id)
        return "link-naar-ontwerp", said
    if not link.words and not reads_as(found[0], shown):
        return "link-toont-id", _say_no_word(found[0], shown)
    return None


def _say_no_word(record: Record, shown: str) -> str:
    words = choose_words(record, shown)
    said = SAID["link-geen-woord" if words == shown else "link-toont-id"]
    link, kind = write_link(record, words), record.kind.name
    return said.format(shown=shown, link=link, kind=kind, title=record.title)


def _at(records: Records, target: Target) -> Record:
    return records.by_kind(KIND_BY_PREFIX[target.prefix].name)[target.id]


def _say_unknown(records: Records, names: Names, target: Target) -> str:
    """Say what there is instead: of another kind, a hidden label, or what is spelt nearly so."""
    prefix, colon, _ = target.id.partition(":")
    if colon and target.prefix == CONCEPT.link_prefix:
        choices = SAID["link-kies"].format(kinds=", ".join(sorted(KIND_BY_PREFIX)))
        hint = suggest(prefix, KIND_BY_PREFIX) or choices
        return SAID["geen-linksoort"].format(prefix=prefix, hint=hint)
    kind = KIND_BY_PREFIX[target.prefix].name
    said = SAID["bestaat-niet"].format(kind=kind, name=target.id)
    for other in KIND_BY_PREFIX:
        for found in names.find(Target(other, target.id)):
            record = _at(records, found)
            link = write_link(record, choose_words(record, target.id))
            return said + SAID["bedoel-link"].format(link=link)
    concept = _find_hidden(records, target)
    if concept:
        return said + SAID["wel-zoekterm"].format(link=write_link(concept, target.id))
    near = names.find_near(target)
    return f"{said}{_suggest_near(_at(records, near[0]), near[1])}" if near else said


def _find_hidden(records: Records, target: Target) -> Concept | None:
    if target.prefix != CONCEPT.link_prefix:
        return None
    wanted = fold(target.id)
    return next(
        (c for c in records.concepts.values() if wanted in map(fold, c.hidden_labels)), None
    )


def _suggest_near(record: Record, name: str) -> str:
    """Give the word itself where a concept reads as it, else the whole link to type."""
    words = choose_words(record, name)
    is_word = isinstance(record, Concept) and reads_as(record, words)
    if is_word:
        return MEANT.format(id=words)
    return SAID["bedoel-link"].format(link=write_link(record, words))
