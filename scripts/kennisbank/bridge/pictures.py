"""The picture that other sites show with a link to a page: its title on the colour of its theme.

It is drawn for each page that asks for one in its head, with our own letters and colours.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from textwrap import wrap
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

FOLDER = "deelkaarten"
SIZE = (1200, 630)
_EDGE, _WIDTH, _SHADES = 80, 1040, 4
_ASKS = re.compile(rf'property="og:image" content="[^"]*/({FOLDER}/[^"]+\.png)"')
_TITLE = re.compile(r'property="og:title" content="([^"]*)"')
_BODY = re.compile(r'<body(?: data-thema="([^"]*)")? data-soort="([^"]*)"')
_COLOUR = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6})")


class Card(NamedTuple):
    """What a picture says, and the colour that it is on as `#rrggbb`."""

    title: str
    kind: str
    name: str
    colour: str


def draw_pictures(docs: Path, site: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """Give the path and the bytes of each picture that a page of the built site asks for.

    `name` is that of the site. The same pages give the same bytes.
    """
    assets = docs / "assets"
    colours = dict(_COLOUR.findall((assets / "kleuren.css").read_text(encoding="utf-8")))
    letters = ImageFont.truetype(assets / "fonts" / "fraunces.woff2", 100)
    for file in sorted(site.rglob("index.html")):
        page = file.read_text(encoding="utf-8")
        asks, title, body = (find.search(page) for find in (_ASKS, _TITLE, _BODY))
        if asks and title and body:
            colour = colours.get(body[1] or "") or colours["kernhandelingen"]
            yield asks[1], draw(Card(unescape(title[1]), body[2], name, colour), letters)


def draw(card: Card, letters: ImageFont.FreeTypeFont) -> bytes:
    """Give a picture as PNG: a scale from the colour of the theme to the white of the letters."""
    picture = Image.new("L", SIZE, 0)
    pen = ImageDraw.Draw(picture)
    size, lines = _fit(card.title, letters)
    pen.text((_EDGE, 78), card.kind.capitalize(), 220, letters.font_variant(size=40))
    top = 300 - size * 1.12 * len(lines) / 2
    for at, line in enumerate(lines):
        pen.text((_EDGE, top + at * size * 1.12), line, 255, letters.font_variant(size=size))
    pen.rectangle((_EDGE, 508, _EDGE + 120, 513), 255)
    pen.text((_EDGE, 532), card.name, 255, letters.font_variant(size=34))
    shades = Image.frombytes(
        "P", SIZE, picture.point([v * _SHADES // 256 for v in range(256)]).tobytes()
    )
    shades.putpalette(_mix(card.colour))
    file = BytesIO()
    shades.save(file, "PNG", bits=2)
    return file.getvalue()


def _fit(title: str, letters: ImageFont.FreeTypeFont) -> tuple[int, list[str]]:
    """Give the largest size, and the lines, in which a title fits; the longest one is cut."""
    for size, most in ((112, 2), (88, 3), (68, 4)):
        lines = wrap(title, int(_WIDTH / (size * 0.5)), break_long_words=False)
        if len(lines) <= most and _is_inside(lines, letters.font_variant(size=size)):
            return size, lines
    font = letters.font_variant(size=56)
    cut = (wrap(title, count, max_lines=5, placeholder=" …") for count in (36, 28, 20, 14))
    return 56, next(lines for lines in cut if _is_inside(lines, font))


def _is_inside(lines: Iterable[str], font: ImageFont.FreeTypeFont) -> bool:
    return all(font.getlength(line) <= _WIDTH for line in lines)


def _mix(colour: str) -> list[int]:
    """Give the palette from a colour to the white of our paper."""
    start, end = (bytes.fromhex(each.removeprefix("#")) for each in (colour, "#fbf8f3"))
    steps = range(_SHADES)
    return [
        a + (b - a) * at // (_SHADES - 1) for at in steps for a, b in zip(start, end, strict=True)
    ]
