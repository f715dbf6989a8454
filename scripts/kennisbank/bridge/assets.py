"""Styles, scripts and letters of a whole site: one file of each, named after its content."""

import hashlib
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

LETTERS = "assets/letters"
"""Where the letters go under a name that tells their content; at assets/fonts/ they stay too."""
_COMMENT = re.compile(r"^ *//.*$|^ */\*[^*]*\*/ *$", re.MULTILINE)
_OF_THEME = ("assets/javascripts", "assets/stylesheets", "assets/images", "search.json")


class Joined(NamedTuple):
    """Files by their path in the site, and the path of each by the name that the frame knows."""

    files: dict[str, bytes]
    paths: dict[str, str]


def join_assets(docs: Path, styles: Iterable[str], scripts: Iterable[str]) -> Joined:
    """Give our styles as one file, `style`, our scripts as one, `script`, and each letter by name.

    They are named after their content, so that browsers may keep them for good.
    """
    style = "".join(_read_all(docs, styles))
    script = "".join(f"{{\n{each}}}\n" for each in _read_all(docs, scripts))
    joined = Joined({}, {})
    for font in sorted((docs / "assets" / "fonts").glob("*.woff2")):
        path = _add(joined, font.stem, f"{LETTERS}/{font.name}", font.read_bytes())
        style = style.replace(f"fonts/{font.name}", path.removeprefix("assets/"))
    _add(joined, "style", "assets/stijl.css", style.encode())
    _add(joined, "script", "assets/script.js", script.encode())
    return joined


def _add(joined: Joined, name: str, path: str, content: bytes) -> str:
    stem, _, extension = path.rpartition(".")
    path = f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{extension}"
    joined.files[path], joined.paths[name] = content, path
    return path


def drop_unused(site: Path) -> None:
    """Take the theme's styles, scripts, pictures and search out of a site: no page uses them."""
    for path in _OF_THEME:
        place = site / path
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)


def _read_all(docs: Path, paths: Iterable[str]) -> list[str]:
    return [_strip((docs / path).read_text(encoding="utf-8")) for path in paths]


def _strip(text: str) -> str:
    """Leave out indents and comments on lines of their own, which only programmers read."""
    lines = (line.strip() for line in _COMMENT.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"
