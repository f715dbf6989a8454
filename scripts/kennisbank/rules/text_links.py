"""A [[link]] in a text leads to something that readers can open.

Uitleg: Tussen dubbele haken staat een id van een begrip, of bijvoorbeeld persoon:id of bron:id.
Het record moet bestaan en vastgesteld zijn.
Fout:
    Dit lees je bij [[wekrelatie]].
Goed:
    Dit lees je bij [[werkrelatie]] of bij [[persoon:kristel-driessens]].
"""

from collections.abc import Iterator

from kennisbank.memory import remembered
from kennisbank.model.base import Record
from kennisbank.model.records import Records
from kennisbank.model.text import Target, find_loose_brackets, find_targets, iterate_prose
from kennisbank.problems import Fault, Where, suggest
from kennisbank.vocabulary import KIND_BY_PREFIX

RULES = ("dode-link", "link-naar-ontwerp", "kapotte-link")
_BROKEN = (
    "kapotte-link",
    "dubbele haken zonder paar; schrijf [[id]] of [[id|andere woorden]]",
)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each link to nothing, to a draft, or with loose brackets."""
    for record in records.all():
        for where, offset, target in _iterate_links(record):
            found = _check_target(records, record, target) if target else _BROKEN
            if found:
                rule, message = found
                kind = KIND_BY_PREFIX.get(target.prefix) if target else None
                yield Fault(
                    path=record.path,
                    where=where,
                    rule=rule,
                    message=message,
                    text_offset=offset,
                    about=(kind.name, target.id) if kind and target else None,
                )


@remembered
def _iterate_links(record: Record) -> Iterator[tuple[Where, int, Target | None]]:
    """Give every link with its place; one of brackets without a pair has no target."""
    for where, text in iterate_prose(record):
        if "[[" in text or "]]" in text:
            yield from ((where, offset, target) for target, offset in find_targets(text))
            yield from ((where, offset, None) for offset in find_loose_brackets(text))


def _check_target(records: Records, record: Record, target: Target) -> tuple[str, str] | None:
    kind = KIND_BY_PREFIX.get(target.prefix)
    if kind is None:
        hint = (
            suggest(target.prefix, KIND_BY_PREFIX)
            or f"; kies uit: {', '.join(sorted(KIND_BY_PREFIX))}"
        )
        return "dode-link", f'"{target.prefix}:" is geen soort{hint}'
    if not records.has(kind.name, target.id):
        known = records.by_kind(kind.name)
        return "dode-link", f'{kind.name} "{target.id}" bestaat niet{suggest(target.id, known)}'
    found = records.by_kind(kind.name).get(target.id)
    if found and found.is_draft and not record.is_draft:
        return (
            "link-naar-ontwerp",
            f'{kind.name} "{target.id}" is nog een ontwerp; lezers kunnen er niet heen',
        )
    return None
