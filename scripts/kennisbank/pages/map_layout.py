"""Where each concept stands on the map: computed once, the same at every build.

Concepts start in the corner of their theme; Fruchterman and Reingold's forces (igraph) bring
related ones together, with an unseen hub that keeps a theme in one place. Then names that would
lie over each other are moved apart, as little as needed. Units are those of the drawing.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, pi, sin, sqrt

ROOM = 15_500
"""Area for a concept and its name."""
SHAPE = 1.5
"""Width over height."""
MARGIN_X, MARGIN_Y = 90, 40
_ROUNDS = 400
_APART = 120
_HUB, _NEAR, _FAR = 1.6, 1.0, 0.35
"""How strongly a theme's hub, a relation inside a theme and one between themes pull."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A concept to be placed, with half the width and height of its dot and name together."""

    id: str
    theme: str
    half_width: float
    half_height: float


Edge = tuple[str, str]
Places = dict[str, tuple[int, int]]


@cache
def lay_out(spots: tuple[Spot, ...], edges: tuple[Edge, ...]) -> tuple[Places, int, int]:
    """Give the middle of each concept, and the width and height of the whole drawing."""
    width = int(sqrt(max(len(spots), 20) * ROOM * SHAPE))
    height = int(width / SHAPE)
    pulled = _pull(spots, edges)
    xs, ys = _stretch([x for x, _ in pulled], width), _stretch([y for _, y in pulled], height)
    fitted = [
        [_fit(x, width, MARGIN_X), _fit(y, height, MARGIN_Y)] for x, y in zip(xs, ys, strict=True)
    ]
    _move_apart(spots, fitted, width, height)
    places = {s.id: (round(x), round(y)) for s, (x, y) in zip(spots, fitted, strict=True)}
    return places, width, height


def _pull(spots: Sequence[Spot], edges: Iterable[Edge]) -> list[tuple[float, float]]:
    import igraph  # here: a check needs no map, and it is slow to load

    themes = sorted({spot.theme for spot in spots})
    number = {spot.id: index for index, spot in enumerate(spots)}
    hub = {theme: len(spots) + index for index, theme in enumerate(themes)}
    pairs = [(number[spot.id], hub[spot.theme]) for spot in spots]
    weights = [_HUB] * len(pairs)
    for one, other in edges:
        pairs.append((number[one], number[other]))
        is_near = spots[number[one]].theme == spots[number[other]].theme
        weights.append(_NEAR if is_near else _FAR)
    graph = igraph.Graph(n=len(spots) + len(themes), edges=pairs)
    igraph.set_random_number_generator(random.Random(7))  # noqa: S311  # the same every time
    layout = graph.layout_fruchterman_reingold(
        weights=weights, niter=_ROUNDS, seed=_start(spots, themes), grid="nogrid"
    )
    return [(x, y) for x, y in layout.coords[: len(spots)]]


def _start(spots: Sequence[Spot], themes: Sequence[str]) -> list[tuple[float, float]]:
    """Themes stand in a circle; the concepts of each wind around its middle."""
    reach = sqrt(len(spots)) * 2
    middle = {}
    for index, theme in enumerate(themes):
        angle = -pi / 2 + 2 * pi * index / len(themes)
        middle[theme] = (reach * cos(angle), reach * sin(angle))
    counted = dict.fromkeys(themes, 0)
    places = []
    for spot in spots:
        counted[spot.theme] += 1
        turn, away = counted[spot.theme] * 2.4, sqrt(counted[spot.theme])
        x, y = middle[spot.theme]
        places.append((x + away * cos(turn), y + away * sin(turn)))
    return [*places, *(middle[theme] for theme in themes)]


def _stretch(values: list[float], _: int) -> list[float]:
    """Spread values evenly by rank, half way: dense middles open up, the order stays."""
    least, most = min(values), max(values)
    span = (most - least) or 1
    order = sorted(range(len(values)), key=lambda index: (values[index], index))
    rank = {index: place / max(len(values) - 1, 1) for place, index in enumerate(order)}
    return [((value - least) / span + rank[index]) / 2 for index, value in enumerate(values)]


def _fit(value: float, size: int, margin: int) -> float:
    return margin + value * (size - 2 * margin)


def _move_apart(spots: Sequence[Spot], places: list[list[float]], width: int, height: int) -> None:
    """Push overlapping names apart along the shorter way, until none overlaps or time is up."""
    order = range(len(spots))
    for _ in range(_APART):
        is_moved = False
        by_height = sorted(order, key=lambda index: (places[index][1], index))
        tallest = max(spot.half_height for spot in spots) * 2
        for at, one in enumerate(by_height):
            for other in by_height[at + 1 :]:
                if places[other][1] - places[one][1] > tallest:
                    break
                is_moved |= _push(spots[one], spots[other], places[one], places[other])
        for place in places:
            place[0] = min(max(place[0], MARGIN_X), width - MARGIN_X)
            place[1] = min(max(place[1], MARGIN_Y), height - MARGIN_Y)
        if not is_moved:
            return


def _push(one: Spot, other: Spot, first: list[float], second: list[float]) -> bool:
    over_x = one.half_width + other.half_width - abs(first[0] - second[0])
    over_y = one.half_height + other.half_height - abs(first[1] - second[1])
    if over_x <= 0 or over_y <= 0:
        return False
    axis, over = (0, over_x) if over_x < over_y else (1, over_y)
    step = (over / 2 + 0.5) * (1 if first[axis] <= second[axis] else -1)
    first[axis] -= step
    second[axis] += step
    return True
