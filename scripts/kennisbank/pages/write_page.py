"""A page as a file: front matter for the theme's templates, then Markdown from its template."""

import json

from kennisbank.model.artifact import Artifact
from kennisbank.pages.page import Page, make_front
from kennisbank.pages.preview_cards import PreviewCards
from kennisbank.render import render_file


def write_page(page: Page, cards: PreviewCards | None) -> Artifact:
    """Give the file of a page below docs/; without `cards` its links have no previews."""
    return Artifact(page.path, lambda: _write(page, cards), anchors=page.anchors)


def _write(page: Page, cards: PreviewCards | None) -> bytes:
    details = page.details()
    front = make_front(page, details)
    if cards and (found := cards.find_all(details.shown, page.address)):
        front["cards"] = found
    head = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items()
    )
    return f"---\n{head}---\n\n".encode() + render_file(page.template, **details.values)
