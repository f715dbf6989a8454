"""The small picture of a concept's neighbourhood: SVG with real links, no script.

The concept stands in the middle, up to eight neighbours on an oval around it, in the order of
the concept's relations (tensions first). Places depend on their number alone, so that the same
records give the same picture. Links are `xlink:href`: in raw HTML one renderer rewrites `href` as
if it stood in Markdown, the other leaves it. Units are those of the drawing, `_WIDTH` by `_HEIGHT`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from xml.etree.ElementTree import Element, SubElement, tostring

from kennisbank.model.concept import Concept
from kennisbank.model.linked_concept import LinkedConcept, LinkedRelation
from kennisbank.vocabulary import CONCEPT, TENSION

_MOST = 8
_WIDTH, _HEIGHT = 240, 264
_MIDDLE, _CENTRE = _WIDTH / 2, _HEIGHT / 2
_RADIUS_X, _RADIUS_Y = 74, 90
_LETTER = 6.2
"""Mean width of a letter at the size of the labels."""
_LONGEST = 19
_LINE = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class _Node:
    relation: LinkedRelation
    x: float
    y: float

    @property
    def concept(self) -> Concept:
        return self.relation.target


def draw_neighbourhood(linked: LinkedConcept, concepts: Mapping[str, LinkedConcept]) -> str:
    """Give the picture as an `svg` element, or an empty string for a concept without relations."""
    nodes = _place(linked)
    if not nodes:
        return ""
    names = ", ".join(node.concept.preferred_label for node in nodes)
    svg = Element(
        "svg",
        {
            "viewBox": f"0 0 {_WIDTH} {_HEIGHT}",
            "role": "group",
            "aria-label": f"Rond {linked.concept.preferred_label}: {names}",
        },
    )
    _draw_lines(svg, nodes, concepts)
    lowest = _draw_centre(svg, linked.concept)
    for node in nodes:
        _draw_node(svg, node, lowest)
    return tostring(svg, encoding="unicode")


def _place(linked: LinkedConcept) -> tuple[_Node, ...]:
    chosen = {relation.target.id: relation for relation in reversed(linked.relations)}
    first = [r for r in linked.relations if chosen.get(r.target.id) is r][:_MOST]
    step = 2 * pi / max(len(first), 1)
    start = -pi / 2 + (step / 2 if len(first) % 2 == 0 else 0)
    return tuple(
        _Node(
            relation=relation,
            x=round(_MIDDLE + _RADIUS_X * cos(start + index * step), 1),
            y=round(_CENTRE + _RADIUS_Y * sin(start + index * step), 1),
        )
        for index, relation in enumerate(first)
    )


def _draw_lines(
    svg: Element, nodes: tuple[_Node, ...], concepts: Mapping[str, LinkedConcept]
) -> None:
    for one, other, is_tension in _find_pairs(nodes, concepts):
        _draw_line(svg, (one.x, one.y), (other.x, other.y), "ver spant" if is_tension else "ver")
    for node in nodes:
        kind = "spant" if node.relation.kind.name == TENSION else "band"
        _draw_line(svg, (_MIDDLE, _CENTRE), (node.x, node.y), kind)


def _find_pairs(
    nodes: tuple[_Node, ...], concepts: Mapping[str, LinkedConcept]
) -> Iterator[tuple[_Node, _Node, bool]]:
    """Give the neighbours that are related to each other, each pair once."""
    by_id = {node.concept.id: node for node in nodes}
    for node in nodes:
        for relation in concepts[node.concept.id].relations:
            other = by_id.get(relation.target.id)
            if other and node.concept.id < other.concept.id:
                yield node, other, relation.kind.name == TENSION


def _draw_line(
    svg: Element, start: tuple[float, float], end: tuple[float, float], style: str
) -> None:
    path = f"M{start[0]:g} {start[1]:g} {end[0]:g} {end[1]:g}"
    SubElement(svg, "path", {"class": style, "d": path})


def _draw_centre(svg: Element, concept: Concept) -> float:
    """Draw the concept itself; give its lower edge."""
    lines = _wrap(concept.preferred_label)
    width = max(44, *(len(line) * (_LETTER + 0.5) + 22 for line in lines))
    height = 20 + _LINE * len(lines)
    SubElement(
        svg,
        "rect",
        {
            "class": "midden",
            "x": f"{_MIDDLE - width / 2:g}",
            "y": f"{_CENTRE - height / 2:g}",
            "width": f"{width:g}",
            "height": f"{height:g}",
            "rx": f"{min(height, width) / 2:g}",
        },
    )
    group = SubElement(svg, "g", {"class": "midden-naam"})
    _write(group, lines, _MIDDLE, _CENTRE - (len(lines) - 1) * _LINE / 2 + 4)
    return _CENTRE + height / 2


def _draw_node(svg: Element, node: _Node, lowest: float) -> None:
    """Draw a neighbour as a link: a dot, and its name above or below it and below `lowest`."""
    concept = node.concept
    lines = _wrap(concept.preferred_label)
    width = min(max(len(line) for line in lines) * _LETTER, _MIDDLE - 6)
    room = width / 2 + 3
    x = min(max(node.x, room), _WIDTH - room)
    if abs(node.x - _MIDDLE) > 1:
        x = min(x, _MIDDLE - room) if node.x < _MIDDLE else max(x, _MIDDLE + room)
    above, below = node.y - 12 - (len(lines) - 1) * _LINE, max(node.y + 20, lowest + 12)
    top = above if node.y < _CENTRE - 1 else below
    link = SubElement(
        svg,
        "a",
        {"xlink:href": f"../../{CONCEPT.address(concept.id)}", "data-thema": concept.theme},
    )
    left, right = min(x - width / 2, node.x - 12), max(x + width / 2, node.x + 12)
    area = {
        "class": "raak",
        "x": f"{left:g}",
        "y": f"{min(top - 11, node.y - 12):g}",
        "width": f"{right - left:g}",
        "height": f"{max(22 + _LINE * len(lines), top + _LINE * len(lines) - node.y):g}",
    }
    SubElement(link, "rect", area)
    SubElement(link, "circle", {"cx": f"{node.x:g}", "cy": f"{node.y:g}", "r": "7"})
    _write(link, lines, x, top)


def _write(parent: Element, lines: list[str], x: float, y: float) -> None:
    text = SubElement(parent, "text", {"x": f"{x:g}", "y": f"{y:g}"})
    for number, line in enumerate(lines):
        span = SubElement(text, "tspan", {"x": f"{x:g}"} | ({"dy": str(_LINE)} if number else {}))
        if len(line) * _LETTER > _MIDDLE - 6:
            span.set("class", "lang")
        span.text = line if number == len(lines) - 1 else f"{line} "


def _wrap(label: str) -> list[str]:
    """Break a label into lines of at most `_LONGEST` letters, where it has spaces or hyphens."""
    lines = [""]
    for word in label.replace("-", "- ").split():
        glue = "" if not lines[-1] or lines[-1].endswith("-") else " "
        if lines[-1] and len(lines[-1]) + len(glue) + len(word) > _LONGEST:
            lines.append(word)
        else:
            lines[-1] += glue + word
    return lines
