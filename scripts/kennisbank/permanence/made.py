"""What a build makes, by its address."""

from collections.abc import Iterable, Mapping

from kennisbank.model.artifact import Artifact

Made = Mapping[str, frozenset[str] | None]
"""Every address that a build makes: a page with its fixed anchors; None for anything else."""


def find_made(artifacts: Iterable[Artifact], others: Iterable[str]) -> Made:
    """Give the addresses of all pages and files, and those of `others`, which are made elsewhere.

    What stands at an old address is not among them.
    """
    made: dict[str, frozenset[str] | None] = dict.fromkeys(others)
    for artifact in artifacts:
        if artifact.is_redirect:
            continue
        if artifact.path.endswith(".md"):
            made[_page_address(artifact.path)] = artifact.anchors
        else:
            made[artifact.path.removesuffix("index.html")] = None
    return made


def _page_address(path: str) -> str:
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem.rpartition("/")[2] == "index" else f"{stem}/"
