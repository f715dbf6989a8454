"""Descriptions as Turtle and as JSON-LD, one at a time.

The statements are laid out here: a library for RDF needs a graph for each file, and would cost more
than all other formats together. Tests read every file with such a library.
"""

import json
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from kennisbank.exports.skos.terms import PREFIXES, TYPE, Description, Value

HEADER = "".join(f"@prefix {prefix}: <{uri}> .\n" for prefix, uri in PREFIXES.items())
CONTEXT = json.dumps(PREFIXES)


def write_turtle(description: Description) -> str:
    """Give the statements about one thing, without prefixes."""
    lines = [
        f"    {_PREDICATES.get(prop, prop)} " + ",\n        ".join(v.turtle for _, v in group)
        for prop, group in groupby(_ordered(description), key=lambda pair: pair[0])
    ]
    return f"\n{description.uri.turtle}\n" + " ;\n".join(lines) + " .\n"


_PREDICATES = {TYPE: "a"}


def _ordered(description: Description) -> Iterable[tuple[str, Value]]:
    """Give the statements with equal properties together, in the order of their first one."""
    grouped: dict[str, list[tuple[str, Value]]] = {}
    for pair in description.statements:
        grouped.setdefault(pair[0], []).append(pair)
    return (pair for pairs in grouped.values() for pair in pairs)


def write_node(description: Description) -> str:
    """Give the statements about one thing as a JSON-LD node."""
    node: dict[str, Any] = {"@id": description.uri.uri}
    for prop, value in description.statements:
        if prop == TYPE:
            node["@type"] = value.json["@id"]
        else:
            node.setdefault(prop, []).append(value.json)
    return json.dumps(node, ensure_ascii=False)


def write_inside_page(description: Description) -> str:
    """Give JSON-LD that may stand inside a script element of a page."""
    node = write_node(description).removeprefix("{")
    text = f'{{"@context": {CONTEXT}, {node}'
    return text.replace("<", "\\u003c").replace("&", "\\u0026")


def write_turtle_file(parts: Iterable[str]) -> bytes:
    """Give a Turtle file."""
    return b"".join(part.encode() for part in (HEADER, *parts))


def write_json_file(nodes: Iterable[str]) -> bytes:
    """Give a JSON-LD file, one thing a line."""
    graph = b",\n".join(node.encode() for node in nodes)
    return b"".join((f'{{"@context": {CONTEXT},\n"@graph": [\n'.encode(), graph, b"\n]}\n"))
