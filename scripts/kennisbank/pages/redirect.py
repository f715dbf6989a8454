"""A page at every address that moved or was withdrawn.

The page works on any static host: canonical, refresh and a visible link.
"""

from collections.abc import Iterator
from posixpath import relpath

from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.render import render_file


def make(site: Site) -> Iterator[Artifact]:
    """Make a page for each redirect and each withdrawn address, in order of address."""
    pages = {a: t for a, t in site.addresses.redirects.items() if a.endswith("/")}
    for address, target in sorted(pages.items()):
        content = render_file(
            "redirect.html.j2",
            title="Deze pagina is verhuisd",
            root=_relative(address, ""),
            href=_relative(address, target),
            canonical=site.absolute(target.partition("#")[0]),
            settings=site.settings,
        )
        yield Artifact(f"{address}index.html", content, is_redirect=True)
    for address in sorted(site.addresses.withdrawn):
        if address.endswith("/"):
            root = _relative(address, "")
            content = render_file(
                "withdrawn.html.j2", title="Ingetrokken", root=root, settings=site.settings
            )
            yield Artifact(f"{address}index.html", content, is_redirect=True)


def _relative(address: str, target: str) -> str:
    page, mark, anchor = target.partition("#")
    return f"{relpath(page or '.', address.rstrip('/'))}/{mark}{anchor}"
