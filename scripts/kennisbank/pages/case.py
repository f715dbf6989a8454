"""The page of each case, and the list of cases.

A page is the bare story, questions and what the knowledge base sees; a script makes a lens of it.
"""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from kennisbank.model.linked_lesson import LinkedCase
from kennisbank.model.site import Site
from kennisbank.pages.page import Details, Page, PageType
from kennisbank.pages.story import list_passages, write_story
from kennisbank.pages.subject import about_case
from kennisbank.render import render_plain

_THEMES = 2
"""How many themes the list names of a case at most."""


def make(site: Site) -> Iterator[Page]:
    """Make the page of each case, then the list."""
    for linked in site.cases:
        yield Page(
            type=TYPE,
            address=linked.case.kind.address(linked.case.id),
            title=linked.case.name,
            template="case.md.j2",
            details=partial(_detail_page, site, linked),
            anchors=frozenset(("vragen", "antwoorden", "citeren")),
            record=linked.case,
        )
    description = "Situaties uit het sociaal werk, bedacht om begrippen in te leren zien."
    yield Page(
        type=TYPE,
        address="casussen/",
        title="Casussen",
        template="cases.md.j2",
        details=lambda: Details(description, {"site": site, "list_themes": _list_themes}),
        is_list=True,
    )


def _detail_page(site: Site, linked: LinkedCase) -> Details:
    values = {
        "site": site,
        "linked": linked,
        "story": write_story(linked.text),
        "passages": list_passages(linked),
        "terms": sorted(
            (each.concept.preferred_label for each in site.concepts.values()), key=str.casefold
        ),
    }
    front = {"styles": ["casus.css"], "scripts": ["casus.js"]}
    shown = (linked.notes, linked.answers, linked.questions, linked.routes)
    return Details(render_plain(linked.text), values, shown, front, about_case(linked))


def _list_themes(linked: LinkedCase) -> list[str]:
    """Give the themes that a case is most about: what it is for, without what there is to see."""
    counted = Counter(answer.concept.theme.name for answer in linked.answers)
    return [name for name, _ in counted.most_common(_THEMES)]


TYPE = PageType(
    name="casus",
    folder="casussen",
    title="Casussen",
    has_outline=False,
    make=make,
)
