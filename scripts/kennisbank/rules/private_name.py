"""Who is private is named in her own story, nowhere else.

Uitleg: Iemand met "zichtbaarheid: beperkt" staat met haar naam alleen op de pagina's van wat zij
zelf vertelde: haar bron, een voorbeeld, een begrip met een uitspraak van haar. Noemt een andere
tekst haar, dan laat de site die alinea weg. Waar dat niet kan, zoals in een titel of een definitie,
is het een fout. Herschrijf de zin: "een cliënt", "een ervaringsdeskundige". Is het een gewoon woord
en geen naam, begin de zin dan met een ander woord.
Fout:
    kernvraag: |
      Wat leerde mevrouw Jansen van de rivier?
Goed:
    kernvraag: |
      Wat leerde een schipper van de rivier?
"""

from collections.abc import Iterator

from kennisbank.model.base import Record
from kennisbank.model.hiding import Exposure
from kennisbank.model.marks import Sort
from kennisbank.model.privacy import find_privacy
from kennisbank.model.records import Records
from kennisbank.model.voices import Person
from kennisbank.problems import Fault
from kennisbank.prompt import typed

RULES = ("besloten-naam",)


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each name in what cannot stay away, a warning for one in what does."""
    privacy = find_privacy(records)
    for exposed in privacy.exposed:
        for exposure in exposed.exposures:
            if exposure.is_fatal or exposure.sort is not None:
                yield _fault(exposed.record.path, exposure)
    for record in records.all():
        is_own = isinstance(record, Person) and record.is_private
        if not is_own and privacy.names.find_in_address(record.id):
            yield _warn_of_id(record)


def _fault(path: str, exposure: Exposure) -> Fault:
    name = f'"{exposure.words}"'
    if not exposure.where:
        message = f"de tekening noemt {name}, en die blijft besloten; teken haar zonder die naam"
    elif exposure.sort is None:
        message = f"{name} blijft besloten, en dit kan niet wegblijven; noem iemand anders"
    elif exposure.is_fatal:
        message = f"hier staat {name}, en die blijft besloten; schrijf dit zonder die naam"
    else:
        message = (
            f"hier staat {name}, en die blijft besloten: dit stuk komt niet op de site; "
            "schrijf het zonder die naam"
        )
    return Fault(
        path=path,
        where=exposure.where,
        text_offset=exposure.offset if exposure.sort is Sort.PROSE else None,
        rule="besloten-naam",
        message=message,
        level="fout" if exposure.is_fatal else "let op",
    )


def _warn_of_id(record: Record) -> Fault:
    message = (
        f'het id "{record.id}" noemt iemand die besloten blijft, en staat in elk adres; geef het '
        f"een ander id: {typed('rename')} {record.kind.name} {record.id} nieuw-id"
    )
    return record.fault("besloten-naam", (), message, level="let op")
