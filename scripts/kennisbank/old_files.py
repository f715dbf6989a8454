"""What stands at the old addresses of files and identifiers, on a host that knows no redirects.

A program that asks for a file wants that file and no page that tells of another: so the new content
stays at the old address too. Hosts that read our settings answer with a real redirect.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from kennisbank.model.addresses import AddressBook
from kennisbank.model.artifact import Artifact, later
from kennisbank.model.record_address import read_address

_SAYING = "Wat hier stond, is ingetrokken."


def make_old_files(book: AddressBook, artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
    """Make a copy at each old address of a file or identifier, a notice at a withdrawn one."""
    by_path = {artifact.path: artifact for artifact in artifacts}
    for address in sorted(book.redirects):
        source = by_path.get(_path(book.resolve(address)))
        if source and _is_kept(address):
            yield later(_path(address), _read, source, is_redirect=True)
    for address in sorted(book.withdrawn):
        write = _NOTICES.get(address.rpartition(".")[2])
        if write and _is_kept(address):
            yield later(address, write, is_redirect=True)


def add_old_packages(book: AddressBook, packages: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give packages with a copy at each old address of one."""
    ends = {address: book.resolve(address) for address in book.redirects}
    old = {address: packages[end] for address, end in ends.items() if end in packages}
    return {**packages, **old}


def _path(address: str) -> str:
    return f"{address}index.html" if address.endswith("/") else address


def _is_kept(address: str) -> bool:
    """Tell whether this is a file or an identifier; cards are made by themselves."""
    found = read_address(address)
    is_card = bool(found and found.is_card)
    is_name = bool(found and found.is_identifier)
    return "#" not in address and not is_card and (is_name or not address.endswith("/"))


def _read(source: Artifact) -> bytes:
    return source.content


def _pack() -> bytes:
    output = BytesIO()
    with ZipFile(output, "w") as package:
        package.writestr(ZipInfo("ingetrokken.txt", (1980, 1, 1, 0, 0, 0)), _SAYING)
    return output.getvalue()


_NOTICES: Mapping[str, Callable[[], bytes]] = {
    "json": lambda: f"{json.dumps({'ingetrokken': _SAYING})}\n".encode(),
    "jsonld": lambda: f"{json.dumps({'@graph': [], 'ingetrokken': _SAYING})}\n".encode(),
    "ttl": lambda: f"# {_SAYING}\n".encode(),
    "txt": lambda: f"# {_SAYING}\n".encode(),
    "bib": lambda: f"{_SAYING}\n".encode(),
    "ris": lambda: f"{_SAYING}\n".encode(),
    "csv": lambda: f"{_SAYING}\n".encode(),
    "xml": lambda: f"<!-- {_SAYING} -->\n<ingetrokken/>\n".encode(),
    "imscc": _pack,
    "apkg": _pack,
}
"""By extension: as little as a reader of the format takes for empty, with the sentence in it."""
