"""A page at every address that moved or was withdrawn, for any static host.

A script takes readers on, with the section that they asked for. A refresh would not do: it forgets
the section, and goes off before the script. Without the script the page says where its subject is,
with a link; one to the section when the address names one.
"""

from collections.abc import Iterator, Mapping
from posixpath import relpath

from kennisbank.model.artifact import Artifact, later
from kennisbank.model.record_address import page_address, read_address
from kennisbank.model.site import Site
from kennisbank.render import render_file
from kennisbank.vocabulary import TENSION


def make(site: Site) -> Iterator[Artifact]:
    """Make a page for each redirect and each withdrawn address, in order of address.

    Cards (`embed`) and identifiers (`old_files`) keep the content of where they lead.
    """
    book = site.addresses
    titles = dict(_list_titles(site)) if book.redirects else {}
    for address, target in sorted(book.redirects.items()):
        if _is_page(address) and not (_is_name(address) and _is_name(target)):
            yield later(f"{address}index.html", _lead_on, site, address, titles, is_redirect=True)
    for address in sorted(book.withdrawn):
        if _is_page(address):
            yield later(f"{address}index.html", _say_withdrawn, site, address, is_redirect=True)


def _is_page(address: str) -> bool:
    found = read_address(address)
    return address.endswith("/") and not (found and found.is_card)


def _is_name(address: str) -> bool:
    found = read_address(address)
    return bool(found and found.is_identifier)


def _list_titles(site: Site) -> Iterator[tuple[str, str]]:
    """Give the address and the title of every page of a record or a tension."""
    records = (
        *(linked.concept for linked in site.concepts.values()),
        *(linked.theme for linked in site.themes),
        *(linked.person for linked in site.people),
        *(linked.source for linked in site.sources),
        *(linked.example for linked in site.examples),
        *(linked.route for linked in site.routes),
    )
    yield from ((record.kind.address(record.id), record.title) for record in records)
    for tension in site.tensions:
        yield page_address(TENSION, tension.id), tension.title


def _lead_on(site: Site, address: str, titles: Mapping[str, str]) -> bytes:
    book = site.addresses
    target = book.resolve(address)
    page = target.partition("#")[0]
    anchors = {*book.anchors(address), *(a for a in _list_moved(book.redirects, address))}
    return render_file(
        "redirect.html.j2",
        href=_relative(address, target),
        title="Deze pagina is verhuisd",
        subject=titles.get(page, site.absolute(page)),
        canonical=site.absolute(page),
        parts=[(a, _relative(address, book.resolve(f"{address}#{a}"))) for a in sorted(anchors)],
        root="../" * address.count("/"),
        settings=site.settings,
    )


def _list_moved(redirects: Mapping[str, str], address: str) -> Iterator[str]:
    start = f"{address}#"
    return (each.removeprefix(start) for each in redirects if each.startswith(start))


def _say_withdrawn(site: Site, address: str) -> bytes:
    root = "../" * address.count("/")
    return render_file("withdrawn.html.j2", title="Ingetrokken", root=root, settings=site.settings)


def _relative(address: str, target: str) -> str:
    page, mark, anchor = target.partition("#")
    return f"{relpath(page or '.', address.rstrip('/'))}/{mark}{anchor}"
