"""One module for each type of page, in this tuple; a page of each is made for every site."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.pages import (
    case,
    compare,
    concept,
    concept_map,
    downloads,
    editions,
    embed,
    example,
    figures,
    handbook,
    home,
    lesson_sheet,
    person,
    redirect,
    route,
    source,
    study,
    tension,
    theme,
)
from kennisbank.pages.anchors import add_moved_anchors
from kennisbank.pages.page import Page, PageType
from kennisbank.pages.preview_cards import PreviewCards
from kennisbank.pages.write_page import Surroundings, write_page

PAGE_TYPES: tuple[PageType, ...] = (
    home.TYPE,
    concept.TYPE,
    theme.TYPE,
    tension.TYPE,
    person.TYPE,
    source.TYPE,
    example.TYPE,
    case.TYPE,
    route.TYPE,
    lesson_sheet.TYPE,
    figures.TYPE,
    concept_map.TYPE,
    compare.TYPE,
    study.TYPE,
    downloads.TYPE,
    editions.TYPE,
    handbook.TYPE,
    embed.TYPE,
)


def make_pages(site: Site) -> Iterator[Artifact]:
    """Make every page; its bytes are made when somebody asks for them."""
    around = Surroundings(site, PreviewCards(site))
    made = (each for page_type in PAGE_TYPES for each in page_type.make(site))
    pages = (write_page(each, around) if isinstance(each, Page) else each for each in made)
    yield from add_moved_anchors(site, pages)
    yield from redirect.make(site)
