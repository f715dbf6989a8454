"""A page at every address that moved or was withdrawn, and the list for hosts that redirect.

The page works on any static host: canonical, refresh and a visible link.
"""

from collections.abc import Iterator
from posixpath import relpath

from kennisbank.model.artifact import Artifact
from kennisbank.model.site import Site
from kennisbank.render import render_html


def make(site: Site) -> Iterator[Artifact]:
    """Make a page for each redirect and each withdrawn address, then the host's list."""
    pages = {a: t for a, t in site.addresses.redirects.items() if a.endswith("/")}
    for address, target in sorted(pages.items()):
        yield render_html(
            f"{address}index.html",
            "redirect.html.j2",
            href=_relative(address, target),
            canonical=site.absolute(target.partition("#")[0]),
            settings=site.settings,
        )
    for address in sorted(site.addresses.withdrawn):
        if address.endswith("/"):
            yield render_html(
                f"{address}index.html",
                "withdrawn.html.j2",
                home=_relative(address, ""),
                settings=site.settings,
            )
    moved = sorted(item for item in site.addresses.redirects.items() if "#" not in item[0])
    lines = "".join(f"/{a} /{t} 301\n" for a, t in moved)
    if lines:
        yield Artifact("_redirects", lines.encode(), is_redirect=True)


def _relative(address: str, target: str) -> str:
    page, mark, anchor = target.partition("#")
    return f"{relpath(page or '.', address.rstrip('/'))}/{mark}{anchor}"
