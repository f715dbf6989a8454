"""No date lies after today.

Uitleg: Een datum die nog moet komen, is een tikfout. Het jaar van de nieuwste wijziging staat in de
verwijzing bij Citeren, en de volgende echte wijziging zou geweigerd worden.
Fout:
    wijzigingen: |
      2062-11-23 Uitleg korter
Goed:
    wijzigingen: |
      2026-11-23 Uitleg korter
"""

from collections.abc import Iterator
from datetime import date, timedelta

from kennisbank.model.base import Record
from kennisbank.model.fields import Change
from kennisbank.model.records import Records
from kennisbank.model.voices import Source
from kennisbank.problems import Fault, Where

RULES = ("datum-in-toekomst",)
SAID = {"datum-in-toekomst": '"{text}" is later dan vandaag ({today}); kijk de datum na'}
_SLACK = timedelta(days=1)
"""It can be tomorrow already where the author is."""


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each date after today; of a source that is to come it stops no build."""
    if records.today is None:
        return
    for record in records.all():
        for where, day in _iterate_days(record):
            if day > records.today + _SLACK:
                yield _fault(record, where, day.isoformat(), records.today)
    for source in records.sources.values():
        if source.date[:4].isdigit() and source.date.rstrip("?~%") > _last(source, records.today):
            yield _fault(source, ("datum",), source.date, records.today)


def _last(source: Source, today: date) -> str:
    """Give the last day that is no future one, as exact as the date of the source is."""
    return (today + _SLACK).isoformat()[: len(source.date.rstrip("?~%"))]


def _iterate_days(record: Record) -> Iterator[tuple[Where, date]]:
    for name, info in type(record).model_fields.items():
        value, alias = getattr(record, name), info.alias or name
        if isinstance(value, date):
            yield (alias,), value
        elif isinstance(value, tuple):
            changes = ((number, each) for number, each in enumerate(value))
            yield from (((alias, n), each.day) for n, each in changes if isinstance(each, Change))


def _fault(record: Record, where: Where, written: str, today: date) -> Fault:
    return record.fault(
        "datum-in-toekomst",
        where,
        SAID["datum-in-toekomst"].format(text=written, today=today.isoformat()),
        level="let op" if where == ("datum",) else "fout",
    )
