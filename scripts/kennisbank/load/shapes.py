"""The content of a drawing: held against the lists, and written anew as markup for a page."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from kennisbank.load.shape_lists import (
    ADVICE,
    ATTRIBUTES,
    ELEMENTS,
    FOREIGN,
    FUNCTIONS,
    REACTION,
    WORDS,
)
from kennisbank.load.svg import SVG_NAMESPACE, Attribute, Refusal, Shape

_XML = "http://www.w3.org/XML/1998/namespace"
_CALL = re.compile(r"([\w-]*)\s*\(")
_REFERENCE = re.compile(r"""url\(\s*(["']?)#([^\s"'()\\]+)\1\s*\)""")
_ID = re.compile(r"[^\s\"'()<>&\\]+")
_ID_LISTS = ("aria-labelledby", "aria-describedby")
_PLAIN = ("id", "class", "lang", "aria-label", "font-family", "space")
"""Attributes with words, in which brackets mean nothing."""


def check_shapes(root: Shape) -> Iterator[Refusal]:
    """Give all that a drawing may not hold, and what it lacks."""
    refusals = list(_check_shape(root, ""))
    yield from refusals
    yield from _check_ids([each for shape in _walk(root) for each in shape.attributes])
    if not refusals:
        yield from _check_whole(root)


def _check_shape(shape: Shape, parent: str) -> Iterator[Refusal]:
    if advice := _judge(shape, parent):
        yield Refusal(shape.place, f'"<{shape.name}>" mag niet in een tekening; {advice}')
        return
    for attribute in shape.attributes:
        if message := _judge_attribute(attribute):
            yield Refusal(attribute.place, message)
    for part in shape.parts:
        if isinstance(part, Shape):
            yield from _check_shape(part, shape.name)
        elif part.strip() and not _has_words(shape):
            said = "woorden buiten <text> zijn niet te zien; zet ze in <text>"
            yield Refusal(shape.place, said)


def _has_words(shape: Shape) -> bool:
    return shape.name in (*WORDS, "text", "tspan")


def _judge(shape: Shape, parent: str) -> str:
    """Say what to do about an element that may not be here, or nothing."""
    if not parent and (shape.namespace, shape.name) != (SVG_NAMESPACE, "svg"):
        return f'het eerste is <svg xmlns="{SVG_NAMESPACE}" viewBox="…">'
    if shape.namespace != SVG_NAMESPACE:
        return ADVICE.get(shape.name, FOREIGN)
    is_nested = shape.name == "svg" and parent
    if shape.name not in ELEMENTS or parent in WORDS or is_nested:
        return ADVICE.get(shape.name, "haal het weg")
    return ""


def _judge_attribute(attribute: Attribute) -> str:
    namespace, name, value, _ = attribute
    is_plain_xml = namespace == _XML and name in ("space", "lang")
    if not is_plain_xml and (namespace or name not in ATTRIBUTES):
        advice = ADVICE.get(name, FOREIGN if namespace else "haal het weg")
        advice = REACTION if name.lower().startswith("on") else advice
        return f'"{name}" mag niet in een tekening; {advice}'
    if name == "role" and value != "img":
        return f'role "{value}" past niet bij een tekening; maak er "img" van'
    if name == "id" and not _ID.fullmatch(value):
        return f'id "{value}" heeft een spatie of een vreemd teken; haal dat weg'
    calls = {call.lower() for call in _CALL.findall(_REFERENCE.sub("", value))}
    if name not in _PLAIN and ("\\" in value or calls - FUNCTIONS):
        said = f'"{name}" met "{value[:60]}" haalt iets van buiten of doet meer dan tekenen'
        return f"{said}; gebruik een kleur, of url(#id) van iets in de tekening"
    return ""


def _check_ids(attributes: list[Attribute]) -> Iterator[Refusal]:
    """Give ids that stand there twice, and what is referred to but not there."""
    known: set[str] = set()
    for attribute in attributes:
        if attribute.name == "id":
            if attribute.value in known:
                said = f'id "{attribute.value}" staat er twee keer; geef elk een eigen id'
                yield Refusal(attribute.place, said)
            known.add(attribute.value)
    for attribute in attributes:
        for asked in _find_asked(attribute):
            if asked not in known:
                said = f'"#{asked}" is er niet; geef iets dat id, of haal dit weg'
                yield Refusal(attribute.place, said)


def _find_asked(attribute: Attribute) -> list[str]:
    if attribute.name in _ID_LISTS:
        return attribute.value.split()
    return [found[2] for found in _REFERENCE.finditer(attribute.value)]


def _check_whole(root: Shape) -> Iterator[Refusal]:
    titles = [part for part in root.parts if isinstance(part, Shape) and part.name == "title"]
    if not any("".join(map(str, title.parts)).strip() for title in titles):
        said = "zet na <svg …> een regel <title>…</title>: een voorleesprogramma leest die voor"
        yield Refusal(root.place, f"de tekening heeft geen titel; {said}")
    if all(attribute.name != "viewBox" for attribute in root.attributes):
        said = (
            'zonder viewBox groeit de tekening niet mee; zet viewBox="0 0 breedte hoogte" in <svg>'
        )
        yield Refusal(root.place, said)


def _walk(shape: Shape) -> Iterator[Shape]:
    yield shape
    for part in shape.parts:
        if isinstance(part, Shape):
            yield from _walk(part)


def render_shapes(shape: Shape, name: str) -> str:
    """Give a drawing without faults as markup on one line, with `name` before its ids.

    A page holds several drawings, and anchors of its own.
    """
    made = "".join(_render_attribute(each, f"{name}-") for each in shape.attributes)
    own = f' xmlns="{SVG_NAMESPACE}"' if shape.name == "svg" else ""
    inner = "".join(
        render_shapes(part, name)
        if isinstance(part, Shape)
        else escape(" ".join(part.splitlines()))
        for part in shape.parts
        if isinstance(part, Shape) or _has_words(shape)
    )
    return f"<{shape.name}{own}{made}>{inner}</{shape.name}>"


def _render_attribute(attribute: Attribute, start: str) -> str:
    def own(identifier: str) -> str:
        return identifier if identifier.startswith(start) else start + identifier

    value = attribute.value
    if attribute.name == "id":
        value = own(value)
    elif attribute.name in _ID_LISTS:
        value = " ".join(map(own, value.split()))
    elif attribute.name not in _PLAIN:
        value = _REFERENCE.sub(lambda found: f"url(#{own(found[2])})", value)
    prefix = "xml:" if attribute.namespace else ""
    return f" {prefix}{attribute.name}={quoteattr(value)}"
