"""Addresses of files and the stable identifiers that other systems keep."""

from datetime import date

from kennisbank.model.site import Site
from kennisbank.vocabulary import IDENTIFIER, Kind

DATA = "data"


def make_uri(site: Site, kind: Kind, record_id: str) -> str:
    """Give the stable identifier of a record, which outlives its page's address."""
    first = site.addresses.first_id(kind.name, record_id)
    return site.absolute(f"{IDENTIFIER}/{kind.name}/{first}")


def make_scheme_uri(site: Site) -> str:
    """Give the stable identifier of the concept scheme."""
    return site.absolute("id/kader/kennisbank")


def find_last_day(site: Site) -> date:
    """Give the day of the last change of a concept, theme, source, example or route."""
    return max(day for day in _days(site))


def _days(site: Site) -> list[date]:
    records = [
        *(linked.concept for linked in site.concepts.values()),
        *(linked.theme for linked in site.themes),
        *(linked.source for linked in site.sources),
        *(linked.example for linked in site.examples),
        *(linked.case for linked in site.cases),
        *(linked.route for linked in site.routes),
    ]
    return [record.changes[0].day for record in records] or [date(1970, 1, 1)]
