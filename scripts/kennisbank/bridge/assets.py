"""Styles, scripts and letters of a whole site: one file of each, named after its content."""

import hashlib
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from rcssmin import cssmin
from rjsmin import jsmin

LETTERS = "assets/letters"
"""Where the letters go under a name that tells their content; at assets/fonts/ they stay too."""
FIRST = "assets/kleurstand.js"
_OF_THEME = ("assets/javascripts", "assets/stylesheets", "assets/images", "search.json")


class Joined(NamedTuple):
    """Files by their path in the site, and what the frame knows: the path of each by its name."""

    files: dict[str, bytes]
    named: dict[str, str]


def join_assets(docs: Path, styles: Iterable[str], scripts: Iterable[str]) -> Joined:
    """Give our styles as one file, `style`, our scripts as one, `script`, and each letter by name.

    They are named after their content, so that browsers may keep them for good. The text of the
    script that comes `first` stands in each page.
    """
    style = re.sub(r"(?<![\d.])0\.", ".", cssmin("\n".join(_read_all(docs, styles))))
    script = jsmin("\n".join(f"{{{each}}}" for each in _read_all(docs, scripts)))
    joined = Joined({}, {"first": (docs / FIRST).read_text(encoding="utf-8")})
    for font in sorted((docs / "assets" / "fonts").glob("*.woff2")):
        path = _add(joined, font.stem, f"{LETTERS}/{font.name}", font.read_bytes())
        style = style.replace(f"fonts/{font.name}", path.removeprefix("assets/"))
    _add(joined, "style", "assets/stijl.css", style.encode())
    _add(joined, "script", "assets/script.js", script.encode())
    return joined


def _add(joined: Joined, name: str, path: str, content: bytes) -> str:
    stem, _, extension = path.rpartition(".")
    path = f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{extension}"
    joined.files[path], joined.named[name] = content, path
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
    return [(docs / path).read_text(encoding="utf-8") for path in paths]
