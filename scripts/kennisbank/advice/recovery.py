"""Records that others name and that are not there: where each went, and how it comes back.

What is told at every place that names it is the same, and so is its cause: one line is enough.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kennisbank.load.history import Name, Removed
from kennisbank.model.addresses import AddressBook
from kennisbank.model.base import Record
from kennisbank.model.forms import find_mark, find_slot
from kennisbank.model.lookup import find_called
from kennisbank.model.marks import Names
from kennisbank.model.records import FILE_TYPES, Records
from kennisbank.problems import MEANT, Fault, suggest
from kennisbank.prompt import typed
from kennisbank.vocabulary import (
    CASE,
    CONCEPT,
    EXAMPLE,
    KIND_BY_FOLDER,
    KIND_BY_NAME,
    PERSON,
    ROUTE,
    SOURCE,
    THEME,
    Kind,
)

SMALL_WORDS = ("van", "de", "der", "den", "het", "ten", "ter", "te", "in", "op", "en")
SAID = {
    "bestaat-niet": '{kind} "{name}" bestaat niet',
    "andere-soort": '; "{name}" is een {other}, hier hoort een {kind}',
    "maak-het": "; maak het met: {new}",
    "kies-of-maak": "; kies uit: {ids}; of maak het met: {new}",
    "naam-met-hoofdletter": '; een naam begint met een hoofdletter, bedoel je die: "{title}"?',
}
"""What is said, for the forms of /bewerken/ too."""
_AWAY = {CONCEPT: "merge", **dict.fromkeys((PERSON, SOURCE, EXAMPLE, CASE, ROUTE), "withdraw")}
"""The command that takes a record of this kind away."""
_FOLLOWING = frozenset(("los-begrip", "plaats-zonder-uitspraak"))
"""What cannot be known as long as a record is away."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a record may be that is not there: its file in git, or ids of files gone astray."""

    removed: Mapping[Name, Removed]
    strays: frozenset[str]


def recover(faults: Iterable[Fault], records: Records, found: Whereabouts) -> list[Fault]:
    """Give the faults, with how a record that they name comes back, or what it is called now.

    A file that lies astray has a problem of its own, which says all.
    """
    told: list[Fault] = []
    is_away = False
    for fault in faults:
        if fault.about is None:
            told.append(fault)
        elif fault.about[1] in found.strays and not records.has(*fault.about):
            is_away = True
        else:
            advised = _advise(fault, records, found.removed)
            is_away = is_away or advised.cause is not None
            told.append(advised)
    return [fault for fault in told if not (is_away and fault.rule in _FOLLOWING)]


def _advise(fault: Fault, records: Records, removed: Mapping[Name, Removed]) -> Fault:
    assert fault.about
    kind, name = KIND_BY_NAME[fault.about[0]], fault.about[1]
    if records.has(kind.name, name):
        record = records.by_kind(kind.name).get(name)
        is_draft = record is not None and record.is_draft
        return replace(fault, cause=_tell_draft(record)) if record and is_draft else fault
    lost, address = removed.get((kind.name, name)), kind.address(name)
    is_known_otherwise = fault.rule == "adres-weg" or fault.text_offset is not None
    said = SAID["bestaat-niet"].format(kind=kind.name, name=name)
    if moved := _tell_moved(records.addresses, kind, name):
        return replace(fault, message=f"{said} {moved}")
    if lost or (address in records.addresses.published and fault.rule != "adres-weg"):
        return _tell_lost(fault, records, lost)
    if is_known_otherwise and fault.message != said:
        return fault  # its own rule says what to do
    return replace(fault, message=f"{said}{_guess(records, kind, name, fault)}")


def _tell_draft(draft: Record) -> Fault:
    message = (
        f'{draft.kind.name} "{draft.id}" is nog een ontwerp, maar andere records steunen erop; '
        "maak dit af en haal deze regel weg"
    )
    return draft.fault("rust-op-ontwerp", ("status",), message)


def _guess(records: Records, kind: Kind, name: str, fault: Fault) -> str:
    """Give the end of a message: what was meant, or how to make it."""
    if called := find_called(records, name, kind.name):
        return MEANT.format(id=called.id)
    broken = (other for of_kind, other in records.broken if of_kind == kind.name)
    if near := suggest(name, (*records.by_kind(kind.name), *broken)):
        return near
    if other := next((each for each in records.all() if each.id == name), None):
        return SAID["andere-soort"].format(name=name, other=other.kind.name, kind=kind.name)
    return _tell_how_to_make(records, kind, name, fault)


def _tell_how_to_make(records: Records, kind: Kind, name: str, fault: Fault) -> str:
    title = _make_title(kind, name)
    new = tell_new(kind, title)
    folder = fault.path.split("/")[1]
    slot = find_slot(FILE_TYPES[KIND_BY_FOLDER[folder].name], fault.where)
    names = find_mark(slot, Names) if slot else None
    if names and names.or_words:
        return SAID["naam-met-hoofdletter"].format(title=title)
    said = SAID["kies-of-maak" if kind is THEME else "maak-het"]
    return said.format(ids=", ".join(records.themes), new=new)


def _tell_moved(book: AddressBook, kind: Kind, name: str) -> str:
    """Say what a record is called now when its old address leads on, or that it was withdrawn."""
    target = book.redirects.get(kind.address(name), "")
    if target.startswith(f"{kind.folder}/") and target.endswith("/"):
        return f'meer onder die naam; bedoel je "{target.removeprefix(f"{kind.folder}/")[:-1]}"?'
    is_withdrawn = kind.address(name) in book.withdrawn
    return "meer: het is ingetrokken; haal dit hier weg" if is_withdrawn else ""


def _tell_lost(fault: Fault, records: Records, removed: Removed | None) -> Fault:
    """Say how a record comes back that was there; the place to mend is where it was."""
    assert fault.about
    kind, name = KIND_BY_NAME[fault.about[0]], fault.about[1]
    away = f", en gebruik {typed(_AWAY[kind])} als het weg moest" if kind in _AWAY else ""
    again = find_called(records, removed.title, kind.name) if removed and removed.title else None
    what = f'{kind.name} "{name}" is er niet meer'
    path = f"concepts/{kind.folder}" if kind is CONCEPT else f"concepts/{kind.folder}/{name}.yml"
    if again:
        path = again.path
        advice = (
            f'het lijkt met de hand hernoemd tot "{again.id}": geef het bestand zijn oude naam '
            f"terug en typ: {typed(f'rename {kind.name} {name} {again.id}')}"
        )
    elif removed:
        path = removed.gone
        what = f"{path} is er niet meer"
        source = "" if removed.revision == "HEAD" else f" --source={removed.revision}"
        advice = f"haal het terug met: git restore{source} {path}"
        advice += ", of in GitHub Desktop met Discard changes" if not source else ""
    else:
        advice = "zet het bestand terug"
    message = f"{what}; {advice}{'' if again else away}"
    cause = Fault(path=path, where=(), rule=fault.rule, message=message)
    return replace(fault, message=message, cause=cause)


def tell_new(kind: Kind, title: str) -> str:
    """Give the command that makes a record."""
    theme = " --thema THEMA" if kind is CONCEPT else ""
    return typed(f'new {kind.name} "{title}"{theme}')


def _make_title(kind: Kind, name: str) -> str:
    """Give the name that a record may have, from its id."""
    words = name.split("-")
    if kind is PERSON:
        words = [word if word in SMALL_WORDS else word.capitalize() for word in words]
    return f"{words[0].capitalize()}{''.join(f' {word}' for word in words[1:])}"
