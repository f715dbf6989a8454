"""Styles, scripts and letters: one file of each, named after its content."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

LETTERS = "assets/letters"
"""Where the letters go under a name that tells their content; at assets/fonts/ they stay too."""
_COMMENT = re.compile(r"^ *//.*$|^ */\*[^*]*\*/ *$", re.MULTILINE)
_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")


def drop_unused(files: Files) -> None:
    """Take the theme's styles, scripts and pictures out of the site."""
    for file in list(files):
        if file.src_uri.startswith(_UNUSED):
            files.remove(file)


def join_assets(config: MkDocsConfig, with_mark: bool) -> dict[str, File]:
    """Give our styles as one file, `style`, our scripts as one, `script`, and each letter by name.

    With a mark they are named after their content, so that browsers may keep them for good.
    """
    docs = Path(config.docs_dir)
    style = "".join(_read_all(docs, config.extra_css))
    script = "".join(f"{{\n{each}}}\n" for each in _read_all(docs, config.extra_javascript))
    joined = {}
    for font in sorted((docs / "assets" / "fonts").glob("*.woff2")):
        mark = _make_mark(font.read_bytes()) if with_mark else ""
        path = f"{LETTERS}/{font.stem}{mark}.woff2"
        style = style.replace(f"fonts/{font.name}", path.removeprefix("assets/"))
        joined[font.stem] = File.generated(config, path, abs_src_path=str(font))
    names = {"style": ("stijl", "css", style), "script": ("script", "js", script)}
    for name, (stem, extension, content) in names.items():
        mark = _make_mark(content.encode()) if with_mark else ""
        path = f"assets/{stem}{mark}.{extension}"
        joined[name] = File.generated(config, path, content=content)
    return joined


def _make_mark(content: bytes) -> str:
    return f".{hashlib.sha256(content).hexdigest()[:10]}"


def _read_all(docs: Path, paths: Iterable[object]) -> list[str]:
    return [_strip((docs / str(path)).read_text(encoding="utf-8")) for path in paths]


def _strip(text: str) -> str:
    """Leave out indents and comments on lines of their own, which only programmers read."""
    lines = (line.strip() for line in _COMMENT.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"
