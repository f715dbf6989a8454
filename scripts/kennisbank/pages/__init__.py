"""One module for each type of page, in this tuple; each offers `make(site)`."""

from collections.abc import Callable, Iterator

from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.pages import (
    compare,
    concept,
    concept_map,
    embed,
    example,
    figures,
    handbook,
    home,
    person,
    redirect,
    route,
    source,
    study,
    tension,
    theme,
)

PAGES: tuple[Callable[[Site], Iterator[Artifact]], ...] = (
    home.make,
    concept.make,
    theme.make,
    tension.make,
    person.make,
    source.make,
    example.make,
    route.make,
    figures.make,
    concept_map.make,
    compare.make,
    study.make,
    embed.make,
    handbook.make,
    redirect.make,
)
