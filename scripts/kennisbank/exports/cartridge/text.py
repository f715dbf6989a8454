"""The pages of text in a course package: an introduction, and the questions."""

from collections.abc import Iterable
from typing import Any

from kennisbank.exports.selection import Selection
from kennisbank.hypertext import render_hypertext, render_run
from kennisbank.model.linked_concept import LinkedConcept
from kennisbank.model.linked_lesson import LinkedRoute
from kennisbank.model.site import LinkedTheme, Site
from kennisbank.model.text import Text
from kennisbank.render import render_file


def write_introduction(site: Site, selection: Selection, title: str) -> bytes:
    """Give the page that says what this is, and how to use it."""
    group = selection.group
    return _write(
        site,
        "introduction.html.j2",
        title=title,
        selection=selection,
        theme=group if isinstance(group, LinkedTheme) else None,
        route=group if isinstance(group, LinkedRoute) else None,
    )


def write_questions(
    site: Site, title: str, concepts: Iterable[LinkedConcept], own: tuple[Text, ...] = ()
) -> bytes:
    """Give the page with the questions of a route and of concepts; nothing without questions."""
    asking = [linked for linked in concepts if linked.questions]
    if not asking and not own:
        return b""
    return _write(site, "questions.html.j2", title=title, concepts=asking, own=own)


def _write(site: Site, template: str, **values: Any) -> bytes:
    def prose(text: Text) -> str:
        return render_hypertext(text, site.absolute)

    def line(text: Text) -> str:
        return " ".join(render_run(spans, site.absolute) for block in text for spans in block.items)

    return render_file(template, site=site, prose=prose, run=line, **values)
