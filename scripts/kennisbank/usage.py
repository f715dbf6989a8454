"""Where a record is used: every field, text and route that names it."""

from collections.abc import Iterator
from pathlib import Path

from kennisbank.load.places import place_faults
from kennisbank.model.names import names_of
from kennisbank.model.records import Records
from kennisbank.model.references import iterate_all_references
from kennisbank.problems import Fault, Problem, sort_problems


def find_usage(root: Path, records: Records, record_id: str) -> tuple[Problem, ...]:
    """Give a line for each place that names `record_id`, with its file, line and column."""
    return sort_problems(place_faults(root, _iterate_usage(records, record_id)))


def _iterate_usage(records: Records, record_id: str) -> Iterator[Fault]:
    names = names_of(records)
    for record in records.all():
        for reference in iterate_all_references(record):
            if names.lead(reference) == record_id:
                field = next((str(step) for step in reference.where if step), "map")
                yield record.fault(
                    "gebruik",
                    reference.where,
                    f'{record.kind.name} "{record.id}" noemt dit bij "{field}"',
                    at_key=reference.at_key,
                    text_offset=reference.offset,
                    level="let op",
                )
