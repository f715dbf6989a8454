"""What readers see does not need a record that they cannot see yet.

Uitleg: Een begrip staat in een thema, en een tekening komt uit bronnen. Is zo’n thema of bron nog
een ontwerp, dan ontbreekt er iets op de pagina. Maak eerst dat thema of die bron af.
Fout:
    concepts/begrippen/macht/macht.yml, terwijl concepts/themas/macht.yml "status: ontwerp" heeft
Goed:
    concepts/themas/macht.yml zonder "status: ontwerp"
"""

from collections.abc import Iterator

from kennisbank.model.base import Record
from kennisbank.model.records import Records
from kennisbank.problems import Fault, Where

RULES = ("rust-op-ontwerp",)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each concept in a draft theme, and for each draft source of a diagram."""
    for record, where, needed in _find_needed(records):
        if needed and needed.is_draft and not record.is_draft:
            message = (
                f'{needed.kind.name} "{needed.id}" is nog een ontwerp; haal daar "status" weg, '
                "of maak dit ook een ontwerp"
            )
            yield Fault(path=record.path, where=where, rule="rust-op-ontwerp", message=message)


def _find_needed(records: Records) -> Iterator[tuple[Record, Where, Record | None]]:
    """Give each record, where it names what it cannot do without, and that."""
    for concept in records.concepts.values():
        yield concept, (), records.themes.get(concept.theme)
    for diagram in records.diagrams.values():
        for index, name in enumerate(diagram.sources):
            yield diagram, ("bronnen", index), records.sources.get(name)
