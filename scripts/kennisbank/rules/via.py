"""Whoever does not speak in a source is known through someone who does.

Uitleg: Staat "wie" niet bij de sprekers van de bron, dan weten we het via iemand anders: vul
"via" in. Is "wie" zelf aan het woord, dan hoort "via" er niet.
Fout:
    - wie: een-wijsgeer
      bron: lexicon-relationeel-sociaal-werk
Goed:
    - wie: een-wijsgeer
      via: kirsten-vuurvlieg
      bron: lexicon-relationeel-sociaal-werk
"""

from collections.abc import Iterator

from kennisbank.model.concept import Claim
from kennisbank.model.records import Records
from kennisbank.model.spoken import Spoken, iterate_spoken
from kennisbank.problems import Fault, Where

RULES = ("via-ontbreekt", "via-overbodig", "via-spreekt-niet", "uitleg-zonder-via")

SAID = {
    "via-ontbreekt": '"{who}" staat niet bij de sprekers van "{source}"; {through}',
    "via-vul-in": "vul in via wie we het weten: {speakers}",
    "via-geen-sprekers": 'zet bij die bron eerst "sprekers": wie daar zelf aan het woord zijn',
    "via-overbodig": '"{who}" spreekt zelf in "{source}"; haal "via" weg',
    "via-spreekt-niet": '"{via}" spreekt niet in "{source}"; kies uit: {speakers}',
    "uitleg-zonder-via": 'vorm "uitleg" heeft "via" nodig: wie legt het uit?',
}


def check(records: Records) -> Iterator[Fault]:
    """Give a fault for each missing, needless or impossible `via`."""
    for record in records.all():
        for where, part in iterate_spoken(record):
            yield from _check_part(records, part, record.path, where)
            if isinstance(part, Claim) and part.form == "uitleg" and not part.via:
                yield record.fault("uitleg-zonder-via", (*where, "vorm"), SAID["uitleg-zonder-via"])


def _check_part(records: Records, part: Spoken, path: str, where: Where) -> Iterator[Fault]:
    source = records.sources.get(part.source)
    if source is None:
        return
    if not all(records.has("persoon", name) for name in part.who):
        return
    silent = [name for name in part.who if name not in source.speakers]
    speakers = ", ".join(source.speakers)
    if silent and not part.via:
        through = SAID["via-vul-in" if speakers else "via-geen-sprekers"].format(speakers=speakers)
        message = SAID["via-ontbreekt"].format(who=silent[0], source=source.id, through=through)
        yield Fault(path=path, where=(*where, "wie"), rule="via-ontbreekt", message=message)
    elif part.via and not silent:
        message = SAID["via-overbodig"].format(who=part.who[0], source=source.id)
        yield Fault(path=path, where=(*where, "via"), rule="via-overbodig", message=message)
    elif part.via and part.via not in source.speakers:
        message = SAID["via-spreekt-niet"].format(via=part.via, source=source.id, speakers=speakers)
        yield Fault(path=path, where=(*where, "via"), rule="via-spreekt-niet", message=message)
