"""The small list from which a lecturer picks a lesson in the browser: routes, cases and
concepts.
"""

import json
from collections.abc import Iterator

from kennisbank.citing import cite_page, write_html
from kennisbank.exports.export import Export
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.base import Record
from kennisbank.model.site import Site
from kennisbank.render import render_plain, shorten

PATH = "data/les.json"


def make(site: Site) -> Iterator[Artifact]:
    """Make the list."""
    yield later(PATH, _make_list, site)


def _make_list(site: Site) -> bytes:
    """Give routes first, then cases, then concepts from A to Z."""
    routes = [_shape(site, r.route, "Leerroute", render_plain(r.goal)) for r in site.routes]
    cases = [_shape(site, c.case, "Casus", shorten(render_plain(c.text))) for c in site.cases]
    concepts = sorted(
        (
            _shape(site, c.concept, c.theme.name, render_plain(c.definition))
            for c in site.concepts.values()
        ),
        key=lambda page: (page["titel"].casefold(), page["id"]),
    )
    data = {"uitgever": site.settings.publisher, "paginas": [*routes, *cases, *concepts]}
    return f"{json.dumps(data, ensure_ascii=False)}\n".encode()


def _shape(site: Site, record: Record, group: str, text: str) -> dict[str, str]:
    address = record.kind.address(record.id)
    day = record.changes[0].day
    return {
        "id": f"{record.kind.name}/{record.id}",
        "titel": record.title,
        "groep": group,
        "tekst": text,
        "adres": site.absolute(address),
        "dag": day.isoformat(),
        "verwijzing": write_html(cite_page(site, record.title, address, day)),
    }


EXPORT = Export(
    make=make,
)
