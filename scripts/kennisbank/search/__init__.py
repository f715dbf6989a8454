"""The index that the search field reads: what is found, by which words, in small files."""

from collections.abc import Iterator

from kennisbank.model.artifact import Artifact, later
from kennisbank.model.site import Site
from kennisbank.search.files import Index

FOLDER = "data/zoeken"


def make_index(site: Site) -> Iterator[Artifact]:
    """Make the index of what may leave the site; its files are no addresses that must live on."""
    index = Index(site)
    yield later(f"{FOLDER}/begin.json", index.dump_start, is_redirect=True)
    for number in range(index.word_files):
        yield later(f"{FOLDER}/w-{number}.json", index.dump_words, number, is_redirect=True)
    for number in range(index.page_files):
        yield later(f"{FOLDER}/p-{number}.json", index.dump_pages, number, is_redirect=True)
