"""XML by the standard library, without the characters that XML 1.0 cannot hold."""

import re
from xml.etree import ElementTree as Xml

_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(parent: Xml.Element, tag: str, text: str = "", **attributes: str) -> Xml.Element:
    """Add an element with text to its parent; give the element."""
    cleaned = {name: clean(value) for name, value in attributes.items()}
    element = Xml.SubElement(parent, tag, cleaned)
    element.text = clean(text) or None
    return element


def clean(text: str) -> str:
    """Give the text with a replacement character for each one that XML cannot hold."""
    return _IMPOSSIBLE.sub("\ufffd", text)


def write_xml(root: Xml.Element) -> bytes:
    """Give the whole file in UTF-8."""
    written: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
