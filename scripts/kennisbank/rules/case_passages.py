"""Every passage of a case leads to a concept that has an answer, and every answer has a passage.

Uitleg: In het verhaal van een casus zegt [[begrip|de passage]] welk begrip je daar ziet. Bij
"antwoorden" staat voor elk van die begrippen waarom. Zo vindt een lezer bij elke passage de uitleg,
en bij elke uitleg de passage.
Fout:
    tekst: |
      De boot lag er al. [[boot|‘Stap maar in.’]]
    antwoorden:
      rivier: |
        Het water draagt hen.
Goed:
    tekst: |
      De boot lag er al. [[boot|‘Stap maar in.’]]
    antwoorden:
      boot: |
        Zij krijgen een plek aan boord.
"""

from collections.abc import Iterator

from kennisbank.model.lesson import Case
from kennisbank.model.links import find_links
from kennisbank.model.names import Names, names_of
from kennisbank.model.records import Records
from kennisbank.problems import Fault
from kennisbank.vocabulary import CONCEPT

RULES = ("passage-zonder-antwoord", "antwoord-zonder-passage", "passage-zonder-begrip")


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each passage without an answer, and each answer without a passage."""
    names = names_of(records)
    for case in records.cases.values():
        is_whole = all(name in records.concepts for name in case.answers)
        yield from _check_passages(case, names, is_whole)
        seen = _find_seen(case, names)
        for name in case.answers:
            if name not in seen and name in records.concepts and not case.is_draft:
                yield case.fault(
                    "antwoord-zonder-passage",
                    ("antwoorden", name),
                    f'geen passage leidt naar "{name}"; schrijf [[{name}|de passage]] '
                    'in "tekst", of haal dit antwoord weg',
                    at_key=True,
                    level="let op",
                )


def _check_passages(case: Case, names: Names, is_whole: bool) -> Iterator[Fault]:
    """An answer to a concept that is not there may be the one that a passage misses."""
    for link in find_links(case.text):
        rule, message = "", ""
        found = names.find(link.target)
        if link.target.prefix != CONCEPT.link_prefix:
            rule = "passage-zonder-begrip"
            message = "in een verhaal leidt een passage naar een begrip; haal deze link weg"
        elif is_whole and len(found) == 1 and found[0].id not in case.answers:
            rule = "passage-zonder-antwoord"
            message = f'zet "{found[0].id}" bij "antwoorden", met waarom je het hier ziet'
        if rule:
            yield case.fault(rule, ("tekst",), message, text_offset=link.offset)


def _find_seen(case: Case, names: Names) -> set[str]:
    return {target.id for link in find_links(case.text) for target in names.find(link.target)}
