"""The names that linked data is written in, and one described thing as a value.

Profile: NL-SBB (skos-ap-nl) on SKOS, with ISO 25964 for the kinds of hierarchy.
"""

from typing import NamedTuple

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
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\r": "\\r"})


class Uri(NamedTuple):
    """A thing, by its whole address."""

    uri: str

    @property
    def turtle(self) -> str:
        """Give it as Turtle writes it."""
        return f"<{self.uri}>"

    @property
    def json(self) -> dict[str, str]:
        """Give it as JSON-LD writes it."""
        return {"@id": self.uri}


class Literal(NamedTuple):
    """A text, with its language or, for what is no text, its datatype from XSD."""

    text: str
    language: str = ""
    datatype: str = ""

    @property
    def turtle(self) -> str:
        """Give it as Turtle writes it; a text of more lines stays so."""
        quotes = '"""' if "\n" in self.text else '"'
        suffix = f"^^<{PREFIXES['xsd']}{self.datatype}>" if self.datatype else ""
        suffix = f"@{self.language}" if self.language else suffix
        return f"{quotes}{self.text.translate(_ESCAPED)}{quotes}{suffix}"

    @property
    def json(self) -> dict[str, str]:
        """Give it as JSON-LD writes it."""
        if self.language:
            return {"@value": self.text, "@language": self.language}
        if self.datatype:
            return {"@value": self.text, "@type": PREFIXES["xsd"] + self.datatype}
        return {"@value": self.text}


Value = Literal | Uri


class Description(NamedTuple):
    """A thing and what is said of it: prefixed property and value, in the order of writing."""

    uri: Uri
    statements: tuple[tuple[str, Value], ...]


def dutch(text: str) -> Literal:
    """Give a text in Dutch."""
    return Literal(text, language="nl")


def day(iso: str) -> Literal:
    """Give a day."""
    return Literal(iso, datatype="date")


def name(prefixed: str) -> Uri:
    """Give the whole URI of a prefixed name."""
    prefix, _, local = prefixed.partition(":")
    return Uri(PREFIXES[prefix] + local)
