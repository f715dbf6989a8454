"""A page as a file: front matter for the theme's templates, then Markdown from its template.

What the frame around every page shows – previews of links, how to cite – is in the front matter.
"""

import json
from dataclasses import asdict, dataclass

from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.pages.page import Page, make_front
from kennisbank.pages.preview_cards import PreviewCards
from kennisbank.pages.share import make_share
from kennisbank.render import render_file


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What pages take from the site as a whole."""

    site: Site
    cards: PreviewCards


def write_page(page: Page, around: Surroundings | None) -> Artifact:
    """Give the file of a page below docs/; a page alone has no previews and is not cited."""
    return Artifact(page.path, lambda: _write(page, around), anchors=page.anchors)


def _write(page: Page, around: Surroundings | None) -> bytes:
    details = page.details()
    front = make_front(page, details)
    if around and (cards := around.cards.find_all(details.shown, page.address)):
        front["cards"] = cards
    if around and details.subject:
        front["name"] = page.address.split("/")[-2]
        front["share"] = asdict(make_share(around.site, details.subject))
    head = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items()
    )
    values = {"site": around.site, **details.values} if around else details.values
    return f"---\n{head}---\n\n".encode() + render_file(page.template, **values)
