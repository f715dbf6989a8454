"""An SVG as a tree of values with their places, read by expat; what XML itself allows is cut down.

No document type (so no entities of its own), no instructions, no other encoding than UTF-8.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from kennisbank.load.shape_lists import XML_COMPLAINTS

SVG_NAMESPACE = "http://www.w3.org/2000/svg"
MAX_DEPTH = 40
_NO_SVG = "hier staat iets dat geen SVG is; bewaar de tekening opnieuw als gewone SVG"
Place = tuple[int, int]
"""Line and column, from 1."""


class Refusal(NamedTuple):
    """Something that a drawing may not hold, or that cannot be read."""

    place: Place
    message: str
    is_readable: bool = True


class Attribute(NamedTuple):
    """An attribute of a shape."""

    namespace: str
    name: str
    value: str
    place: Place


@dataclass(slots=True)
class Shape:
    """An element, with its words and elements in order."""

    namespace: str
    name: str
    place: Place
    attributes: list[Attribute] = field(default_factory=list)
    parts: list["Shape | str"] = field(default_factory=list)


def read_svg(content: bytes) -> tuple[Shape, list[Refusal]]:
    """Give the outermost element of a drawing in UTF-8, as far as it could be read."""
    reader = _Reader(content)
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        said = XML_COMPLAINTS.get(expat.ErrorString(error.code), _NO_SVG)
        reader.refusals.append(Refusal((error.lineno, error.offset + 1), said, False))
    except _StopError:
        pass
    return reader.open[0], reader.refusals


def find_place(content: bytes, at: int) -> Place:
    """Give line and column of a byte."""
    before = content[:at]
    return before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode()) + 1


class _StopError(Exception):
    """The rest is not to be read; the refusal is already noted."""


class _Reader:
    """One pass over a drawing."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.refusals: list[Refusal] = []
        self.open = [Shape("", "", (1, 1))]
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = self._read_declaration
        self.parser.StartDoctypeDeclHandler = self._read_doctype
        self.parser.ProcessingInstructionHandler = self._read_instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = lambda _name: self.open.pop()
        self.parser.CharacterDataHandler = lambda words: self.open[-1].parts.append(words)

    def _refuse(self, message: str) -> None:
        self.refusals.append(
            Refusal(find_place(self.content, self.parser.CurrentByteIndex), message)
        )

    def _read_declaration(self, _version: str, encoding: str | None, _alone: int) -> None:
        if encoding and encoding.lower() != "utf-8":
            self._refuse(f'de eerste regel noemt de codering "{encoding}"; maak daar UTF-8 van')

    def _read_doctype(self, *_: object) -> None:
        self._refuse('haal "<!DOCTYPE …>" weg; een tekening heeft het niet nodig')
        raise _StopError

    def _read_instruction(self, target: str, _data: str) -> None:
        self._refuse(f'haal "<?{target} …?>" weg; een tekening haalt niets op')

    def _start(self, full_name: str, attributes: dict[str, str]) -> None:
        if len(self.open) > MAX_DEPTH:
            self._refuse("hier staan te veel groepen in elkaar; haal groepen weg")
            raise _StopError
        at = self.parser.CurrentByteIndex
        namespace, _, name = full_name.rpartition(" ")
        shape = Shape(namespace, name, find_place(self.content, at))
        for full, value in attributes.items():
            inside, _, each = full.rpartition(" ")
            written = rb"[\s:]" + re.escape(each).encode() + rb"\s*="
            found = re.compile(written).search(self.content, at)
            place = find_place(self.content, found.start() + 1) if found else shape.place
            shape.attributes.append(Attribute(inside, each, value, place))
        self.open[-1].parts.append(shape)
        self.open.append(shape)
