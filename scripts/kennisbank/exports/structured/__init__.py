"""Open data as JSON: the whole, each concept, and the schema of both."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from kennisbank.exports.address import find_last_day
from kennisbank.exports.export import Export, Format
from kennisbank.exports.structured import whole
from kennisbank.exports.structured.concept import shape_concept
from kennisbank.exports.structured.shapes import VERSION, EenBegrip, Kennisbank
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import Site

CONCEPT_SCHEMA = f"data/schema/{VERSION}/begrip.schema.json"
WHOLE_SCHEMA = f"data/schema/{VERSION}/kennisbank.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLACEHOLDER = '"begrippen": []'


def make(site: Site) -> Iterator[Artifact]:
    """Make a file for each concept, one of everything, and the two schemas."""
    write = cache(lambda name: _serialize(shape_concept(site, site.concepts[name])))

    def make_one(concept_id: str) -> bytes:
        head = {"schema": site.absolute(CONCEPT_SCHEMA), "licentie": site.settings.licence_url}
        return f'{_serialize(head)[:-1]}, "begrip": {write(concept_id)}}}\n'.encode()

    def make_whole() -> bytes:
        start, end = _serialize(_shape_frame(site)).split(_PLACEHOLDER, 1)
        concepts = b",\n".join(write(name).encode() for name in site.concepts)
        head = f'{start}"begrippen": [\n'.encode()
        return b"".join((head, concepts, f"\n]{end}\n".encode()))

    for concept_id in site.concepts:
        yield later(f"data/begrippen/{concept_id}.json", make_one, concept_id)
    yield later("data/kennisbank.json", make_whole)
    for path, shape in ((CONCEPT_SCHEMA, EenBegrip), (WHOLE_SCHEMA, Kennisbank)):
        yield later(path, _write_schema, site.absolute(path), shape)


def _shape_frame(site: Site) -> Kennisbank:
    """Give the whole without its concepts, which are written already."""
    settings = site.settings
    return {
        "schema": site.absolute(WHOLE_SCHEMA),
        "titel": settings.name,
        "uitgever": settings.publisher,
        "licentie": settings.licence_url,
        "adres": site.site_url,
        "bijgewerkt": find_last_day(site).isoformat(),
        "begrippen": [],
        "themas": [whole.shape_theme(site, theme) for theme in site.themes],
        "personen": [whole.shape_person(site, person) for person in site.people],
        "bronnen": [whole.shape_source(site, source) for source in site.sources],
        "voorbeelden": [whole.shape_example(site, example) for example in site.examples],
        "casussen": [whole.shape_case(site, case) for case in site.cases],
        "leerroutes": [whole.shape_route(site, route) for route in site.routes],
    }


def _write_schema(address: str, shape: Any) -> bytes:
    schema = {"$schema": _DIALECT, "$id": address, **TypeAdapter(shape).json_schema()}
    return f"{json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True)}\n".encode()


def _serialize(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


FORMAT = Format(
    id="json",
    name="JSON",
    use="Alles wat openbaar is, voor een eigen programma. Elk begrip heeft ook een eigen "
    "bestand: data/begrippen/<id>.json.",
    pattern="data/kennisbank.json data/schema/1/kennisbank.schema.json",
    steps=(
        "Haal het bestand op; het schema zegt wat erin staat.",
        "Controleer het veld met de versie van het schema.",
        "Noem de kennisbank en de licentie bij wat je ermee maakt.",
    ),
)
EXPORT = Export(
    make=make,
    formats=(FORMAT,),
)
