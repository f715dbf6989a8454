"""The picture that other sites show with a link to a page: its title on the colour of its theme.

Everything that can be cited has one, with our own letters and colours. The same titles and colours
give the same bytes.
"""

import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from textwrap import wrap

from PIL import Image, ImageDraw, ImageFont

from kennisbank.model.site import Site
from kennisbank.pages.share import picture_address
from kennisbank.pages.subject import list_subjects
from kennisbank.render import read_colours

SIZE = (1200, 630)
_EDGE, _WIDTH, _SHADES, _LEADING = 80, 1040, 4, 1.12


def draw_pictures(docs: Path, site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the path and the bytes, a PNG, of the picture of each page that has its own."""
    colours = read_colours((docs / "assets" / "kleuren.css").read_text(encoding="utf-8"))
    draw = Brush(docs, site.settings.publisher).draw
    for subject in list_subjects(site):
        if path := picture_address(subject):
            colour = colours.get(subject.theme) or colours["kernhandelingen"]
            yield path, draw(subject.title, subject.kind, colour)


class Brush:
    """Draws pictures with the letters of the site and its name."""

    def __init__(self, docs: Path, name: str) -> None:
        letters = ImageFont.truetype(docs / "assets" / "fonts" / "fraunces.woff2", 100)
        self._letters = cache(lambda size: letters.font_variant(size=size))
        self._empty = cache(self._draw_empty)
        self._name = name

    def draw(self, title: str, kind: str, colour: str) -> bytes:
        """Give a picture as PNG, from a `colour`, `#rrggbb`, to the white of the letters."""
        picture = self._empty(kind).copy()
        pen = ImageDraw.Draw(picture)
        size, lines = self._fit(title)
        top = 300 - size * _LEADING * len(lines) / 2
        for at, line in enumerate(lines):
            pen.text((_EDGE, top + at * size * _LEADING), line, 255, self._letters(size))
        shades = picture.point([value * _SHADES // 256 for value in range(256)])
        shades = Image.frombytes("P", SIZE, shades.tobytes())
        shades.putpalette(_mix(colour))
        file = BytesIO()
        shades.save(file, "PNG", bits=2, compress_type=zlib.Z_RLE)
        return file.getvalue()

    def _draw_empty(self, kind: str) -> Image.Image:
        picture = Image.new("L", SIZE, 0)
        pen = ImageDraw.Draw(picture)
        pen.text((_EDGE, 78), kind.capitalize(), 220, self._letters(40))
        pen.rectangle((_EDGE, 508, _EDGE + 120, 513), 255)
        pen.text((_EDGE, 532), self._name, 255, self._letters(34))
        return picture

    def _fit(self, title: str) -> tuple[int, list[str]]:
        """Give the largest size, and the lines, in which a title fits; the longest one is cut."""
        for size, most in ((112, 2), (88, 3), (68, 4)):
            lines = wrap(title, int(_WIDTH / (size * 0.5)), break_long_words=False)
            if len(lines) <= most and self._is_inside(lines, size):
                return size, lines
        cut = (wrap(title, count, max_lines=5, placeholder=" …") for count in (36, 28, 20, 14))
        return 56, next(lines for lines in cut if self._is_inside(lines, 56))

    def _is_inside(self, lines: Iterable[str], size: int) -> bool:
        return all(self._letters(size).getlength(line) <= _WIDTH for line in lines)


def _mix(colour: str) -> list[int]:
    """Give the palette from a colour to the white of our paper."""
    start, end = (bytes.fromhex(each.removeprefix("#")) for each in (colour, "#fbf8f3"))
    steps = range(_SHADES)
    return [
        a + (b - a) * at // (_SHADES - 1) for at in steps for a, b in zip(start, end, strict=True)
    ]
