"""A diagram that readers see has its drawing.

Uitleg: De tekening zelf staat in docs/assets/diagrammen, met hetzelfde id als het record en .svg
erachter. Zonder tekening zien lezers een leeg vak.
Fout:
    concepts/diagrammen/niveaus.yml zonder docs/assets/diagrammen/niveaus.svg
Goed:
    concepts/diagrammen/niveaus.yml met docs/assets/diagrammen/niveaus.svg
"""

from collections.abc import Iterator

from kennisbank.model.records import Records
from kennisbank.problems import Fault

RULES = ("tekening-ontbreekt",)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each diagram without a drawing, unless it is a draft."""
    for diagram in records.diagrams.values():
        if not (diagram.drawing or diagram.is_draft):
            file = f"docs/assets/diagrammen/{diagram.id}.svg"
            message = f'de tekening "{file}" ontbreekt; zet haar daar, of maak dit een ontwerp'
            yield diagram.fault("tekening-ontbreekt", ("titel",), message, at_key=True)
