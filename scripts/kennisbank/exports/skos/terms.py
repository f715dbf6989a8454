"""The names that linked data is written in, and one described thing as a value.

Profile: NL-SBB (skos-ap-nl) on SKOS, with ISO 25964 for the kinds of hierarchy.
"""

from typing import NamedTuple

from rdflib import Literal, URIRef
from rdflib.namespace import XSD

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "isothes": "http://purl.org/iso25964/skos-thes#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vann": "http://purl.org/vocab/vann/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
TYPE = "rdf:type"
STATUS = "http://purl.org/adms/status/"

Value = Literal | URIRef


class Description(NamedTuple):
    """A thing and what is said of it: prefixed property and value, in the order of writing."""

    uri: URIRef
    statements: tuple[tuple[str, Value], ...]


def dutch(text: str) -> Literal:
    """Give a text in Dutch."""
    return Literal(text, lang="nl")


def day(iso: str) -> Literal:
    """Give a day."""
    return Literal(iso, datatype=XSD.date, normalize=False)


def name(prefixed: str) -> URIRef:
    """Give the whole URI of a prefixed name."""
    prefix, _, local = prefixed.partition(":")
    return URIRef(PREFIXES[prefix] + local)
