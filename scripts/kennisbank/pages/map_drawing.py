"""The concept map as SVG: concepts are links with a shape and colour by theme, relations are lines.

Without a script it is a picture with links. Links are `xlink:href`; see neighbourhood.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev
from xml.etree.ElementTree import Element, SubElement, tostring

from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.model.teaching import Theme
from kennisbank.pages.map_layout import Places, Spot, lay_out
from kennisbank.vocabulary import CONCEPT

MOST = 1_000
"""With more concepts than this only the core ones are drawn."""
KINDS = ("spanning", "breder", "onderdeel_van", "draagt", "verwant")
SHAPES = ("rond", "ruit", "vierkant", "driehoek", "zeshoek", "plus")
"""Shapes of themes, in the order of the themes; then they start again."""
_PATHS = {
    "rond": "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z",
    "ruit": "M0-9 9 0 0 9-9 0z",
    "vierkant": "M-6.5-6.5h13v13h-13z",
    "driehoek": "M0-8.5 8.5 6.5-8.5 6.5z",
    "zeshoek": "M-8 0-4-7 4-7 8 0 4 7-4 7z",
    "plus": "M-3-8h6v5h5v6h-5v5h-6v-5h-5v-6h5z",
}
_LETTER, _LINE, _LONGEST = 7.6, 16, 17


@dataclass(frozen=True, slots=True)
class Line:
    """A relation, from the concept that it is written of."""

    kind: str
    one: str
    other: str


def choose_concepts(concepts: Iterable[LinkedConcept]) -> tuple[LinkedConcept, ...]:
    """Give the concepts that are drawn: all, or the core ones when there are too many."""
    found = tuple(concepts)
    return found if len(found) <= MOST else tuple(c for c in found if c.concept.size == "kern")


def find_lines(concepts: Sequence[LinkedConcept]) -> tuple[Line, ...]:
    """Give every relation between the given concepts once."""
    ids = {linked.concept.id for linked in concepts}
    found: dict[tuple[str, frozenset[str]], Line] = {}
    for linked in concepts:
        for relation in linked.relations:
            one, other = linked.concept.id, relation.target.id
            if other in ids and relation.kind.name in KINDS:
                key = (relation.kind.name, frozenset((one, other)))
                found.setdefault(key, Line(relation.kind.name, one, other))
    return tuple(found.values())


def shape_of(themes: Sequence[str], theme: str) -> str:
    """Give the shape that stands for a theme."""
    return SHAPES[themes.index(theme) % len(SHAPES)]


def draw_shape(shape: str) -> str:
    """Give the shape alone, for the legend."""
    path = f'<path d="{_PATHS[shape]}"/>'
    return f'<svg class="teken" viewBox="-10 -10 20 20" aria-hidden="true">{path}</svg>'


def draw_map(concepts: Sequence[LinkedConcept], themes: Sequence[str]) -> str:
    """Give the map as an `svg` element."""
    labels = {c.concept.id: _wrap(c.concept.preferred_label) for c in concepts}
    spots = tuple(_spot(linked, labels[linked.concept.id]) for linked in concepts)
    lines = find_lines(concepts)
    middles, width, height = lay_out(spots, tuple((line.one, line.other) for line in lines))
    places = {name: (x, y - _LINE * len(labels[name]) // 2) for name, (x, y) in middles.items()}
    svg = Element(
        "svg",
        {
            "viewBox": f"0 0 {width} {height}",
            "role": "group",
            "aria-label": f"Kaart met {len(concepts)} begrippen",
        },
    )
    names = []
    for theme in themes:
        named = [c for c in concepts if c.theme.id == theme]
        if named:
            svg.append(_draw_region(named, places))
            names.append(_name_region(named[0].theme, svg[-1]))
    group = SubElement(svg, "g", {"class": "lijnen"})
    for line in lines:
        group.append(_draw_line(line, places))
    for linked in concepts:
        shape = shape_of(themes, linked.theme.id)
        svg.append(_draw_concept(linked, shape, labels[linked.concept.id], places))
    svg.extend(names)
    return tostring(svg, encoding="unicode")


def _spot(linked: LinkedConcept, label: list[str]) -> Spot:
    half = max(len(line) for line in label) * _LETTER / 2 + 7
    return Spot(linked.concept.id, linked.theme.id, max(half, 14), 15 + _LINE * len(label) / 2)


def _draw_region(concepts: Sequence[LinkedConcept], places: Places) -> Element:
    """Draw where the concepts of a theme stand."""
    theme = concepts[0].theme
    region = Element("g", {"class": "streek", "data-thema": theme.id, "aria-hidden": "true"})
    middle, reach = [], []
    for axis in (0, 1):
        at = [places[linked.concept.id][axis] for linked in concepts]
        middle.append(round(fmean(at)))
        reach.append(round(1.5 * pstdev(at)) + 60)
    (x, y), (rx, ry) = middle, reach
    SubElement(region, "ellipse", {"cx": str(x), "cy": str(y), "rx": str(rx), "ry": str(ry)})
    return region


def _name_region(theme: Theme, region: Element) -> Element:
    """Draw the name of a theme over all else: what is read from afar."""
    ellipse = region[0]
    name = Element("text", {"class": "streeknaam", "data-thema": theme.id, "aria-hidden": "true"})
    name.attrib |= {"x": ellipse.attrib["cx"], "y": ellipse.attrib["cy"]}
    name.text = theme.name
    return name


def _draw_line(line: Line, places: Places) -> Element:
    (x1, y1), (x2, y2) = places[line.one], places[line.other]
    return Element(
        "path",
        {
            "class": line.kind,
            "d": f"M{x1} {y1} {x2} {y2}",
            "data-van": line.one,
            "data-naar": line.other,
        },
    )


def _draw_concept(linked: LinkedConcept, shape: str, label: list[str], places: Places) -> Element:
    """Draw a link with its shape, and its name below it."""
    concept = linked.concept
    x, y = places[concept.id]
    link = Element(
        "a",
        {
            "xlink:href": f"../{CONCEPT.address(concept.id)}",
            "class": concept.size,
            "data-thema": linked.theme.id,
            "data-id": concept.id,
            "transform": f"translate({x} {y})",
        },
    )
    half = max(len(line) for line in label) * _LETTER / 2
    area = {"class": "raak", "x": f"{-half:g}", "y": "-13", "width": f"{2 * half:g}"}
    SubElement(link, "rect", area | {"height": f"{28 + _LINE * len(label):g}"})
    SubElement(link, "path", {"d": _PATHS[shape]})
    text = SubElement(link, "text", {"y": "1.65em"})
    for number, part in enumerate(_with_spaces(label)):
        span = SubElement(text, "tspan", {"x": "0"} | ({"dy": "1.1em"} if number else {}))
        span.text = part
    return link


def _with_spaces(label: list[str]) -> Iterator[str]:
    yield from (f"{part} " for part in label[:-1])
    yield label[-1]


def _wrap(label: str) -> list[str]:
    lines: list[str] = []
    for word in label.split():
        if lines and len(lines[-1]) + 1 + len(word) <= _LONGEST:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
