"""Styles and scripts: one file of each, and none of the theme's own."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")


def drop_unused(files: Files) -> None:
    """Take the theme's styles, scripts and pictures out of the site."""
    for file in list(files):
        if file.src_uri.startswith(_UNUSED):
            files.remove(file)


def join_assets(config: MkDocsConfig, with_mark: bool) -> dict[str, File]:
    """Give our styles as one file, `style`, and our scripts as one, `script`.

    With a mark they are named after their content, so that browsers may keep them for good.
    """
    docs = Path(config.docs_dir)
    style = "".join(_read_all(docs, config.extra_css))
    script = "".join(f"{{\n{each}}}\n" for each in _read_all(docs, config.extra_javascript))
    names = {"style": ("stijl", "css", style), "script": ("script", "js", script)}
    joined = {}
    for name, (stem, extension, content) in names.items():
        mark = f".{hashlib.sha256(content.encode()).hexdigest()[:10]}" if with_mark else ""
        path = f"assets/{stem}{mark}.{extension}"
        joined[name] = File.generated(config, path, content=content)
    return joined


def _read_all(docs: Path, paths: Iterable[object]) -> list[str]:
    return [(docs / str(path)).read_text(encoding="utf-8") for path in paths]
