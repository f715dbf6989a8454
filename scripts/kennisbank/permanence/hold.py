"""What a build makes, held against all that was ever promised."""

from collections.abc import Collection, Iterable, Iterator

from kennisbank.load.editions import check_last_edition
from kennisbank.model.records import Records
from kennisbank.model.site import Site
from kennisbank.permanence.check import check_addresses, check_current_edition
from kennisbank.permanence.made import Made
from kennisbank.problems import Fault
from kennisbank.rules.base import Edge, iterate_edges
from kennisbank.vocabulary import TENSION, tension_id

EQUAL = "gelijk-adres"


def hold(records: Records, site: Site, made: Made, own: Collection[str]) -> Iterator[Fault]:
    """Give a fault for what was promised and is not there; `own` are pages that people write."""
    path, current = site.settings.path, site.settings.edition
    yield from check_current_edition(site.settings, (edition.name for edition in site.editions))
    yield from check_last_edition(site.editions, path, current)
    yield from _check_equal(records, made, own)
    yield from check_addresses(records, made)


def _check_equal(records: Records, made: Made, hand_written: Iterable[str]) -> Iterator[Fault]:
    """Give a fault for tensions with the same id, and for hand-written pages at a made address.

    Some hosts and disks make no difference of capitals.
    """
    yield from _check_tensions(records)
    taken = {address.casefold() for address, page in made.items() if page is not None}
    for address in hand_written:
        if address.casefold() in taken:
            path = f"docs/{address.rstrip('/')}.md"
            message = (
                f'het adres "{address}" maakt de kennisbank zelf; geef dit bestand een andere naam'
            )
            yield Fault(path=path, where=(), rule=EQUAL, message=message)


def _check_tensions(records: Records) -> Iterator[Fault]:
    known: dict[str, Edge] = {}
    for edge in iterate_edges(records):
        if edge.kind != TENSION:
            continue
        first = known.setdefault(tension_id(edge.concept.id, edge.target), edge)
        if {first.concept.id, first.target} != {edge.concept.id, edge.target}:
            message = (
                f'de spanning tussen "{edge.concept.id}" en "{edge.target}" krijgt hetzelfde adres '
                f'als die tussen "{first.concept.id}" en "{first.target}"; kies een andere soort '
                "relatie, of geef een van de vier begrippen een andere naam met de opdracht rename"
            )
            yield edge.fault(EQUAL, message)
