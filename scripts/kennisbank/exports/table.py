"""All concepts as a table that opens right in a Dutch Excel and in LibreOffice.

UTF-8 with a mark, semicolons, CRLF: what both read without asking.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from kennisbank.exports.address import make_uri
from kennisbank.exports.export import Export, Format
from kennisbank.hypertext import render_paragraphs
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.model.site import Site
from kennisbank.origin import write_origin
from kennisbank.render import render_plain
from kennisbank.vocabulary import CONCEPT

COLUMNS = (
    "id",
    "thema",
    "voorkeursterm",
    "alternatieve termen",
    "engels",
    "omvang",
    "definitie",
    "definitie van",
    "in het kort",
    "toelichting",
    "wie",
    "bronnen",
    "bijgewerkt",
    "adres",
    "uri",
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def make(site: Site) -> Iterator[Artifact]:
    """Make the one table."""
    yield later("data/begrippen.csv", _make_table, site)


def _make_table(site: Site) -> bytes:
    output = StringIO()
    writer = csv.writer(output, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for linked in site.concepts.values():
        writer.writerow(_disarm(cell) for cell in _make_row(site, linked))
    return output.getvalue().encode("utf-8-sig")


def _make_row(site: Site, linked: LinkedConcept) -> tuple[str, ...]:
    concept = linked.concept
    speakers = {person.name: None for claim in linked.claims for person in claim.speakers}
    sources = {claim.source.name: None for claim in linked.claims}
    return (
        concept.id,
        linked.theme.name,
        concept.preferred_label,
        " | ".join(concept.alternative_labels),
        concept.english_label or "",
        concept.size,
        render_plain(linked.definition),
        write_origin(linked.origin),
        render_plain(linked.short),
        render_paragraphs(linked.elaboration),
        " | ".join(speakers),
        " | ".join(sources),
        concept.changes[0].day.isoformat(),
        site.absolute(CONCEPT.address(concept.id)),
        make_uri(site, CONCEPT, concept.id),
    )


def _disarm(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


TABLE = Format(
    id="tabel",
    name="Tabel (CSV)",
    use="Alle begrippen in een tabel, voor Excel of LibreOffice.",
    pattern="data/begrippen.csv",
    steps=(
        "Download het bestand.",
        "Dubbelklik erop: het opent met de goede letters en kolommen.",
        "Filter of sorteer, bijvoorbeeld op thema.",
    ),
)
EXPORT = Export(
    make=make,
    formats=(TABLE,),
)
