"""The pages of what private people told: there, and there alone, they are named."""

from dataclasses import replace

from kennisbank.link.concepts import link_concepts
from kennisbank.link.shelf import is_visible_claim, make_shelf
from kennisbank.link.site import link_example
from kennisbank.link.voices import link_sources
from kennisbank.model.privacy import Privacy
from kennisbank.model.site import Told
from kennisbank.vocabulary import CONCEPT, EXAMPLE, SOURCE


def link_told(privacy: Privacy, with_drafts: bool) -> Told:
    """Give the concepts, examples and sources that tell a story, whole.

    In the records of `privacy.told` only sources name nobody: what stands elsewhere about a source,
    such as the name of a place in it, is shown without.
    """
    if not privacy.stories:
        return Told()
    shelf = make_shelf(privacy.told, with_drafts)
    concepts = link_concepts(shelf)
    sources = {
        name: source
        for name, source in privacy.sources.items()
        if (SOURCE.name, name) in privacy.stories and name in shelf.records.sources
    }
    heard = replace(shelf, records=replace(shelf.records, sources=sources))
    return Told(
        names=privacy.names,
        concepts={
            name: linked
            for name, linked in concepts.items()
            if (CONCEPT.name, name) in privacy.stories
        },
        sources={linked.source.id: linked for linked in link_sources(heard, concepts)},
        examples=tuple(
            link_example(shelf, example, concepts)
            for example in shelf.records.examples.values()
            if (EXAMPLE.name, example.id) in privacy.stories
            and is_visible_claim(shelf.records, example)
        ),
    )
